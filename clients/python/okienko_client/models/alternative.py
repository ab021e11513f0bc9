from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Alternative")


@_attrs_define
class Alternative:
    """Whom else one could ask: another institution, or a service of the directory.

    Attributes:
        institution (None | Unset | UUID):
        service (None | Unset | UUID):
    """

    institution: None | Unset | UUID = UNSET
    service: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        service: None | str | Unset
        if isinstance(self.service, Unset):
            service = UNSET
        elif isinstance(self.service, UUID):
            service = str(self.service)
        else:
            service = self.service

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if institution is not UNSET:
            field_dict["institution"] = institution
        if service is not UNSET:
            field_dict["service"] = service

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_institution(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                institution_type_0 = UUID(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        def _parse_service(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_type_0 = UUID(data)

                return service_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        service = _parse_service(d.pop("service", UNSET))

        alternative = cls(
            institution=institution,
            service=service,
        )

        return alternative
