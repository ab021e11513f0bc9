from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.filled_from import FilledFrom
    from ..models.segment_a import SegmentA
    from ..models.segment_f import SegmentF


T = TypeVar("T", bound="InterviewPrefill")


@_attrs_define
class InterviewPrefill:
    """Segments to look through with the client and then record; nothing is typed twice.

    Attributes:
        a (SegmentA): A: the applicant and her family (dane wnioskodawcy i rodziny). Mandatory.
        f (SegmentF): F: incomes, expenses and debts (sytuacja finansowa).
        taken_from (list[FilledFrom]):
    """

    a: SegmentA
    f: SegmentF
    taken_from: list[FilledFrom]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        a = self.a.to_dict()

        f = self.f.to_dict()

        taken_from = []
        for taken_from_item_data in self.taken_from:
            taken_from_item = taken_from_item_data.to_dict()
            taken_from.append(taken_from_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "a": a,
                "f": f,
                "taken_from": taken_from,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.filled_from import FilledFrom  # noqa: PLC0415
        from ..models.segment_a import SegmentA  # noqa: PLC0415
        from ..models.segment_f import SegmentF  # noqa: PLC0415

        d = dict(src_dict)
        a = SegmentA.from_dict(d.pop("a"))

        f = SegmentF.from_dict(d.pop("f"))

        taken_from = []
        _taken_from = d.pop("taken_from")
        for taken_from_item_data in _taken_from:
            taken_from_item = FilledFrom.from_dict(taken_from_item_data)

            taken_from.append(taken_from_item)

        interview_prefill = cls(
            a=a,
            f=f,
            taken_from=taken_from,
        )

        interview_prefill.additional_properties = d
        return interview_prefill

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
