from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AssignPlanLead")


@_attrs_define
class AssignPlanLead:
    """Take the lead, or pass it on.

    Attributes:
        institution (None | Unset | UUID): Who leads; absent: your institution.
        worker (None | str | Unset): Who of it.
    """

    institution: None | Unset | UUID = UNSET
    worker: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        worker: None | str | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        else:
            worker = self.worker

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if institution is not UNSET:
            field_dict["institution"] = institution
        if worker is not UNSET:
            field_dict["worker"] = worker

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

        def _parse_worker(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        assign_plan_lead = cls(
            institution=institution,
            worker=worker,
        )

        return assign_plan_lead
