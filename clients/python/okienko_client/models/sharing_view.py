from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section

if TYPE_CHECKING:
    from ..models.sharing_note import SharingNote


T = TypeVar("T", bound="SharingView")


@_attrs_define
class SharingView:
    """A sharing in force, or withdrawn.

    Attributes:
        id (UUID):
        client_id (UUID):
        party (UUID):
        basis (str):
        sections (list[Section]):
        until (datetime.date | None):
        opened_at (datetime.datetime):
        closed_at (datetime.datetime | None):
        article_known (bool | None): Whether the register has the article; none: no article.
        notes (list[SharingNote]):
    """

    id: UUID
    client_id: UUID
    party: UUID
    basis: str
    sections: list[Section]
    until: datetime.date | None
    opened_at: datetime.datetime
    closed_at: datetime.datetime | None
    article_known: bool | None
    notes: list[SharingNote]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        party = str(self.party)

        basis = self.basis

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.value
            sections.append(sections_item)

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        opened_at = self.opened_at.isoformat()

        closed_at: None | str
        if isinstance(self.closed_at, datetime.datetime):
            closed_at = self.closed_at.isoformat()
        else:
            closed_at = self.closed_at

        article_known: bool | None
        article_known = self.article_known

        notes = []
        for notes_item_data in self.notes:
            notes_item = notes_item_data.to_dict()
            notes.append(notes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "party": party,
                "basis": basis,
                "sections": sections,
                "until": until,
                "opened_at": opened_at,
                "closed_at": closed_at,
                "article_known": article_known,
                "notes": notes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.sharing_note import SharingNote  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        party = UUID(d.pop("party"))

        basis = d.pop("basis")

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = Section(sections_item_data)

            sections.append(sections_item)

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        def _parse_closed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_at_type_0 = datetime.datetime.fromisoformat(data)

                return closed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        closed_at = _parse_closed_at(d.pop("closed_at"))

        def _parse_article_known(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        article_known = _parse_article_known(d.pop("article_known"))

        notes = []
        _notes = d.pop("notes")
        for notes_item_data in _notes:
            notes_item = SharingNote.from_dict(notes_item_data)

            notes.append(notes_item)

        sharing_view = cls(
            id=id,
            client_id=client_id,
            party=party,
            basis=basis,
            sections=sections,
            until=until,
            opened_at=opened_at,
            closed_at=closed_at,
            article_known=article_known,
            notes=notes,
        )

        sharing_view.additional_properties = d
        return sharing_view

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
