from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.member import Member


T = TypeVar("T", bound="HouseholdView")


@_attrs_define
class HouseholdView:
    """A household as it held from a day to a day, both inclusive.

    Attributes:
        valid_from (datetime.date):
        valid_to (datetime.date | None): None: until now.
        household_of (None | UUID): For whom it was declared; none where that is a record you cannot see.
        members (list[Member]): Relations are to the applicant; health and records you may not see are left out.
        lone_person (bool):
        declared_by (UUID):
        declared_at (datetime.datetime):
    """

    valid_from: datetime.date
    valid_to: datetime.date | None
    household_of: None | UUID
    members: list[Member]
    lone_person: bool
    declared_by: UUID
    declared_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        valid_from = self.valid_from.isoformat()

        valid_to: None | str
        if isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        household_of: None | str
        if isinstance(self.household_of, UUID):
            household_of = str(self.household_of)
        else:
            household_of = self.household_of

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        lone_person = self.lone_person

        declared_by = str(self.declared_by)

        declared_at = self.declared_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "valid_from": valid_from,
                "valid_to": valid_to,
                "household_of": household_of,
                "members": members,
                "lone_person": lone_person,
                "declared_by": declared_by,
                "declared_at": declared_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.member import Member  # noqa: PLC0415

        d = dict(src_dict)
        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_valid_to(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_to_type_0 = datetime.date.fromisoformat(data)

                return valid_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_to = _parse_valid_to(d.pop("valid_to"))

        def _parse_household_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                household_of_type_0 = UUID(data)

                return household_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        household_of = _parse_household_of(d.pop("household_of"))

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = Member.from_dict(members_item_data)

            members.append(members_item)

        lone_person = d.pop("lone_person")

        declared_by = UUID(d.pop("declared_by"))

        declared_at = datetime.datetime.fromisoformat(d.pop("declared_at"))

        household_view = cls(
            valid_from=valid_from,
            valid_to=valid_to,
            household_of=household_of,
            members=members,
            lone_person=lone_person,
            declared_by=declared_by,
            declared_at=declared_at,
        )

        household_view.additional_properties = d
        return household_view

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
