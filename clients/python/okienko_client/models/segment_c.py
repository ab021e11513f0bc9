from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.occupation import Occupation
from ..types import UNSET, Unset

T = TypeVar("T", bound="SegmentC")


@_attrs_define
class SegmentC:
    """C: work (sytuacja zawodowa).

    Attributes:
        segment (Literal['C']):
        status (None | Occupation | Unset):
        last_job (None | str | Unset):
        qualifications (None | str | Unset):
        experience (None | str | Unset):
        registered_at_pup (bool | None | Unset):
        benefit (None | str | Unset): Unemployment benefit a month; none: no right to it.
        benefit_until (datetime.date | None | Unset):
        remarks (None | str | Unset):
    """

    segment: Literal["C"]
    status: None | Occupation | Unset = UNSET
    last_job: None | str | Unset = UNSET
    qualifications: None | str | Unset = UNSET
    experience: None | str | Unset = UNSET
    registered_at_pup: bool | None | Unset = UNSET
    benefit: None | str | Unset = UNSET
    benefit_until: datetime.date | None | Unset = UNSET
    remarks: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        status: None | str | Unset
        if isinstance(self.status, Unset):
            status = UNSET
        elif isinstance(self.status, Occupation):
            status = self.status.value
        else:
            status = self.status

        last_job: None | str | Unset
        if isinstance(self.last_job, Unset):
            last_job = UNSET
        else:
            last_job = self.last_job

        qualifications: None | str | Unset
        if isinstance(self.qualifications, Unset):
            qualifications = UNSET
        else:
            qualifications = self.qualifications

        experience: None | str | Unset
        if isinstance(self.experience, Unset):
            experience = UNSET
        else:
            experience = self.experience

        registered_at_pup: bool | None | Unset
        if isinstance(self.registered_at_pup, Unset):
            registered_at_pup = UNSET
        else:
            registered_at_pup = self.registered_at_pup

        benefit: None | str | Unset
        if isinstance(self.benefit, Unset):
            benefit = UNSET
        else:
            benefit = self.benefit

        benefit_until: None | str | Unset
        if isinstance(self.benefit_until, Unset):
            benefit_until = UNSET
        elif isinstance(self.benefit_until, datetime.date):
            benefit_until = self.benefit_until.isoformat()
        else:
            benefit_until = self.benefit_until

        remarks: None | str | Unset
        if isinstance(self.remarks, Unset):
            remarks = UNSET
        else:
            remarks = self.remarks

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
            }
        )
        if status is not UNSET:
            field_dict["status"] = status
        if last_job is not UNSET:
            field_dict["last_job"] = last_job
        if qualifications is not UNSET:
            field_dict["qualifications"] = qualifications
        if experience is not UNSET:
            field_dict["experience"] = experience
        if registered_at_pup is not UNSET:
            field_dict["registered_at_pup"] = registered_at_pup
        if benefit is not UNSET:
            field_dict["benefit"] = benefit
        if benefit_until is not UNSET:
            field_dict["benefit_until"] = benefit_until
        if remarks is not UNSET:
            field_dict["remarks"] = remarks

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["C"], d.pop("segment"))
        if segment != "C":
            raise ValueError(f"segment must match const 'C', got '{segment}'")

        def _parse_status(data: object) -> None | Occupation | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = Occupation(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Occupation | Unset, data)

        status = _parse_status(d.pop("status", UNSET))

        def _parse_last_job(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last_job = _parse_last_job(d.pop("last_job", UNSET))

        def _parse_qualifications(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        qualifications = _parse_qualifications(d.pop("qualifications", UNSET))

        def _parse_experience(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        experience = _parse_experience(d.pop("experience", UNSET))

        def _parse_registered_at_pup(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        registered_at_pup = _parse_registered_at_pup(d.pop("registered_at_pup", UNSET))

        def _parse_benefit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        benefit = _parse_benefit(d.pop("benefit", UNSET))

        def _parse_benefit_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                benefit_until_type_0 = datetime.date.fromisoformat(data)

                return benefit_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        benefit_until = _parse_benefit_until(d.pop("benefit_until", UNSET))

        def _parse_remarks(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        remarks = _parse_remarks(d.pop("remarks", UNSET))

        segment_c = cls(
            segment=segment,
            status=status,
            last_job=last_job,
            qualifications=qualifications,
            experience=experience,
            registered_at_pup=registered_at_pup,
            benefit=benefit,
            benefit_until=benefit_until,
            remarks=remarks,
        )

        return segment_c
