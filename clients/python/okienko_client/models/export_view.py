from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.export_view_as_of import ExportViewAsOf
    from ..models.export_view_sections import ExportViewSections
    from ..models.left_out import LeftOut
    from ..models.party import Party
    from ..models.recipient import Recipient
    from ..models.used import Used


T = TypeVar("T", bound="ExportView")


@_attrs_define
class ExportView:
    """A person's copy of her data.

    Attributes:
        client_id (UUID):
        exported_at (datetime.datetime):
        exported_by (Party): An institution or a partnership by name.
        restricted (bool):
        sections (ExportViewSections): In full, by name of the section; workers are not named.
        as_of (ExportViewAsOf): By the service that keeps it.
        left_out (list[LeftOut]):
        recipients (list[Recipient]):
        keeping (list[Any]): By which rule and how long it is kept; empty: the case is open.
        accesses (list[Used]): Newest first; workers are not named.
    """

    client_id: UUID
    exported_at: datetime.datetime
    exported_by: Party
    restricted: bool
    sections: ExportViewSections
    as_of: ExportViewAsOf
    left_out: list[LeftOut]
    recipients: list[Recipient]
    keeping: list[Any]
    accesses: list[Used]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        exported_at = self.exported_at.isoformat()

        exported_by = self.exported_by.to_dict()

        restricted = self.restricted

        sections = self.sections.to_dict()

        as_of = self.as_of.to_dict()

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)

        recipients = []
        for recipients_item_data in self.recipients:
            recipients_item = recipients_item_data.to_dict()
            recipients.append(recipients_item)

        keeping = self.keeping

        accesses = []
        for accesses_item_data in self.accesses:
            accesses_item = accesses_item_data.to_dict()
            accesses.append(accesses_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "exported_at": exported_at,
                "exported_by": exported_by,
                "restricted": restricted,
                "sections": sections,
                "as_of": as_of,
                "left_out": left_out,
                "recipients": recipients,
                "keeping": keeping,
                "accesses": accesses,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_view_as_of import ExportViewAsOf  # noqa: PLC0415
        from ..models.export_view_sections import ExportViewSections  # noqa: PLC0415
        from ..models.left_out import LeftOut  # noqa: PLC0415
        from ..models.party import Party  # noqa: PLC0415
        from ..models.recipient import Recipient  # noqa: PLC0415
        from ..models.used import Used  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        exported_at = datetime.datetime.fromisoformat(d.pop("exported_at"))

        exported_by = Party.from_dict(d.pop("exported_by"))

        restricted = d.pop("restricted")

        sections = ExportViewSections.from_dict(d.pop("sections"))

        as_of = ExportViewAsOf.from_dict(d.pop("as_of"))

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in _left_out:
            left_out_item = LeftOut.from_dict(left_out_item_data)

            left_out.append(left_out_item)

        recipients = []
        _recipients = d.pop("recipients")
        for recipients_item_data in _recipients:
            recipients_item = Recipient.from_dict(recipients_item_data)

            recipients.append(recipients_item)

        keeping = cast(list[Any], d.pop("keeping"))

        accesses = []
        _accesses = d.pop("accesses")
        for accesses_item_data in _accesses:
            accesses_item = Used.from_dict(accesses_item_data)

            accesses.append(accesses_item)

        export_view = cls(
            client_id=client_id,
            exported_at=exported_at,
            exported_by=exported_by,
            restricted=restricted,
            sections=sections,
            as_of=as_of,
            left_out=left_out,
            recipients=recipients,
            keeping=keeping,
            accesses=accesses,
        )

        export_view.additional_properties = d
        return export_view

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
