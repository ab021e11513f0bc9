from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="LinkView")


@_attrs_define
class LinkView:
    """A signed link to answer a referral (podpisany odnośnik), without the link itself.

    Attributes:
        id (UUID):
        referral_id (UUID):
        institution (PartyView): An institution by name.
        handed_by (str): The worker who handed it out.
        handed_to (None | str):
        handed_at (datetime.datetime):
        until (datetime.datetime):
        alive (bool): Whether it can still be used.
        revoked_at (datetime.datetime | None):
        renewed_by (None | UUID): What took its place.
    """

    id: UUID
    referral_id: UUID
    institution: PartyView
    handed_by: str
    handed_to: None | str
    handed_at: datetime.datetime
    until: datetime.datetime
    alive: bool
    revoked_at: datetime.datetime | None
    renewed_by: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        referral_id = str(self.referral_id)

        institution = self.institution.to_dict()

        handed_by = self.handed_by

        handed_to: None | str
        handed_to = self.handed_to

        handed_at = self.handed_at.isoformat()

        until = self.until.isoformat()

        alive = self.alive

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        renewed_by: None | str
        if isinstance(self.renewed_by, UUID):
            renewed_by = str(self.renewed_by)
        else:
            renewed_by = self.renewed_by

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "referral_id": referral_id,
                "institution": institution,
                "handed_by": handed_by,
                "handed_to": handed_to,
                "handed_at": handed_at,
                "until": until,
                "alive": alive,
                "revoked_at": revoked_at,
                "renewed_by": renewed_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        referral_id = UUID(d.pop("referral_id"))

        institution = PartyView.from_dict(d.pop("institution"))

        handed_by = d.pop("handed_by")

        def _parse_handed_to(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        handed_to = _parse_handed_to(d.pop("handed_to"))

        handed_at = datetime.datetime.fromisoformat(d.pop("handed_at"))

        until = datetime.datetime.fromisoformat(d.pop("until"))

        alive = d.pop("alive")

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        def _parse_renewed_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                renewed_by_type_0 = UUID(data)

                return renewed_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        renewed_by = _parse_renewed_by(d.pop("renewed_by"))

        link_view = cls(
            id=id,
            referral_id=referral_id,
            institution=institution,
            handed_by=handed_by,
            handed_to=handed_to,
            handed_at=handed_at,
            until=until,
            alive=alive,
            revoked_at=revoked_at,
            renewed_by=renewed_by,
        )

        link_view.additional_properties = d
        return link_view

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
