from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.action_engagement import ActionEngagement
from ..models.action_funding import ActionFunding
from ..types import UNSET, Unset

T = TypeVar("T", bound="AddAction")


@_attrs_define
class AddAction:
    """Plan an action.

    Attributes:
        goal_id (UUID):
        title (str):
        worker (None | str | Unset): Who of the owner does it.
        client_duty (bool | Unset): The client herself does it. Default: False.
        start_on (datetime.date | None | Unset):
        due_on (datetime.date | None | Unset): When it should be done.
        service_id (None | Unset | UUID): The service of the directory.
        category (None | str | Unset):
        engagement (ActionEngagement | None | Unset): What bars another thing at the same time.
        cost (None | str | Unset): What it costs.
        funding (ActionFunding | None | Unset):
        appointment_on (datetime.date | None | Unset): An appointment of the client.
        appointment_at (None | str | Unset):
        owner (None | Unset | UUID): Who does it; absent: your institution. Another needs a live relation.
    """

    goal_id: UUID
    title: str
    worker: None | str | Unset = UNSET
    client_duty: bool | Unset = False
    start_on: datetime.date | None | Unset = UNSET
    due_on: datetime.date | None | Unset = UNSET
    service_id: None | Unset | UUID = UNSET
    category: None | str | Unset = UNSET
    engagement: ActionEngagement | None | Unset = UNSET
    cost: None | str | Unset = UNSET
    funding: ActionFunding | None | Unset = UNSET
    appointment_on: datetime.date | None | Unset = UNSET
    appointment_at: None | str | Unset = UNSET
    owner: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        goal_id = str(self.goal_id)

        title = self.title

        worker: None | str | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        else:
            worker = self.worker

        client_duty = self.client_duty

        start_on: None | str | Unset
        if isinstance(self.start_on, Unset):
            start_on = UNSET
        elif isinstance(self.start_on, datetime.date):
            start_on = self.start_on.isoformat()
        else:
            start_on = self.start_on

        due_on: None | str | Unset
        if isinstance(self.due_on, Unset):
            due_on = UNSET
        elif isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        service_id: None | str | Unset
        if isinstance(self.service_id, Unset):
            service_id = UNSET
        elif isinstance(self.service_id, UUID):
            service_id = str(self.service_id)
        else:
            service_id = self.service_id

        category: None | str | Unset
        if isinstance(self.category, Unset):
            category = UNSET
        else:
            category = self.category

        engagement: None | str | Unset
        if isinstance(self.engagement, Unset):
            engagement = UNSET
        elif isinstance(self.engagement, ActionEngagement):
            engagement = self.engagement.value
        else:
            engagement = self.engagement

        cost: None | str | Unset
        if isinstance(self.cost, Unset):
            cost = UNSET
        else:
            cost = self.cost

        funding: None | str | Unset
        if isinstance(self.funding, Unset):
            funding = UNSET
        elif isinstance(self.funding, ActionFunding):
            funding = self.funding.value
        else:
            funding = self.funding

        appointment_on: None | str | Unset
        if isinstance(self.appointment_on, Unset):
            appointment_on = UNSET
        elif isinstance(self.appointment_on, datetime.date):
            appointment_on = self.appointment_on.isoformat()
        else:
            appointment_on = self.appointment_on

        appointment_at: None | str | Unset
        if isinstance(self.appointment_at, Unset):
            appointment_at = UNSET
        else:
            appointment_at = self.appointment_at

        owner: None | str | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, UUID):
            owner = str(self.owner)
        else:
            owner = self.owner

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "goal_id": goal_id,
                "title": title,
            }
        )
        if worker is not UNSET:
            field_dict["worker"] = worker
        if client_duty is not UNSET:
            field_dict["client_duty"] = client_duty
        if start_on is not UNSET:
            field_dict["start_on"] = start_on
        if due_on is not UNSET:
            field_dict["due_on"] = due_on
        if service_id is not UNSET:
            field_dict["service_id"] = service_id
        if category is not UNSET:
            field_dict["category"] = category
        if engagement is not UNSET:
            field_dict["engagement"] = engagement
        if cost is not UNSET:
            field_dict["cost"] = cost
        if funding is not UNSET:
            field_dict["funding"] = funding
        if appointment_on is not UNSET:
            field_dict["appointment_on"] = appointment_on
        if appointment_at is not UNSET:
            field_dict["appointment_at"] = appointment_at
        if owner is not UNSET:
            field_dict["owner"] = owner

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        goal_id = UUID(d.pop("goal_id"))

        title = d.pop("title")

        def _parse_worker(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        client_duty = d.pop("client_duty", UNSET)

        def _parse_start_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_on_type_0 = datetime.date.fromisoformat(data)

                return start_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        start_on = _parse_start_on(d.pop("start_on", UNSET))

        def _parse_due_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        due_on = _parse_due_on(d.pop("due_on", UNSET))

        def _parse_service_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                service_id_type_0 = UUID(data)

                return service_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        service_id = _parse_service_id(d.pop("service_id", UNSET))

        def _parse_category(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        category = _parse_category(d.pop("category", UNSET))

        def _parse_engagement(data: object) -> ActionEngagement | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                engagement_type_0 = ActionEngagement(data)

                return engagement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ActionEngagement | None | Unset, data)

        engagement = _parse_engagement(d.pop("engagement", UNSET))

        def _parse_cost(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cost = _parse_cost(d.pop("cost", UNSET))

        def _parse_funding(data: object) -> ActionFunding | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                funding_type_0 = ActionFunding(data)

                return funding_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ActionFunding | None | Unset, data)

        funding = _parse_funding(d.pop("funding", UNSET))

        def _parse_appointment_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appointment_on_type_0 = datetime.date.fromisoformat(data)

                return appointment_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        appointment_on = _parse_appointment_on(d.pop("appointment_on", UNSET))

        def _parse_appointment_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        appointment_at = _parse_appointment_at(d.pop("appointment_at", UNSET))

        def _parse_owner(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_type_0 = UUID(data)

                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        owner = _parse_owner(d.pop("owner", UNSET))

        add_action = cls(
            goal_id=goal_id,
            title=title,
            worker=worker,
            client_duty=client_duty,
            start_on=start_on,
            due_on=due_on,
            service_id=service_id,
            category=category,
            engagement=engagement,
            cost=cost,
            funding=funding,
            appointment_on=appointment_on,
            appointment_at=appointment_at,
            owner=owner,
        )

        return add_action
