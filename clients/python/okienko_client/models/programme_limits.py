from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ProgrammeLimits")


@_attrs_define
class ProgrammeLimits:
    """How much care a voucher may pay for, in hours; and how it is checked and settled.

    Attributes:
        min_hours (int | Unset):  Default: 4.
        max_hours (int | Unset):  Default: 50.
        daily_max_hours (int | Unset):  Default: 8.
        submit_working_days (int | Unset): After the month, to submit its visits. Default: 5.
        pay_days (int | Unset): After it was submitted, to pay. Default: 14.
        phone_check_percent (int | Unset): Visits asked about on the telephone. Default: 5.
    """

    min_hours: int | Unset = 4
    max_hours: int | Unset = 50
    daily_max_hours: int | Unset = 8
    submit_working_days: int | Unset = 5
    pay_days: int | Unset = 14
    phone_check_percent: int | Unset = 5

    def to_dict(self) -> dict[str, Any]:
        min_hours = self.min_hours

        max_hours = self.max_hours

        daily_max_hours = self.daily_max_hours

        submit_working_days = self.submit_working_days

        pay_days = self.pay_days

        phone_check_percent = self.phone_check_percent

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if min_hours is not UNSET:
            field_dict["min_hours"] = min_hours
        if max_hours is not UNSET:
            field_dict["max_hours"] = max_hours
        if daily_max_hours is not UNSET:
            field_dict["daily_max_hours"] = daily_max_hours
        if submit_working_days is not UNSET:
            field_dict["submit_working_days"] = submit_working_days
        if pay_days is not UNSET:
            field_dict["pay_days"] = pay_days
        if phone_check_percent is not UNSET:
            field_dict["phone_check_percent"] = phone_check_percent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        min_hours = d.pop("min_hours", UNSET)

        max_hours = d.pop("max_hours", UNSET)

        daily_max_hours = d.pop("daily_max_hours", UNSET)

        submit_working_days = d.pop("submit_working_days", UNSET)

        pay_days = d.pop("pay_days", UNSET)

        phone_check_percent = d.pop("phone_check_percent", UNSET)

        programme_limits = cls(
            min_hours=min_hours,
            max_hours=max_hours,
            daily_max_hours=daily_max_hours,
            submit_working_days=submit_working_days,
            pay_days=pay_days,
            phone_check_percent=phone_check_percent,
        )

        return programme_limits
