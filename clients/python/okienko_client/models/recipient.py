from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.basis_kind import BasisKind

if TYPE_CHECKING:
    from ..models.party import Party
    from ..models.recipient_rests_on_type_0 import RecipientRestsOnType0


T = TypeVar("T", bound="Recipient")


@_attrs_define
class Recipient:
    """Whoever could see her record, also once, and on which basis.

    Attributes:
        party (Party): An institution or a partnership by name.
        members (list[str]): Of a partnership: who ever belonged to it.
        basis (BasisKind): Why one institution may see what another holds (GDPR art. 6, 9).
        rests_on (None | RecipientRestsOnType0): The article, or the proof of her consent.
        sections (list[str]): Named by a consent, beyond the rest.
        since (datetime.datetime):
        until (None | str):
        ended_at (datetime.datetime | None):
    """

    party: Party
    members: list[str]
    basis: BasisKind
    rests_on: None | RecipientRestsOnType0
    sections: list[str]
    since: datetime.datetime
    until: None | str
    ended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.recipient_rests_on_type_0 import RecipientRestsOnType0  # noqa: PLC0415

        party = self.party.to_dict()

        members = self.members

        basis = self.basis.value

        rests_on: dict[str, Any] | None
        if isinstance(self.rests_on, RecipientRestsOnType0):
            rests_on = self.rests_on.to_dict()
        else:
            rests_on = self.rests_on

        sections = self.sections

        since = self.since.isoformat()

        until: None | str
        until = self.until

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "party": party,
                "members": members,
                "basis": basis,
                "rests_on": rests_on,
                "sections": sections,
                "since": since,
                "until": until,
                "ended_at": ended_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party import Party  # noqa: PLC0415
        from ..models.recipient_rests_on_type_0 import RecipientRestsOnType0  # noqa: PLC0415

        d = dict(src_dict)
        party = Party.from_dict(d.pop("party"))

        members = cast(list[str], d.pop("members"))

        basis = BasisKind(d.pop("basis"))

        def _parse_rests_on(data: object) -> None | RecipientRestsOnType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rests_on_type_0 = RecipientRestsOnType0.from_dict(data)

                return rests_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecipientRestsOnType0, data)

        rests_on = _parse_rests_on(d.pop("rests_on"))

        sections = cast(list[str], d.pop("sections"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_until(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        until = _parse_until(d.pop("until"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        recipient = cls(
            party=party,
            members=members,
            basis=basis,
            rests_on=rests_on,
            sections=sections,
            since=since,
            until=until,
            ended_at=ended_at,
        )

        recipient.additional_properties = d
        return recipient

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
