from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.independence import Independence


T = TypeVar("T", bound="ScheduleLimits")


@_attrs_define
class ScheduleLimits:
    """What no month and no award may pass; each is left out unless said.

    Attributes:
        cap_month (None | str | Unset): Most in a full month.
        cap_month_of_criterion (int | None | str | Unset): Most in a full month, in criteria.
        cap_total (None | str | Unset): Most over all months.
        min_payment (None | str | Unset): What comes to less is not paid.
        max_months (int | None | Unset): Most months of support.
        independence (Independence | None | Unset):
    """

    cap_month: None | str | Unset = UNSET
    cap_month_of_criterion: int | None | str | Unset = UNSET
    cap_total: None | str | Unset = UNSET
    min_payment: None | str | Unset = UNSET
    max_months: int | None | Unset = UNSET
    independence: Independence | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.independence import Independence  # noqa: PLC0415

        cap_month: None | str | Unset
        if isinstance(self.cap_month, Unset):
            cap_month = UNSET
        else:
            cap_month = self.cap_month

        cap_month_of_criterion: int | None | str | Unset
        if isinstance(self.cap_month_of_criterion, Unset):
            cap_month_of_criterion = UNSET
        else:
            cap_month_of_criterion = self.cap_month_of_criterion

        cap_total: None | str | Unset
        if isinstance(self.cap_total, Unset):
            cap_total = UNSET
        else:
            cap_total = self.cap_total

        min_payment: None | str | Unset
        if isinstance(self.min_payment, Unset):
            min_payment = UNSET
        else:
            min_payment = self.min_payment

        max_months: int | None | Unset
        if isinstance(self.max_months, Unset):
            max_months = UNSET
        else:
            max_months = self.max_months

        independence: dict[str, Any] | None | Unset
        if isinstance(self.independence, Unset):
            independence = UNSET
        elif isinstance(self.independence, Independence):
            independence = self.independence.to_dict()
        else:
            independence = self.independence

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if cap_month is not UNSET:
            field_dict["cap_month"] = cap_month
        if cap_month_of_criterion is not UNSET:
            field_dict["cap_month_of_criterion"] = cap_month_of_criterion
        if cap_total is not UNSET:
            field_dict["cap_total"] = cap_total
        if min_payment is not UNSET:
            field_dict["min_payment"] = min_payment
        if max_months is not UNSET:
            field_dict["max_months"] = max_months
        if independence is not UNSET:
            field_dict["independence"] = independence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.independence import Independence  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_cap_month(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cap_month = _parse_cap_month(d.pop("cap_month", UNSET))

        def _parse_cap_month_of_criterion(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | str | Unset, data)

        cap_month_of_criterion = _parse_cap_month_of_criterion(
            d.pop("cap_month_of_criterion", UNSET)
        )

        def _parse_cap_total(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        cap_total = _parse_cap_total(d.pop("cap_total", UNSET))

        def _parse_min_payment(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        min_payment = _parse_min_payment(d.pop("min_payment", UNSET))

        def _parse_max_months(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        max_months = _parse_max_months(d.pop("max_months", UNSET))

        def _parse_independence(data: object) -> Independence | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                independence_type_0 = Independence.from_dict(data)

                return independence_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Independence | None | Unset, data)

        independence = _parse_independence(d.pop("independence", UNSET))

        schedule_limits = cls(
            cap_month=cap_month,
            cap_month_of_criterion=cap_month_of_criterion,
            cap_total=cap_total,
            min_payment=min_payment,
            max_months=max_months,
            independence=independence,
        )

        return schedule_limits
