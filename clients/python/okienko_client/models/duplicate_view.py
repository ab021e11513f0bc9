from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.duplicate_state import DuplicateState
from ..models.link_kind import LinkKind

if TYPE_CHECKING:
    from ..models.likeness_reason import LikenessReason


T = TypeVar("T", bound="DuplicateView")


@_attrs_define
class DuplicateView:
    """A pair without the people: what came of a decision.

    Attributes:
        id (UUID):
        client_ids (list[UUID]):
        state (DuplicateState): Where a pair stands.
        link (LinkKind | None):
        score (int):
        reasons (list[LikenessReason]):
        owner (UUID):
        found_at (datetime.datetime):
        due_on (datetime.date): By when to decide, inclusive.
        decided_by (None | str):
        decided_at (datetime.datetime | None):
        version (int):
    """

    id: UUID
    client_ids: list[UUID]
    state: DuplicateState
    link: LinkKind | None
    score: int
    reasons: list[LikenessReason]
    owner: UUID
    found_at: datetime.datetime
    due_on: datetime.date
    decided_by: None | str
    decided_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_ids = []
        for client_ids_item_data in self.client_ids:
            client_ids_item = str(client_ids_item_data)
            client_ids.append(client_ids_item)

        state = self.state.value

        link: None | str
        if isinstance(self.link, LinkKind):
            link = self.link.value
        else:
            link = self.link

        score = self.score

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        owner = str(self.owner)

        found_at = self.found_at.isoformat()

        due_on = self.due_on.isoformat()

        decided_by: None | str
        decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_ids": client_ids,
                "state": state,
                "link": link,
                "score": score,
                "reasons": reasons,
                "owner": owner,
                "found_at": found_at,
                "due_on": due_on,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.likeness_reason import LikenessReason  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_ids = []
        _client_ids = d.pop("client_ids")
        for client_ids_item_data in _client_ids:
            client_ids_item = UUID(client_ids_item_data)

            client_ids.append(client_ids_item)

        state = DuplicateState(d.pop("state"))

        def _parse_link(data: object) -> LinkKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                link_type_0 = LinkKind(data)

                return link_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LinkKind | None, data)

        link = _parse_link(d.pop("link"))

        score = d.pop("score")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = LikenessReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        owner = UUID(d.pop("owner"))

        found_at = datetime.datetime.fromisoformat(d.pop("found_at"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        version = d.pop("version")

        duplicate_view = cls(
            id=id,
            client_ids=client_ids,
            state=state,
            link=link,
            score=score,
            reasons=reasons,
            owner=owner,
            found_at=found_at,
            due_on=due_on,
            decided_by=decided_by,
            decided_at=decided_at,
            version=version,
        )

        duplicate_view.additional_properties = d
        return duplicate_view

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
