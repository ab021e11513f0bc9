from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RegionCounts")


@_attrs_define
class RegionCounts:
    """How much is to be done; what is small is left out, and what would give it away.

    Attributes:
        overdue (int | None): None: left out.
        due (int | None): None: left out.
        silent (int | None): None: left out.
        new (int | None): None: left out.
        suppressed (bool): Whether any of these is left out.
    """

    overdue: int | None
    due: int | None
    silent: int | None
    new: int | None
    suppressed: bool
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

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "overdue": overdue,
                "due": due,
                "silent": silent,
                "new": new,
                "suppressed": suppressed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
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

        region_counts = cls(
            overdue=overdue,
            due=due,
            silent=silent,
            new=new,
            suppressed=suppressed,
        )

        region_counts.additional_properties = d
        return region_counts

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
