from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.agreement_view import AgreementView
    from ..models.institution_ref import InstitutionRef


T = TypeVar("T", bound="PartnershipView")


@_attrs_define
class PartnershipView:
    """A partnership with whoever its agreements in force join today.

    Attributes:
        id (UUID):
        name (str):
        territory (list[str]):
        version (int):
        members (list[InstitutionRef]):
        agreements (list[AgreementView]):
    """

    id: UUID
    name: str
    territory: list[str]
    version: int
    members: list[InstitutionRef]
    agreements: list[AgreementView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        territory = self.territory

        version = self.version

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        agreements = []
        for agreements_item_data in self.agreements:
            agreements_item = agreements_item_data.to_dict()
            agreements.append(agreements_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "territory": territory,
                "version": version,
                "members": members,
                "agreements": agreements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agreement_view import AgreementView  # noqa: PLC0415
        from ..models.institution_ref import InstitutionRef  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        territory = cast(list[str], d.pop("territory"))

        version = d.pop("version")

        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = InstitutionRef.from_dict(members_item_data)

            members.append(members_item)

        agreements = []
        _agreements = d.pop("agreements")
        for agreements_item_data in _agreements:
            agreements_item = AgreementView.from_dict(agreements_item_data)

            agreements.append(agreements_item)

        partnership_view = cls(
            id=id,
            name=name,
            territory=territory,
            version=version,
            members=members,
            agreements=agreements,
        )

        partnership_view.additional_properties = d
        return partnership_view

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
