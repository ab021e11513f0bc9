from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_status import ClientStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contact import Contact
    from ..models.person_name import PersonName
    from ..models.person_view import PersonView
    from ..models.residence import Residence


T = TypeVar("T", bound="ClientView")


@_attrs_define
class ClientView:
    """A client as intake answers a command: enough to go on with.

    Attributes:
        id (UUID):
        version (int):
        name (PersonName): The name on the person's papers.
        birth_date (datetime.date):
        pesel (None | str): Birth part only.
        residence (None | Residence):
        contact (Contact): How to reach her.
        status (ClientStatus): Where a client stands on her way (domain 2.10).
        registered_by (UUID):
        registered_at (datetime.datetime):
        person (PersonView): The person beyond name, number and residence, as every caseworker with a relation sees her.
        merged_from (list[UUID] | Unset): Ids of merged records that stand for this one.
    """

    id: UUID
    version: int
    name: PersonName
    birth_date: datetime.date
    pesel: None | str
    residence: None | Residence
    contact: Contact
    status: ClientStatus
    registered_by: UUID
    registered_at: datetime.datetime
    person: PersonView
    merged_from: list[UUID] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.residence import Residence  # noqa: PLC0415

        id = str(self.id)

        version = self.version

        name = self.name.to_dict()

        birth_date = self.birth_date.isoformat()

        pesel: None | str
        pesel = self.pesel

        residence: dict[str, Any] | None
        if isinstance(self.residence, Residence):
            residence = self.residence.to_dict()
        else:
            residence = self.residence

        contact = self.contact.to_dict()

        status = self.status.value

        registered_by = str(self.registered_by)

        registered_at = self.registered_at.isoformat()

        person = self.person.to_dict()

        merged_from: list[str] | Unset = UNSET
        if not isinstance(self.merged_from, Unset):
            merged_from = []
            for merged_from_item_data in self.merged_from:
                merged_from_item = str(merged_from_item_data)
                merged_from.append(merged_from_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "version": version,
                "name": name,
                "birth_date": birth_date,
                "pesel": pesel,
                "residence": residence,
                "contact": contact,
                "status": status,
                "registered_by": registered_by,
                "registered_at": registered_at,
                "person": person,
            }
        )
        if merged_from is not UNSET:
            field_dict["merged_from"] = merged_from

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact import Contact  # noqa: PLC0415
        from ..models.person_name import PersonName  # noqa: PLC0415
        from ..models.person_view import PersonView  # noqa: PLC0415
        from ..models.residence import Residence  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        version = d.pop("version")

        name = PersonName.from_dict(d.pop("name"))

        birth_date = datetime.date.fromisoformat(d.pop("birth_date"))

        def _parse_pesel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pesel = _parse_pesel(d.pop("pesel"))

        def _parse_residence(data: object) -> None | Residence:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                residence_type_0 = Residence.from_dict(data)

                return residence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Residence, data)

        residence = _parse_residence(d.pop("residence"))

        contact = Contact.from_dict(d.pop("contact"))

        status = ClientStatus(d.pop("status"))

        registered_by = UUID(d.pop("registered_by"))

        registered_at = datetime.datetime.fromisoformat(d.pop("registered_at"))

        person = PersonView.from_dict(d.pop("person"))

        _merged_from = d.pop("merged_from", UNSET)
        merged_from: list[UUID] | Unset = UNSET
        if _merged_from is not UNSET:
            merged_from = []
            for merged_from_item_data in _merged_from:
                merged_from_item = UUID(merged_from_item_data)

                merged_from.append(merged_from_item)

        client_view = cls(
            id=id,
            version=version,
            name=name,
            birth_date=birth_date,
            pesel=pesel,
            residence=residence,
            contact=contact,
            status=status,
            registered_by=registered_by,
            registered_at=registered_at,
            person=person,
            merged_from=merged_from,
        )

        client_view.additional_properties = d
        return client_view

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
