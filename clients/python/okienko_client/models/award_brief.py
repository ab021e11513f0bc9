from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.award_end import AwardEnd
from ..models.award_state import AwardState

T = TypeVar("T", bound="AwardBrief")


@_attrs_define
class AwardBrief:
    """An award in a list: where it stands and what somebody must do about it; no amounts.

    Attributes:
        id (UUID):
        client_id (UUID):
        institution (UUID):
        status (AwardState): Where an award stands.
        schedule (str):
        from_ (str):
        to (str):
        employment_started_on (datetime.date):
        computed_by (str):
        suspended_from (datetime.date | None):
        resumable_from (datetime.date | None): It can be resumed.
        recompute_from (None | str): It is to be worked out anew.
        end_reason (AwardEnd | None):
        version (int):
    """

    id: UUID
    client_id: UUID
    institution: UUID
    status: AwardState
    schedule: str
    from_: str
    to: str
    employment_started_on: datetime.date
    computed_by: str
    suspended_from: datetime.date | None
    resumable_from: datetime.date | None
    recompute_from: None | str
    end_reason: AwardEnd | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        institution = str(self.institution)

        status = self.status.value

        schedule = self.schedule

        from_ = self.from_

        to = self.to

        employment_started_on = self.employment_started_on.isoformat()

        computed_by = self.computed_by

        suspended_from: None | str
        if isinstance(self.suspended_from, datetime.date):
            suspended_from = self.suspended_from.isoformat()
        else:
            suspended_from = self.suspended_from

        resumable_from: None | str
        if isinstance(self.resumable_from, datetime.date):
            resumable_from = self.resumable_from.isoformat()
        else:
            resumable_from = self.resumable_from

        recompute_from: None | str
        recompute_from = self.recompute_from

        end_reason: None | str
        if isinstance(self.end_reason, AwardEnd):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "institution": institution,
                "status": status,
                "schedule": schedule,
                "from": from_,
                "to": to,
                "employment_started_on": employment_started_on,
                "computed_by": computed_by,
                "suspended_from": suspended_from,
                "resumable_from": resumable_from,
                "recompute_from": recompute_from,
                "end_reason": end_reason,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        institution = UUID(d.pop("institution"))

        status = AwardState(d.pop("status"))

        schedule = d.pop("schedule")

        from_ = d.pop("from")

        to = d.pop("to")

        employment_started_on = datetime.date.fromisoformat(d.pop("employment_started_on"))

        computed_by = d.pop("computed_by")

        def _parse_suspended_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                suspended_from_type_0 = datetime.date.fromisoformat(data)

                return suspended_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        suspended_from = _parse_suspended_from(d.pop("suspended_from"))

        def _parse_resumable_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumable_from_type_0 = datetime.date.fromisoformat(data)

                return resumable_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        resumable_from = _parse_resumable_from(d.pop("resumable_from"))

        def _parse_recompute_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recompute_from = _parse_recompute_from(d.pop("recompute_from"))

        def _parse_end_reason(data: object) -> AwardEnd | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = AwardEnd(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AwardEnd | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        version = d.pop("version")

        award_brief = cls(
            id=id,
            client_id=client_id,
            institution=institution,
            status=status,
            schedule=schedule,
            from_=from_,
            to=to,
            employment_started_on=employment_started_on,
            computed_by=computed_by,
            suspended_from=suspended_from,
            resumable_from=resumable_from,
            recompute_from=recompute_from,
            end_reason=end_reason,
            version=version,
        )

        award_brief.additional_properties = d
        return award_brief

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
