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

from ..models.disability_degree import DisabilityDegree
from ..types import UNSET, Unset

T = TypeVar("T", bound="SegmentD")


@_attrs_define
class SegmentD:
    """D: health (sytuacja zdrowotna), without addictions: these have an annex of their own.

    Attributes:
        segment (Literal['D']):
        chronic_illness (None | str | Unset):
        disability (DisabilityDegree | None | Unset):
        disability_until (datetime.date | None | Unset):
        incapacity (None | str | Unset):
        insured (bool | None | Unset):
        remarks (None | str | Unset):
    """

    segment: Literal["D"]
    chronic_illness: None | str | Unset = UNSET
    disability: DisabilityDegree | None | Unset = UNSET
    disability_until: datetime.date | None | Unset = UNSET
    incapacity: None | str | Unset = UNSET
    insured: bool | None | Unset = UNSET
    remarks: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        chronic_illness: None | str | Unset
        if isinstance(self.chronic_illness, Unset):
            chronic_illness = UNSET
        else:
            chronic_illness = self.chronic_illness

        disability: None | str | Unset
        if isinstance(self.disability, Unset):
            disability = UNSET
        elif isinstance(self.disability, DisabilityDegree):
            disability = self.disability.value
        else:
            disability = self.disability

        disability_until: None | str | Unset
        if isinstance(self.disability_until, Unset):
            disability_until = UNSET
        elif isinstance(self.disability_until, datetime.date):
            disability_until = self.disability_until.isoformat()
        else:
            disability_until = self.disability_until

        incapacity: None | str | Unset
        if isinstance(self.incapacity, Unset):
            incapacity = UNSET
        else:
            incapacity = self.incapacity

        insured: bool | None | Unset
        if isinstance(self.insured, Unset):
            insured = UNSET
        else:
            insured = self.insured

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
        if chronic_illness is not UNSET:
            field_dict["chronic_illness"] = chronic_illness
        if disability is not UNSET:
            field_dict["disability"] = disability
        if disability_until is not UNSET:
            field_dict["disability_until"] = disability_until
        if incapacity is not UNSET:
            field_dict["incapacity"] = incapacity
        if insured is not UNSET:
            field_dict["insured"] = insured
        if remarks is not UNSET:
            field_dict["remarks"] = remarks

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["D"], d.pop("segment"))
        if segment != "D":
            raise ValueError(f"segment must match const 'D', got '{segment}'")

        def _parse_chronic_illness(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        chronic_illness = _parse_chronic_illness(d.pop("chronic_illness", UNSET))

        def _parse_disability(data: object) -> DisabilityDegree | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disability_type_0 = DisabilityDegree(data)

                return disability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DisabilityDegree | None | Unset, data)

        disability = _parse_disability(d.pop("disability", UNSET))

        def _parse_disability_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disability_until_type_0 = datetime.date.fromisoformat(data)

                return disability_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        disability_until = _parse_disability_until(d.pop("disability_until", UNSET))

        def _parse_incapacity(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        incapacity = _parse_incapacity(d.pop("incapacity", UNSET))

        def _parse_insured(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        insured = _parse_insured(d.pop("insured", UNSET))

        def _parse_remarks(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        remarks = _parse_remarks(d.pop("remarks", UNSET))

        segment_d = cls(
            segment=segment,
            chronic_illness=chronic_illness,
            disability=disability,
            disability_until=disability_until,
            incapacity=incapacity,
            insured=insured,
            remarks=remarks,
        )

        return segment_d
