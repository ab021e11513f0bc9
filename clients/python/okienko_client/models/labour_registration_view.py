from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.ipd_reason import IpdReason
from ..models.labour_end import LabourEnd
from ..models.labour_status import LabourStatus

if TYPE_CHECKING:
    from ..models.contact_view import ContactView
    from ..models.ipd_view import IpdView
    from ..models.labour_facts import LabourFacts


T = TypeVar("T", bound="LabourRegistrationView")


@_attrs_define
class LabourRegistrationView:
    """A registration at a labour office; both days inclusive.

    Attributes:
        id (UUID):
        client_id (UUID):
        version (int):
        status (LabourStatus): As what a labour office registers somebody (domain 2.3).
        registered_on (datetime.date):
        registered_by (UUID):
        ended_on (datetime.date | None):
        end_reason (LabourEnd | None):
        facts (LabourFacts): What the office asks at registration (karta rejestracyjna).
        ipds (list[IpdView]):
        ipd_due_on (datetime.date | None): By when a plan is due; none: made, or not due.
        ipd_due_because (IpdReason | None):
        contacts (list[ContactView]):
        next_contact_due_on (datetime.date | None): By when the office is to be in touch, as this plan says and counted
            from the contacts above. What her adviser logs (`/v1/advice`) is counted there, together with these.
    """

    id: UUID
    client_id: UUID
    version: int
    status: LabourStatus
    registered_on: datetime.date
    registered_by: UUID
    ended_on: datetime.date | None
    end_reason: LabourEnd | None
    facts: LabourFacts
    ipds: list[IpdView]
    ipd_due_on: datetime.date | None
    ipd_due_because: IpdReason | None
    contacts: list[ContactView]
    next_contact_due_on: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        version = self.version

        status = self.status.value

        registered_on = self.registered_on.isoformat()

        registered_by = str(self.registered_by)

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        end_reason: None | str
        if isinstance(self.end_reason, LabourEnd):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        facts = self.facts.to_dict()

        ipds = []
        for ipds_item_data in self.ipds:
            ipds_item = ipds_item_data.to_dict()
            ipds.append(ipds_item)

        ipd_due_on: None | str
        if isinstance(self.ipd_due_on, datetime.date):
            ipd_due_on = self.ipd_due_on.isoformat()
        else:
            ipd_due_on = self.ipd_due_on

        ipd_due_because: None | str
        if isinstance(self.ipd_due_because, IpdReason):
            ipd_due_because = self.ipd_due_because.value
        else:
            ipd_due_because = self.ipd_due_because

        contacts = []
        for contacts_item_data in self.contacts:
            contacts_item = contacts_item_data.to_dict()
            contacts.append(contacts_item)

        next_contact_due_on: None | str
        if isinstance(self.next_contact_due_on, datetime.date):
            next_contact_due_on = self.next_contact_due_on.isoformat()
        else:
            next_contact_due_on = self.next_contact_due_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "version": version,
                "status": status,
                "registered_on": registered_on,
                "registered_by": registered_by,
                "ended_on": ended_on,
                "end_reason": end_reason,
                "facts": facts,
                "ipds": ipds,
                "ipd_due_on": ipd_due_on,
                "ipd_due_because": ipd_due_because,
                "contacts": contacts,
                "next_contact_due_on": next_contact_due_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact_view import ContactView  # noqa: PLC0415
        from ..models.ipd_view import IpdView  # noqa: PLC0415
        from ..models.labour_facts import LabourFacts  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        version = d.pop("version")

        status = LabourStatus(d.pop("status"))

        registered_on = datetime.date.fromisoformat(d.pop("registered_on"))

        registered_by = UUID(d.pop("registered_by"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        def _parse_end_reason(data: object) -> LabourEnd | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = LabourEnd(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LabourEnd | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        facts = LabourFacts.from_dict(d.pop("facts"))

        ipds = []
        _ipds = d.pop("ipds")
        for ipds_item_data in _ipds:
            ipds_item = IpdView.from_dict(ipds_item_data)

            ipds.append(ipds_item)

        def _parse_ipd_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ipd_due_on_type_0 = datetime.date.fromisoformat(data)

                return ipd_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ipd_due_on = _parse_ipd_due_on(d.pop("ipd_due_on"))

        def _parse_ipd_due_because(data: object) -> IpdReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ipd_due_because_type_0 = IpdReason(data)

                return ipd_due_because_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(IpdReason | None, data)

        ipd_due_because = _parse_ipd_due_because(d.pop("ipd_due_because"))

        contacts = []
        _contacts = d.pop("contacts")
        for contacts_item_data in _contacts:
            contacts_item = ContactView.from_dict(contacts_item_data)

            contacts.append(contacts_item)

        def _parse_next_contact_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_contact_due_on_type_0 = datetime.date.fromisoformat(data)

                return next_contact_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_contact_due_on = _parse_next_contact_due_on(d.pop("next_contact_due_on"))

        labour_registration_view = cls(
            id=id,
            client_id=client_id,
            version=version,
            status=status,
            registered_on=registered_on,
            registered_by=registered_by,
            ended_on=ended_on,
            end_reason=end_reason,
            facts=facts,
            ipds=ipds,
            ipd_due_on=ipd_due_on,
            ipd_due_because=ipd_due_because,
            contacts=contacts,
            next_contact_due_on=next_contact_due_on,
        )

        labour_registration_view.additional_properties = d
        return labour_registration_view

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
