from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.duplicate_person import DuplicatePerson
    from ..models.duplicate_view import DuplicateView


T = TypeVar("T", bound="QueuedDuplicate")


@_attrs_define
class QueuedDuplicate:
    """A pair, and the two people.

    Attributes:
        pair (DuplicateView): A pair without the people: what came of a decision.
        people (list[DuplicatePerson]):
    """

    pair: DuplicateView
    people: list[DuplicatePerson]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pair = self.pair.to_dict()

        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pair": pair,
                "people": people,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.duplicate_person import DuplicatePerson  # noqa: PLC0415
        from ..models.duplicate_view import DuplicateView  # noqa: PLC0415

        d = dict(src_dict)
        pair = DuplicateView.from_dict(d.pop("pair"))

        people = []
        _people = d.pop("people")
        for people_item_data in _people:
            people_item = DuplicatePerson.from_dict(people_item_data)

            people.append(people_item)

        queued_duplicate = cls(
            pair=pair,
            people=people,
        )

        queued_duplicate.additional_properties = d
        return queued_duplicate

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
