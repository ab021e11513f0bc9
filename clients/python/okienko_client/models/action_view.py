from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.action_status import ActionStatus
from ..models.outcome import Outcome

if TYPE_CHECKING:
    from ..models.action_terms import ActionTerms
    from ..models.party_view import PartyView


T = TypeVar("T", bound="ActionView")


@_attrs_define
class ActionView:
    """An action of a plan (działanie).

    Attributes:
        id (UUID):
        title (str):
        owner (PartyView): An institution by name.
        status (ActionStatus): Where an action stands.
        due_on (datetime.date | None):
        referral_id (None | UUID): The referral it follows.
        outcome (None | Outcome): What came of that referral.
        finished_on (datetime.date | None):
        terms (ActionTerms): What an action is, beyond its title and its owner.
        version (int): The plan's version that last changed it.
    """

    id: UUID
    title: str
    owner: PartyView
    status: ActionStatus
    due_on: datetime.date | None
    referral_id: None | UUID
    outcome: None | Outcome
    finished_on: datetime.date | None
    terms: ActionTerms
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        title = self.title

        owner = self.owner.to_dict()

        status = self.status.value

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        referral_id: None | str
        if isinstance(self.referral_id, UUID):
            referral_id = str(self.referral_id)
        else:
            referral_id = self.referral_id

        outcome: None | str
        if isinstance(self.outcome, Outcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        finished_on: None | str
        if isinstance(self.finished_on, datetime.date):
            finished_on = self.finished_on.isoformat()
        else:
            finished_on = self.finished_on

        terms = self.terms.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "owner": owner,
                "status": status,
                "due_on": due_on,
                "referral_id": referral_id,
                "outcome": outcome,
                "finished_on": finished_on,
                "terms": terms,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action_terms import ActionTerms  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        title = d.pop("title")

        owner = PartyView.from_dict(d.pop("owner"))

        status = ActionStatus(d.pop("status"))

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

        def _parse_referral_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                referral_id_type_0 = UUID(data)

                return referral_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        referral_id = _parse_referral_id(d.pop("referral_id"))

        def _parse_outcome(data: object) -> None | Outcome:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = Outcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Outcome, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_finished_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_on_type_0 = datetime.date.fromisoformat(data)

                return finished_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        finished_on = _parse_finished_on(d.pop("finished_on"))

        terms = ActionTerms.from_dict(d.pop("terms"))

        version = d.pop("version")

        action_view = cls(
            id=id,
            title=title,
            owner=owner,
            status=status,
            due_on=due_on,
            referral_id=referral_id,
            outcome=outcome,
            finished_on=finished_on,
            terms=terms,
            version=version,
        )

        action_view.additional_properties = d
        return action_view

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
