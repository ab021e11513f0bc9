from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.handover_refusal import HandoverRefusal
from ..models.handover_state import HandoverState

if TYPE_CHECKING:
    from ..models.handover_summary import HandoverSummary
    from ..models.worker_view import WorkerView


T = TypeVar("T", bound="HandoverView")


@_attrs_define
class HandoverView:
    """A hand-over with its summary of the moment it was proposed (przekazanie).

    Attributes:
        id (UUID):
        advice_id (UUID):
        client_id (UUID):
        from_worker (WorkerView): A worker.
        to_worker (WorkerView): A worker.
        proposed_by (WorkerView): A worker.
        proposed_at (datetime.datetime):
        due_on (datetime.date): By when to answer.
        state (HandoverState): Where a hand-over stands.
        note (None | str):
        reason (HandoverRefusal | None):
        answer (None | str):
        answered_at (datetime.datetime | None):
        new_advice_id (None | UUID):
        kept (list[UUID]): What stayed pending in the new adviser's name.
        summary (HandoverSummary): What the next adviser should know, put together at the moment of the proposal.
        version (int):
    """

    id: UUID
    advice_id: UUID
    client_id: UUID
    from_worker: WorkerView
    to_worker: WorkerView
    proposed_by: WorkerView
    proposed_at: datetime.datetime
    due_on: datetime.date
    state: HandoverState
    note: None | str
    reason: HandoverRefusal | None
    answer: None | str
    answered_at: datetime.datetime | None
    new_advice_id: None | UUID
    kept: list[UUID]
    summary: HandoverSummary
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        advice_id = str(self.advice_id)

        client_id = str(self.client_id)

        from_worker = self.from_worker.to_dict()

        to_worker = self.to_worker.to_dict()

        proposed_by = self.proposed_by.to_dict()

        proposed_at = self.proposed_at.isoformat()

        due_on = self.due_on.isoformat()

        state = self.state.value

        note: None | str
        note = self.note

        reason: None | str
        if isinstance(self.reason, HandoverRefusal):
            reason = self.reason.value
        else:
            reason = self.reason

        answer: None | str
        answer = self.answer

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        new_advice_id: None | str
        if isinstance(self.new_advice_id, UUID):
            new_advice_id = str(self.new_advice_id)
        else:
            new_advice_id = self.new_advice_id

        kept = []
        for kept_item_data in self.kept:
            kept_item = str(kept_item_data)
            kept.append(kept_item)

        summary = self.summary.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "advice_id": advice_id,
                "client_id": client_id,
                "from_worker": from_worker,
                "to_worker": to_worker,
                "proposed_by": proposed_by,
                "proposed_at": proposed_at,
                "due_on": due_on,
                "state": state,
                "note": note,
                "reason": reason,
                "answer": answer,
                "answered_at": answered_at,
                "new_advice_id": new_advice_id,
                "kept": kept,
                "summary": summary,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.handover_summary import HandoverSummary  # noqa: PLC0415
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        advice_id = UUID(d.pop("advice_id"))

        client_id = UUID(d.pop("client_id"))

        from_worker = WorkerView.from_dict(d.pop("from_worker"))

        to_worker = WorkerView.from_dict(d.pop("to_worker"))

        proposed_by = WorkerView.from_dict(d.pop("proposed_by"))

        proposed_at = datetime.datetime.fromisoformat(d.pop("proposed_at"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        state = HandoverState(d.pop("state"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_reason(data: object) -> HandoverRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = HandoverRefusal(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HandoverRefusal | None, data)

        reason = _parse_reason(d.pop("reason"))

        def _parse_answer(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_new_advice_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                new_advice_id_type_0 = UUID(data)

                return new_advice_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        new_advice_id = _parse_new_advice_id(d.pop("new_advice_id"))

        kept = []
        _kept = d.pop("kept")
        for kept_item_data in _kept:
            kept_item = UUID(kept_item_data)

            kept.append(kept_item)

        summary = HandoverSummary.from_dict(d.pop("summary"))

        version = d.pop("version")

        handover_view = cls(
            id=id,
            advice_id=advice_id,
            client_id=client_id,
            from_worker=from_worker,
            to_worker=to_worker,
            proposed_by=proposed_by,
            proposed_at=proposed_at,
            due_on=due_on,
            state=state,
            note=note,
            reason=reason,
            answer=answer,
            answered_at=answered_at,
            new_advice_id=new_advice_id,
            kept=kept,
            summary=summary,
            version=version,
        )

        handover_view.additional_properties = d
        return handover_view

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
