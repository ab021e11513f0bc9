from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.need_kind import NeedKind
from ..models.need_outcome import NeedOutcome
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.service_category import ServiceCategory


T = TypeVar("T", bound="NeedView")


@_attrs_define
class NeedView:
    """A need, the service that would answer it, and what became of it.

    Attributes:
        id (UUID):
        kind (NeedKind): A coded need (rozpoznana potrzeba).
        service_category (ServiceCategory): A kind of service: our code, the statute that names it, and its place in
            Open Eligibility.
        urgency (Urgency): How soon somebody must act.
        note (None | str):
        due_on (datetime.date | None):
        added_by (UUID):
        added_at (datetime.datetime):
        outcome (NeedOutcome | None): None: open.
        closed_on (datetime.date | None):
        closing_reason (None | str):
    """

    id: UUID
    kind: NeedKind
    service_category: ServiceCategory
    urgency: Urgency
    note: None | str
    due_on: datetime.date | None
    added_by: UUID
    added_at: datetime.datetime
    outcome: NeedOutcome | None
    closed_on: datetime.date | None
    closing_reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        service_category = self.service_category.to_dict()

        urgency = self.urgency.value

        note: None | str
        note = self.note

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        added_by = str(self.added_by)

        added_at = self.added_at.isoformat()

        outcome: None | str
        if isinstance(self.outcome, NeedOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        closed_on: None | str
        if isinstance(self.closed_on, datetime.date):
            closed_on = self.closed_on.isoformat()
        else:
            closed_on = self.closed_on

        closing_reason: None | str
        closing_reason = self.closing_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "service_category": service_category,
                "urgency": urgency,
                "note": note,
                "due_on": due_on,
                "added_by": added_by,
                "added_at": added_at,
                "outcome": outcome,
                "closed_on": closed_on,
                "closing_reason": closing_reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.service_category import ServiceCategory  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = NeedKind(d.pop("kind"))

        service_category = ServiceCategory.from_dict(d.pop("service_category"))

        urgency = Urgency(d.pop("urgency"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        added_by = UUID(d.pop("added_by"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        def _parse_outcome(data: object) -> NeedOutcome | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = NeedOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(NeedOutcome | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_closed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_on_type_0 = datetime.date.fromisoformat(data)

                return closed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        closed_on = _parse_closed_on(d.pop("closed_on"))

        def _parse_closing_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        closing_reason = _parse_closing_reason(d.pop("closing_reason"))

        need_view = cls(
            id=id,
            kind=kind,
            service_category=service_category,
            urgency=urgency,
            note=note,
            due_on=due_on,
            added_by=added_by,
            added_at=added_at,
            outcome=outcome,
            closed_on=closed_on,
            closing_reason=closing_reason,
        )

        need_view.additional_properties = d
        return need_view

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
