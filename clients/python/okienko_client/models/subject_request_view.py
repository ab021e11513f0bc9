from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.extension_reason import ExtensionReason
from ..models.request_channel import RequestChannel
from ..models.request_kind import RequestKind
from ..models.request_refusal_reason import RequestRefusalReason
from ..models.request_state import RequestState

T = TypeVar("T", bound="SubjectRequestView")


@_attrs_define
class SubjectRequestView:
    """A request of a data subject (wniosek osoby, której dane dotyczą).

    Attributes:
        id (UUID):
        client_id (UUID):
        kind (RequestKind): What a data subject may ask for (GDPR art. 15, 16, 17, 18, 20, 21).
        received_on (datetime.date):
        channel (RequestChannel): How a request reached the institution.
        due_on (datetime.date): The last day to answer, inclusive.
        overdue (bool):
        state (RequestState): Where a request stands.
        extended_for (ExtensionReason | None):
        answered_on (datetime.date | None):
        refused_for (None | RequestRefusalReason):
        article (None | str): On what a refusal rests.
        note (None | str):
        version (int):
    """

    id: UUID
    client_id: UUID
    kind: RequestKind
    received_on: datetime.date
    channel: RequestChannel
    due_on: datetime.date
    overdue: bool
    state: RequestState
    extended_for: ExtensionReason | None
    answered_on: datetime.date | None
    refused_for: None | RequestRefusalReason
    article: None | str
    note: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        kind = self.kind.value

        received_on = self.received_on.isoformat()

        channel = self.channel.value

        due_on = self.due_on.isoformat()

        overdue = self.overdue

        state = self.state.value

        extended_for: None | str
        if isinstance(self.extended_for, ExtensionReason):
            extended_for = self.extended_for.value
        else:
            extended_for = self.extended_for

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        refused_for: None | str
        if isinstance(self.refused_for, RequestRefusalReason):
            refused_for = self.refused_for.value
        else:
            refused_for = self.refused_for

        article: None | str
        article = self.article

        note: None | str
        note = self.note

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "kind": kind,
                "received_on": received_on,
                "channel": channel,
                "due_on": due_on,
                "overdue": overdue,
                "state": state,
                "extended_for": extended_for,
                "answered_on": answered_on,
                "refused_for": refused_for,
                "article": article,
                "note": note,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        kind = RequestKind(d.pop("kind"))

        received_on = datetime.date.fromisoformat(d.pop("received_on"))

        channel = RequestChannel(d.pop("channel"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        overdue = d.pop("overdue")

        state = RequestState(d.pop("state"))

        def _parse_extended_for(data: object) -> ExtensionReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                extended_for_type_0 = ExtensionReason(data)

                return extended_for_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExtensionReason | None, data)

        extended_for = _parse_extended_for(d.pop("extended_for"))

        def _parse_answered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_on_type_0 = datetime.date.fromisoformat(data)

                return answered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answered_on = _parse_answered_on(d.pop("answered_on"))

        def _parse_refused_for(data: object) -> None | RequestRefusalReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refused_for_type_0 = RequestRefusalReason(data)

                return refused_for_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RequestRefusalReason, data)

        refused_for = _parse_refused_for(d.pop("refused_for"))

        def _parse_article(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        article = _parse_article(d.pop("article"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        version = d.pop("version")

        subject_request_view = cls(
            id=id,
            client_id=client_id,
            kind=kind,
            received_on=received_on,
            channel=channel,
            due_on=due_on,
            overdue=overdue,
            state=state,
            extended_for=extended_for,
            answered_on=answered_on,
            refused_for=refused_for,
            article=article,
            note=note,
            version=version,
        )

        subject_request_view.additional_properties = d
        return subject_request_view

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
