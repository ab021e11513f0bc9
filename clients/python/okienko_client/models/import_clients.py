from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.import_row import ImportRow
    from ..models.share_with import ShareWith


T = TypeVar("T", bound="ImportClients")


@_attrs_define
class ImportClients:
    """Register the persons of a former system; send a row again and it is known, not doubled.

    Attributes:
        source (str):
        rows (list[ImportRow]):
        dry_run (bool | Unset): Only say what would become of each row. Default: False.
        share_with (list[ShareWith] | Unset): Partners, for all rows alike.
    """

    source: str
    rows: list[ImportRow]
    dry_run: bool | Unset = False
    share_with: list[ShareWith] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        source = self.source

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        dry_run = self.dry_run

        share_with: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.share_with, Unset):
            share_with = []
            for share_with_item_data in self.share_with:
                share_with_item = share_with_item_data.to_dict()
                share_with.append(share_with_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "source": source,
                "rows": rows,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run
        if share_with is not UNSET:
            field_dict["share_with"] = share_with

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.import_row import ImportRow  # noqa: PLC0415
        from ..models.share_with import ShareWith  # noqa: PLC0415

        d = dict(src_dict)
        source = d.pop("source")

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = ImportRow.from_dict(rows_item_data)

            rows.append(rows_item)

        dry_run = d.pop("dry_run", UNSET)

        _share_with = d.pop("share_with", UNSET)
        share_with: list[ShareWith] | Unset = UNSET
        if _share_with is not UNSET:
            share_with = []
            for share_with_item_data in _share_with:
                share_with_item = ShareWith.from_dict(share_with_item_data)

                share_with.append(share_with_item)

        import_clients = cls(
            source=source,
            rows=rows,
            dry_run=dry_run,
            share_with=share_with,
        )

        return import_clients
