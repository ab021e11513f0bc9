from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.disabled_because import DisabledBecause
from ..models.subscription_status import SubscriptionStatus

T = TypeVar("T", bound="SubscriptionView")


@_attrs_define
class SubscriptionView:
    """A subscription as its institution sees it.

    Attributes:
        id (UUID):
        url (str):
        types (list[str]):
        status (SubscriptionStatus): Whether events are sent.
        reason (DisabledBecause | None):
        checkpoint (str): What lies before it is settled.
        behind (int): Numbers of the feed not looked at yet.
        failures (int): Failed attempts in a row.
        next_attempt_at (datetime.datetime | None):
        two_secrets_until (datetime.datetime | None): Until then the old secret signs too.
        created_at (datetime.datetime):
    """

    id: UUID
    url: str
    types: list[str]
    status: SubscriptionStatus
    reason: DisabledBecause | None
    checkpoint: str
    behind: int
    failures: int
    next_attempt_at: datetime.datetime | None
    two_secrets_until: datetime.datetime | None
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        url = self.url

        types = self.types

        status = self.status.value

        reason: None | str
        if isinstance(self.reason, DisabledBecause):
            reason = self.reason.value
        else:
            reason = self.reason

        checkpoint = self.checkpoint

        behind = self.behind

        failures = self.failures

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        two_secrets_until: None | str
        if isinstance(self.two_secrets_until, datetime.datetime):
            two_secrets_until = self.two_secrets_until.isoformat()
        else:
            two_secrets_until = self.two_secrets_until

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "url": url,
                "types": types,
                "status": status,
                "reason": reason,
                "checkpoint": checkpoint,
                "behind": behind,
                "failures": failures,
                "next_attempt_at": next_attempt_at,
                "two_secrets_until": two_secrets_until,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        url = d.pop("url")

        types = cast(list[str], d.pop("types"))

        status = SubscriptionStatus(d.pop("status"))

        def _parse_reason(data: object) -> DisabledBecause | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reason_type_0 = DisabledBecause(data)

                return reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DisabledBecause | None, data)

        reason = _parse_reason(d.pop("reason"))

        checkpoint = d.pop("checkpoint")

        behind = d.pop("behind")

        failures = d.pop("failures")

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        def _parse_two_secrets_until(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                two_secrets_until_type_0 = datetime.datetime.fromisoformat(data)

                return two_secrets_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        two_secrets_until = _parse_two_secrets_until(d.pop("two_secrets_until"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        subscription_view = cls(
            id=id,
            url=url,
            types=types,
            status=status,
            reason=reason,
            checkpoint=checkpoint,
            behind=behind,
            failures=failures,
            next_attempt_at=next_attempt_at,
            two_secrets_until=two_secrets_until,
            created_at=created_at,
        )

        subscription_view.additional_properties = d
        return subscription_view

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
