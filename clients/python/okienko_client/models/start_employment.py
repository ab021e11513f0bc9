from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.employment_kind import EmploymentKind
from ..models.pay_kind import PayKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evidence import Evidence


T = TypeVar("T", bound="StartEmployment")


@_attrs_define
class StartEmployment:
    """Record a job from its first day, and on what terms.

    Attributes:
        started_on (datetime.date):
        kind (EmploymentKind | Unset): On what contract she works.
        employer (None | str | Unset):
        hours_a_week (float | None | str | Unset):
        full_time_share (float | None | str | Unset):
        pay (None | PayKind | Unset):
        gross_wage (None | str | Unset): A month or an hour, as `pay` says; shown with incomes.
        evidence (Evidence | Unset): What something is proved by, and where it is found.
    """

    started_on: datetime.date
    kind: EmploymentKind | Unset = UNSET
    employer: None | str | Unset = UNSET
    hours_a_week: float | None | str | Unset = UNSET
    full_time_share: float | None | str | Unset = UNSET
    pay: None | PayKind | Unset = UNSET
    gross_wage: None | str | Unset = UNSET
    evidence: Evidence | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        started_on = self.started_on.isoformat()

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        employer: None | str | Unset
        if isinstance(self.employer, Unset):
            employer = UNSET
        else:
            employer = self.employer

        hours_a_week: float | None | str | Unset
        if isinstance(self.hours_a_week, Unset):
            hours_a_week = UNSET
        else:
            hours_a_week = self.hours_a_week

        full_time_share: float | None | str | Unset
        if isinstance(self.full_time_share, Unset):
            full_time_share = UNSET
        else:
            full_time_share = self.full_time_share

        pay: None | str | Unset
        if isinstance(self.pay, Unset):
            pay = UNSET
        elif isinstance(self.pay, PayKind):
            pay = self.pay.value
        else:
            pay = self.pay

        gross_wage: None | str | Unset
        if isinstance(self.gross_wage, Unset):
            gross_wage = UNSET
        else:
            gross_wage = self.gross_wage

        evidence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "started_on": started_on,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if employer is not UNSET:
            field_dict["employer"] = employer
        if hours_a_week is not UNSET:
            field_dict["hours_a_week"] = hours_a_week
        if full_time_share is not UNSET:
            field_dict["full_time_share"] = full_time_share
        if pay is not UNSET:
            field_dict["pay"] = pay
        if gross_wage is not UNSET:
            field_dict["gross_wage"] = gross_wage
        if evidence is not UNSET:
            field_dict["evidence"] = evidence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence import Evidence  # noqa: PLC0415

        d = dict(src_dict)
        started_on = datetime.date.fromisoformat(d.pop("started_on"))

        _kind = d.pop("kind", UNSET)
        kind: EmploymentKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = EmploymentKind(_kind)

        def _parse_employer(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        employer = _parse_employer(d.pop("employer", UNSET))

        def _parse_hours_a_week(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        hours_a_week = _parse_hours_a_week(d.pop("hours_a_week", UNSET))

        def _parse_full_time_share(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        full_time_share = _parse_full_time_share(d.pop("full_time_share", UNSET))

        def _parse_pay(data: object) -> None | PayKind | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                pay_type_0 = PayKind(data)

                return pay_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PayKind | Unset, data)

        pay = _parse_pay(d.pop("pay", UNSET))

        def _parse_gross_wage(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gross_wage = _parse_gross_wage(d.pop("gross_wage", UNSET))

        _evidence = d.pop("evidence", UNSET)
        evidence: Evidence | Unset
        if isinstance(_evidence, Unset):
            evidence = UNSET
        else:
            evidence = Evidence.from_dict(_evidence)

        start_employment = cls(
            started_on=started_on,
            kind=kind,
            employer=employer,
            hours_a_week=hours_a_week,
            full_time_share=full_time_share,
            pay=pay,
            gross_wage=gross_wage,
            evidence=evidence,
        )

        return start_employment
