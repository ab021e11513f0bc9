from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.kind_counts import KindCounts


T = TypeVar("T", bound="CountyCounts")


@_attrs_define
class CountyCounts:
    """The same of one county.

    Attributes:
        overdue (int | None): None: left out.
        due (int | None): None: left out.
        silent (int | None): None: left out.
        new (int | None): None: left out.
        suppressed (bool): Whether any of these is left out.
        county (str): TERC code; of two digits: institutions of the voivodeship.
        by_kind (list[KindCounts]):
    """

    overdue: int | None
    due: int | None
    silent: int | None
    new: int | None
    suppressed: bool
    county: str
    by_kind: list[KindCounts]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        overdue: int | None
        overdue = self.overdue

        due: int | None
        due = self.due

        silent: int | None
        silent = self.silent

        new: int | None
        new = self.new

        suppressed = self.suppressed

        county = self.county

        by_kind = []
        for by_kind_item_data in self.by_kind:
            by_kind_item = by_kind_item_data.to_dict()
            by_kind.append(by_kind_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "overdue": overdue,
                "due": due,
                "silent": silent,
                "new": new,
                "suppressed": suppressed,
                "county": county,
                "by_kind": by_kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.kind_counts import KindCounts  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_overdue(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        overdue = _parse_overdue(d.pop("overdue"))

        def _parse_due(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        due = _parse_due(d.pop("due"))

        def _parse_silent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        silent = _parse_silent(d.pop("silent"))

        def _parse_new(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        new = _parse_new(d.pop("new"))

        suppressed = d.pop("suppressed")

        county = d.pop("county")

        by_kind = []
        _by_kind = d.pop("by_kind")
        for by_kind_item_data in _by_kind:
            by_kind_item = KindCounts.from_dict(by_kind_item_data)

            by_kind.append(by_kind_item)

        county_counts = cls(
            overdue=overdue,
            due=due,
            silent=silent,
            new=new,
            suppressed=suppressed,
            county=county,
            by_kind=by_kind,
        )

        county_counts.additional_properties = d
        return county_counts

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
