from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.end_reason import EndReason
from ..models.plan_status import PlanStatus

T = TypeVar("T", bound="PlanBrief")


@_attrs_define
class PlanBrief:
    """A plan in a list.

    Attributes:
        id (UUID):
        client_id (UUID):
        status (PlanStatus): Where the plan stands.
        version (int):
        active_from (datetime.date | None):
        review_on (datetime.date | None):
        ended_on (datetime.date | None):
        end_reason (EndReason | None):
    """

    id: UUID
    client_id: UUID
    status: PlanStatus
    version: int
    active_from: datetime.date | None
    review_on: datetime.date | None
    ended_on: datetime.date | None
    end_reason: EndReason | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        status = self.status.value

        version = self.version

        active_from: None | str
        if isinstance(self.active_from, datetime.date):
            active_from = self.active_from.isoformat()
        else:
            active_from = self.active_from

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        end_reason: None | str
        if isinstance(self.end_reason, EndReason):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "status": status,
                "version": version,
                "active_from": active_from,
                "review_on": review_on,
                "ended_on": ended_on,
                "end_reason": end_reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        status = PlanStatus(d.pop("status"))

        version = d.pop("version")

        def _parse_active_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_from_type_0 = datetime.date.fromisoformat(data)

                return active_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        active_from = _parse_active_from(d.pop("active_from"))

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("review_on"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        def _parse_end_reason(data: object) -> EndReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = EndReason(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EndReason | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        plan_brief = cls(
            id=id,
            client_id=client_id,
            status=status,
            version=version,
            active_from=active_from,
            review_on=review_on,
            ended_on=ended_on,
            end_reason=end_reason,
        )

        plan_brief.additional_properties = d
        return plan_brief

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
