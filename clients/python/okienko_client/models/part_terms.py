from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PartTerms")


@_attrs_define
class PartTerms:
    """From when to when a part holds, and the terms of its form.

    Attributes:
        valid_from (datetime.date):
        valid_to (datetime.date | None | Unset): Last day, inclusive.
        review_on (datetime.date | None | Unset): OPS: within 6 months of its beginning, or the last review.
        contact_every_days (int | None | Unset): How often they are in touch; IPD: ≤ 30.
        applied_on (datetime.date | None | Unset): IPUS: when it was applied for.
        registered_on (datetime.date | None | Unset): IPD: since when she is registered, without a break.
        under_30 (bool | Unset): IPD: then it is made at once. Default: False.
        job_started_on (datetime.date | None | Unset): IPD: she took a job; it then ends within 60 days.
        passed_to_other_units (bool | Unset): IPUS: the application goes to other units too. Default: False.
        passing_consent (None | str | Unset): IPUS: evidence of her consent to that.
    """

    valid_from: datetime.date
    valid_to: datetime.date | None | Unset = UNSET
    review_on: datetime.date | None | Unset = UNSET
    contact_every_days: int | None | Unset = UNSET
    applied_on: datetime.date | None | Unset = UNSET
    registered_on: datetime.date | None | Unset = UNSET
    under_30: bool | Unset = False
    job_started_on: datetime.date | None | Unset = UNSET
    passed_to_other_units: bool | Unset = False
    passing_consent: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        valid_from = self.valid_from.isoformat()

        valid_to: None | str | Unset
        if isinstance(self.valid_to, Unset):
            valid_to = UNSET
        elif isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        contact_every_days: int | None | Unset
        if isinstance(self.contact_every_days, Unset):
            contact_every_days = UNSET
        else:
            contact_every_days = self.contact_every_days

        applied_on: None | str | Unset
        if isinstance(self.applied_on, Unset):
            applied_on = UNSET
        elif isinstance(self.applied_on, datetime.date):
            applied_on = self.applied_on.isoformat()
        else:
            applied_on = self.applied_on

        registered_on: None | str | Unset
        if isinstance(self.registered_on, Unset):
            registered_on = UNSET
        elif isinstance(self.registered_on, datetime.date):
            registered_on = self.registered_on.isoformat()
        else:
            registered_on = self.registered_on

        under_30 = self.under_30

        job_started_on: None | str | Unset
        if isinstance(self.job_started_on, Unset):
            job_started_on = UNSET
        elif isinstance(self.job_started_on, datetime.date):
            job_started_on = self.job_started_on.isoformat()
        else:
            job_started_on = self.job_started_on

        passed_to_other_units = self.passed_to_other_units

        passing_consent: None | str | Unset
        if isinstance(self.passing_consent, Unset):
            passing_consent = UNSET
        else:
            passing_consent = self.passing_consent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "valid_from": valid_from,
            }
        )
        if valid_to is not UNSET:
            field_dict["valid_to"] = valid_to
        if review_on is not UNSET:
            field_dict["review_on"] = review_on
        if contact_every_days is not UNSET:
            field_dict["contact_every_days"] = contact_every_days
        if applied_on is not UNSET:
            field_dict["applied_on"] = applied_on
        if registered_on is not UNSET:
            field_dict["registered_on"] = registered_on
        if under_30 is not UNSET:
            field_dict["under_30"] = under_30
        if job_started_on is not UNSET:
            field_dict["job_started_on"] = job_started_on
        if passed_to_other_units is not UNSET:
            field_dict["passed_to_other_units"] = passed_to_other_units
        if passing_consent is not UNSET:
            field_dict["passing_consent"] = passing_consent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_valid_to(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_to_type_0 = datetime.date.fromisoformat(data)

                return valid_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        valid_to = _parse_valid_to(d.pop("valid_to", UNSET))

        def _parse_review_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        review_on = _parse_review_on(d.pop("review_on", UNSET))

        def _parse_contact_every_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        contact_every_days = _parse_contact_every_days(d.pop("contact_every_days", UNSET))

        def _parse_applied_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                applied_on_type_0 = datetime.date.fromisoformat(data)

                return applied_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        applied_on = _parse_applied_on(d.pop("applied_on", UNSET))

        def _parse_registered_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                registered_on_type_0 = datetime.date.fromisoformat(data)

                return registered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        registered_on = _parse_registered_on(d.pop("registered_on", UNSET))

        under_30 = d.pop("under_30", UNSET)

        def _parse_job_started_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_started_on_type_0 = datetime.date.fromisoformat(data)

                return job_started_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        job_started_on = _parse_job_started_on(d.pop("job_started_on", UNSET))

        passed_to_other_units = d.pop("passed_to_other_units", UNSET)

        def _parse_passing_consent(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        passing_consent = _parse_passing_consent(d.pop("passing_consent", UNSET))

        part_terms = cls(
            valid_from=valid_from,
            valid_to=valid_to,
            review_on=review_on,
            contact_every_days=contact_every_days,
            applied_on=applied_on,
            registered_on=registered_on,
            under_30=under_30,
            job_started_on=job_started_on,
            passed_to_other_units=passed_to_other_units,
            passing_consent=passing_consent,
        )

        return part_terms
