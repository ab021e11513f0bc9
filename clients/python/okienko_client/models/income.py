from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.income_kind import IncomeKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Income")


@_attrs_define
class Income:
    """One income of the household, as declared for a month.

    Attributes:
        kind (IncomeKind): Where money comes from (rodzaj dochodu, art. 8 ust. 3-4 u.p.s.). Whether it counts is a dated
            rule of benefits.
        monthly (str):
        month (None | str | Unset):
    """

    kind: IncomeKind
    monthly: str
    month: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        monthly = self.monthly

        month: None | str | Unset
        if isinstance(self.month, Unset):
            month = UNSET
        else:
            month = self.month

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "monthly": monthly,
            }
        )
        if month is not UNSET:
            field_dict["month"] = month

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = IncomeKind(d.pop("kind"))

        monthly = d.pop("monthly")

        def _parse_month(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        month = _parse_month(d.pop("month", UNSET))

        income = cls(
            kind=kind,
            monthly=monthly,
            month=month,
        )

        return income
