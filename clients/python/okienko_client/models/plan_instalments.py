from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PlanInstalments")


@_attrs_define
class PlanInstalments:
    """Let an overpayment be repaid in instalments: so many, or so much a month.

    Attributes:
        first_month (str):
        count (int | None | Unset):
        monthly (None | str | Unset): Złoty a month.
    """

    first_month: str
    count: int | None | Unset = UNSET
    monthly: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        first_month = self.first_month

        count: int | None | Unset
        if isinstance(self.count, Unset):
            count = UNSET
        else:
            count = self.count

        monthly: None | str | Unset
        if isinstance(self.monthly, Unset):
            monthly = UNSET
        else:
            monthly = self.monthly

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "first_month": first_month,
            }
        )
        if count is not UNSET:
            field_dict["count"] = count
        if monthly is not UNSET:
            field_dict["monthly"] = monthly

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_month = d.pop("first_month")

        def _parse_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        count = _parse_count(d.pop("count", UNSET))

        def _parse_monthly(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        monthly = _parse_monthly(d.pop("monthly", UNSET))

        plan_instalments = cls(
            first_month=first_month,
            count=count,
            monthly=monthly,
        )

        return plan_instalments
