from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.glass_reason import GlassReason
from ..models.section import Section

if TYPE_CHECKING:
    from ..models.party_named import PartyNamed


T = TypeVar("T", bound="GlassView")


@_attrs_define
class GlassView:
    """A record opened in an emergency: for how long, how far, and who was alarmed.

    Attributes:
        id (UUID):
        client_id (UUID):
        reason (GlassReason): Whose life or health depends on it, and how (GDPR art. 6(1)(d), 9(2)(c)).
        broken_at (datetime.datetime):
        expires_at (datetime.datetime):
        opens (list[Section]): What your role sees of it until then.
        alarmed (list[PartyNamed]): Whose managers and data-protection officers were alarmed.
    """

    id: UUID
    client_id: UUID
    reason: GlassReason
    broken_at: datetime.datetime
    expires_at: datetime.datetime
    opens: list[Section]
    alarmed: list[PartyNamed]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        reason = self.reason.value

        broken_at = self.broken_at.isoformat()

        expires_at = self.expires_at.isoformat()

        opens = []
        for opens_item_data in self.opens:
            opens_item = opens_item_data.value
            opens.append(opens_item)

        alarmed = []
        for alarmed_item_data in self.alarmed:
            alarmed_item = alarmed_item_data.to_dict()
            alarmed.append(alarmed_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "reason": reason,
                "broken_at": broken_at,
                "expires_at": expires_at,
                "opens": opens,
                "alarmed": alarmed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_named import PartyNamed  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        reason = GlassReason(d.pop("reason"))

        broken_at = datetime.datetime.fromisoformat(d.pop("broken_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        opens = []
        _opens = d.pop("opens")
        for opens_item_data in _opens:
            opens_item = Section(opens_item_data)

            opens.append(opens_item)

        alarmed = []
        _alarmed = d.pop("alarmed")
        for alarmed_item_data in _alarmed:
            alarmed_item = PartyNamed.from_dict(alarmed_item_data)

            alarmed.append(alarmed_item)

        glass_view = cls(
            id=id,
            client_id=client_id,
            reason=reason,
            broken_at=broken_at,
            expires_at=expires_at,
            opens=opens,
            alarmed=alarmed,
        )

        glass_view.additional_properties = d
        return glass_view

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
