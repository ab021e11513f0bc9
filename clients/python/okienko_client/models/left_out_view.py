from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.left_out_reason import LeftOutReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="LeftOutView")


@_attrs_define
class LeftOutView:
    """Somebody who was named and not asked.

    Attributes:
        reason (LeftOutReason): Why somebody named in an offer was not asked.
        institution (None | Unset | UUID):
        service (None | Unset | UUID):
    """

    reason: LeftOutReason
    institution: None | Unset | UUID = UNSET
    service: None | Unset | UUID = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

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
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "reason": reason,
            }
        )
        if institution is not UNSET:
            field_dict["institution"] = institution
        if service is not UNSET:
            field_dict["service"] = service

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = LeftOutReason(d.pop("reason"))

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

        left_out_view = cls(
            reason=reason,
            institution=institution,
            service=service,
        )

        left_out_view.additional_properties = d
        return left_out_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
