from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asset import Asset


T = TypeVar("T", bound="SegmentG")


@_attrs_define
class SegmentG:
    """G: assets (stan majątkowy).

    Attributes:
        segment (Literal['G']):
        assets (list[Asset] | Unset):
        statement_taken (bool | None | Unset): Whether a property statement was handed in.
        remarks (None | str | Unset):
    """

    segment: Literal["G"]
    assets: list[Asset] | Unset = UNSET
    statement_taken: bool | None | Unset = UNSET
    remarks: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        assets: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.assets, Unset):
            assets = []
            for assets_item_data in self.assets:
                assets_item = assets_item_data.to_dict()
                assets.append(assets_item)

        statement_taken: bool | None | Unset
        if isinstance(self.statement_taken, Unset):
            statement_taken = UNSET
        else:
            statement_taken = self.statement_taken

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
        if assets is not UNSET:
            field_dict["assets"] = assets
        if statement_taken is not UNSET:
            field_dict["statement_taken"] = statement_taken
        if remarks is not UNSET:
            field_dict["remarks"] = remarks

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asset import Asset  # noqa: PLC0415

        d = dict(src_dict)
        segment = cast(Literal["G"], d.pop("segment"))
        if segment != "G":
            raise ValueError(f"segment must match const 'G', got '{segment}'")

        _assets = d.pop("assets", UNSET)
        assets: list[Asset] | Unset = UNSET
        if _assets is not UNSET:
            assets = []
            for assets_item_data in _assets:
                assets_item = Asset.from_dict(assets_item_data)

                assets.append(assets_item)

        def _parse_statement_taken(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        statement_taken = _parse_statement_taken(d.pop("statement_taken", UNSET))

        def _parse_remarks(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        remarks = _parse_remarks(d.pop("remarks", UNSET))

        segment_g = cls(
            segment=segment,
            assets=assets,
            statement_taken=statement_taken,
            remarks=remarks,
        )

        return segment_g
