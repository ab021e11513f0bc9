from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.channel import Channel
from ..models.interview_kind import InterviewKind
from ..models.interview_part import InterviewPart
from ..models.interview_state import InterviewState
from ..models.received_as import ReceivedAs

if TYPE_CHECKING:
    from ..models.saving_view import SavingView


T = TypeVar("T", bound="InterviewRecord")


@_attrs_define
class InterviewRecord:
    """An interview with what was recorded in it, the latest of each segment.

    Attributes:
        id (UUID):
        client_id (UUID):
        institution (UUID):
        kind (InterviewKind): What kind of document help rests on (rodzaj dokumentu; art. 107 u.p.s.).
        part (InterviewPart): Which of the nine parts of the questionnaire is filled.

            Part I is the full interview with the segments A-J. What each of the parts II-IX is for is not
            among our sources, so they are only numbered here.
        channel (Channel): Who or what the interview began with.
        received_as (ReceivedAs): How the application or the signal came.
        received_on (datetime.date):
        due_on (datetime.date):
        urgent (bool):
        updates (None | UUID):
        opened_by (str):
        opened_at (datetime.datetime):
        state (InterviewState): Where an interview stands.
        recorded (list[str]): Segments recorded, of those you may see.
        missing (list[str]): What must be recorded to sign.
        signed_on (datetime.date | None):
        update_due_on (datetime.date | None):
        version (int):
        savings (list[SavingView]):
        withheld (list[str]): Segments kept back from you, whether or not there is anything in them.
    """

    id: UUID
    client_id: UUID
    institution: UUID
    kind: InterviewKind
    part: InterviewPart
    channel: Channel
    received_as: ReceivedAs
    received_on: datetime.date
    due_on: datetime.date
    urgent: bool
    updates: None | UUID
    opened_by: str
    opened_at: datetime.datetime
    state: InterviewState
    recorded: list[str]
    missing: list[str]
    signed_on: datetime.date | None
    update_due_on: datetime.date | None
    version: int
    savings: list[SavingView]
    withheld: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        institution = str(self.institution)

        kind = self.kind.value

        part = self.part.value

        channel = self.channel.value

        received_as = self.received_as.value

        received_on = self.received_on.isoformat()

        due_on = self.due_on.isoformat()

        urgent = self.urgent

        updates: None | str
        if isinstance(self.updates, UUID):
            updates = str(self.updates)
        else:
            updates = self.updates

        opened_by = self.opened_by

        opened_at = self.opened_at.isoformat()

        state = self.state.value

        recorded = self.recorded

        missing = self.missing

        signed_on: None | str
        if isinstance(self.signed_on, datetime.date):
            signed_on = self.signed_on.isoformat()
        else:
            signed_on = self.signed_on

        update_due_on: None | str
        if isinstance(self.update_due_on, datetime.date):
            update_due_on = self.update_due_on.isoformat()
        else:
            update_due_on = self.update_due_on

        version = self.version

        savings = []
        for savings_item_data in self.savings:
            savings_item = savings_item_data.to_dict()
            savings.append(savings_item)

        withheld = self.withheld

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "institution": institution,
                "kind": kind,
                "part": part,
                "channel": channel,
                "received_as": received_as,
                "received_on": received_on,
                "due_on": due_on,
                "urgent": urgent,
                "updates": updates,
                "opened_by": opened_by,
                "opened_at": opened_at,
                "state": state,
                "recorded": recorded,
                "missing": missing,
                "signed_on": signed_on,
                "update_due_on": update_due_on,
                "version": version,
                "savings": savings,
                "withheld": withheld,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.saving_view import SavingView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        institution = UUID(d.pop("institution"))

        kind = InterviewKind(d.pop("kind"))

        part = InterviewPart(d.pop("part"))

        channel = Channel(d.pop("channel"))

        received_as = ReceivedAs(d.pop("received_as"))

        received_on = datetime.date.fromisoformat(d.pop("received_on"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        urgent = d.pop("urgent")

        def _parse_updates(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                updates_type_0 = UUID(data)

                return updates_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        updates = _parse_updates(d.pop("updates"))

        opened_by = d.pop("opened_by")

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        state = InterviewState(d.pop("state"))

        recorded = cast(list[str], d.pop("recorded"))

        missing = cast(list[str], d.pop("missing"))

        def _parse_signed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                signed_on_type_0 = datetime.date.fromisoformat(data)

                return signed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        signed_on = _parse_signed_on(d.pop("signed_on"))

        def _parse_update_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                update_due_on_type_0 = datetime.date.fromisoformat(data)

                return update_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        update_due_on = _parse_update_due_on(d.pop("update_due_on"))

        version = d.pop("version")

        savings = []
        _savings = d.pop("savings")
        for savings_item_data in _savings:
            savings_item = SavingView.from_dict(savings_item_data)

            savings.append(savings_item)

        withheld = cast(list[str], d.pop("withheld"))

        interview_record = cls(
            id=id,
            client_id=client_id,
            institution=institution,
            kind=kind,
            part=part,
            channel=channel,
            received_as=received_as,
            received_on=received_on,
            due_on=due_on,
            urgent=urgent,
            updates=updates,
            opened_by=opened_by,
            opened_at=opened_at,
            state=state,
            recorded=recorded,
            missing=missing,
            signed_on=signed_on,
            update_due_on=update_due_on,
            version=version,
            savings=savings,
            withheld=withheld,
        )

        interview_record.additional_properties = d
        return interview_record

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
