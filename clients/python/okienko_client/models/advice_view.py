from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.advice_end import AdviceEnd
from ..models.adviser_role import AdviserRole

if TYPE_CHECKING:
    from ..models.party_view import PartyView
    from ..models.worker_view import WorkerView


T = TypeVar("T", bound="AdviceView")


@_attrs_define
class AdviceView:
    """Who advises a client at an institution (doradca osobisty, pracownik prowadzący).

    Attributes:
        id (UUID):
        client_id (UUID):
        institution (PartyView): An institution by name.
        worker (WorkerView): A worker.
        substitute (None | WorkerView): Who stands in for her today, if anybody does.
        role (AdviserRole): As what somebody advises a client (domain 1.2).
        since (datetime.date):
        until (datetime.date | None): Null: she advises still.
        end_reason (AdviceEnd | None):
        follows (None | UUID): From which it was handed over.
        last_contact_on (datetime.date | None):
        next_contact_on (datetime.date | None): By when to be in touch; null: nothing is due.
        contact_every_days (int | None):
        version (int):
    """

    id: UUID
    client_id: UUID
    institution: PartyView
    worker: WorkerView
    substitute: None | WorkerView
    role: AdviserRole
    since: datetime.date
    until: datetime.date | None
    end_reason: AdviceEnd | None
    follows: None | UUID
    last_contact_on: datetime.date | None
    next_contact_on: datetime.date | None
    contact_every_days: int | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        id = str(self.id)

        client_id = str(self.client_id)

        institution = self.institution.to_dict()

        worker = self.worker.to_dict()

        substitute: dict[str, Any] | None
        if isinstance(self.substitute, WorkerView):
            substitute = self.substitute.to_dict()
        else:
            substitute = self.substitute

        role = self.role.value

        since = self.since.isoformat()

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        end_reason: None | str
        if isinstance(self.end_reason, AdviceEnd):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        follows: None | str
        if isinstance(self.follows, UUID):
            follows = str(self.follows)
        else:
            follows = self.follows

        last_contact_on: None | str
        if isinstance(self.last_contact_on, datetime.date):
            last_contact_on = self.last_contact_on.isoformat()
        else:
            last_contact_on = self.last_contact_on

        next_contact_on: None | str
        if isinstance(self.next_contact_on, datetime.date):
            next_contact_on = self.next_contact_on.isoformat()
        else:
            next_contact_on = self.next_contact_on

        contact_every_days: int | None
        contact_every_days = self.contact_every_days

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "institution": institution,
                "worker": worker,
                "substitute": substitute,
                "role": role,
                "since": since,
                "until": until,
                "end_reason": end_reason,
                "follows": follows,
                "last_contact_on": last_contact_on,
                "next_contact_on": next_contact_on,
                "contact_every_days": contact_every_days,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        institution = PartyView.from_dict(d.pop("institution"))

        worker = WorkerView.from_dict(d.pop("worker"))

        def _parse_substitute(data: object) -> None | WorkerView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                substitute_type_0 = WorkerView.from_dict(data)

                return substitute_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkerView, data)

        substitute = _parse_substitute(d.pop("substitute"))

        role = AdviserRole(d.pop("role"))

        since = datetime.date.fromisoformat(d.pop("since"))

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

        def _parse_end_reason(data: object) -> AdviceEnd | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = AdviceEnd(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AdviceEnd | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        def _parse_follows(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                follows_type_0 = UUID(data)

                return follows_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        follows = _parse_follows(d.pop("follows"))

        def _parse_last_contact_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_contact_on_type_0 = datetime.date.fromisoformat(data)

                return last_contact_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_contact_on = _parse_last_contact_on(d.pop("last_contact_on"))

        def _parse_next_contact_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_contact_on_type_0 = datetime.date.fromisoformat(data)

                return next_contact_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_contact_on = _parse_next_contact_on(d.pop("next_contact_on"))

        def _parse_contact_every_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        contact_every_days = _parse_contact_every_days(d.pop("contact_every_days"))

        version = d.pop("version")

        advice_view = cls(
            id=id,
            client_id=client_id,
            institution=institution,
            worker=worker,
            substitute=substitute,
            role=role,
            since=since,
            until=until,
            end_reason=end_reason,
            follows=follows,
            last_contact_on=last_contact_on,
            next_contact_on=next_contact_on,
            contact_every_days=contact_every_days,
            version=version,
        )

        advice_view.additional_properties = d
        return advice_view

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
