from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.merge_side import MergeSide


T = TypeVar("T", bound="MergePreview")


@_attrs_define
class MergePreview:
    """What a merge would lay together; nothing is changed by looking.

    Attributes:
        kept (MergeSide): One of the two records, and how much hangs on it, by section the caller sees in full.
        merged (MergeSide): One of the two records, and how much hangs on it, by section the caller sees in full.
        differs (list[str]): Particulars in which the two differ; those of the kept record lead.
        same_record (bool): They are one already.
    """

    kept: MergeSide
    merged: MergeSide
    differs: list[str]
    same_record: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kept = self.kept.to_dict()

        merged = self.merged.to_dict()

        differs = self.differs

        same_record = self.same_record

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kept": kept,
                "merged": merged,
                "differs": differs,
                "same_record": same_record,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.merge_side import MergeSide  # noqa: PLC0415

        d = dict(src_dict)
        kept = MergeSide.from_dict(d.pop("kept"))

        merged = MergeSide.from_dict(d.pop("merged"))

        differs = cast(list[str], d.pop("differs"))

        same_record = d.pop("same_record")

        merge_preview = cls(
            kept=kept,
            merged=merged,
            differs=differs,
            same_record=same_record,
        )

        merge_preview.additional_properties = d
        return merge_preview

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
