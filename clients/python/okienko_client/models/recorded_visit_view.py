from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.visit_view import VisitView


T = TypeVar("T", bound="RecordedVisitView")


@_attrs_define
class RecordedVisitView:
    """A visit as it was recorded, confirmed or corrected, and what is left of the voucher's month.

    Attributes:
        visit (VisitView): A visit; `minutes` counts against the voucher unless it was struck.
        confirmed (bool):
        minutes_left (int | None): Of its month on the voucher.
        tries_left (int | None): After a wrong code: how many more may be tried.
    """

    visit: VisitView
    confirmed: bool
    minutes_left: int | None
    tries_left: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        visit = self.visit.to_dict()

        confirmed = self.confirmed

        minutes_left: int | None
        minutes_left = self.minutes_left

        tries_left: int | None
        tries_left = self.tries_left

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "visit": visit,
                "confirmed": confirmed,
                "minutes_left": minutes_left,
                "tries_left": tries_left,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.visit_view import VisitView  # noqa: PLC0415

        d = dict(src_dict)
        visit = VisitView.from_dict(d.pop("visit"))

        confirmed = d.pop("confirmed")

        def _parse_minutes_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        minutes_left = _parse_minutes_left(d.pop("minutes_left"))

        def _parse_tries_left(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        tries_left = _parse_tries_left(d.pop("tries_left"))

        recorded_visit_view = cls(
            visit=visit,
            confirmed=confirmed,
            minutes_left=minutes_left,
            tries_left=tries_left,
        )

        recorded_visit_view.additional_properties = d
        return recorded_visit_view

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
