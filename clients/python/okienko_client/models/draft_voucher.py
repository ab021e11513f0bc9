from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.care_service import CareService
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.given_income import GivenIncome


T = TypeVar("T", bound="DraftVoucher")


@_attrs_define
class DraftVoucher:
    """Work a voucher out: hours or złoty of care a month.

    Attributes:
        client_id (UUID):
        programme_id (UUID):
        services (list[CareService]):
        valid_from (datetime.date):
        valid_to (datetime.date):
        hours (int | None | Unset): A month.
        amount (None | str | Unset): Złoty of care a month.
        provider (None | Unset | UUID): None: the client chooses among those on contract.
        income_month (None | str | Unset): None: the month before the first day.
        income (GivenIncome | None | Unset): None: what was declared at intake counts.
    """

    client_id: UUID
    programme_id: UUID
    services: list[CareService]
    valid_from: datetime.date
    valid_to: datetime.date
    hours: int | None | Unset = UNSET
    amount: None | str | Unset = UNSET
    provider: None | Unset | UUID = UNSET
    income_month: None | str | Unset = UNSET
    income: GivenIncome | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.given_income import GivenIncome  # noqa: PLC0415

        client_id = str(self.client_id)

        programme_id = str(self.programme_id)

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.value
            services.append(services_item)

        valid_from = self.valid_from.isoformat()

        valid_to = self.valid_to.isoformat()

        hours: int | None | Unset
        if isinstance(self.hours, Unset):
            hours = UNSET
        else:
            hours = self.hours

        amount: None | str | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        provider: None | str | Unset
        if isinstance(self.provider, Unset):
            provider = UNSET
        elif isinstance(self.provider, UUID):
            provider = str(self.provider)
        else:
            provider = self.provider

        income_month: None | str | Unset
        if isinstance(self.income_month, Unset):
            income_month = UNSET
        else:
            income_month = self.income_month

        income: dict[str, Any] | None | Unset
        if isinstance(self.income, Unset):
            income = UNSET
        elif isinstance(self.income, GivenIncome):
            income = self.income.to_dict()
        else:
            income = self.income

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "programme_id": programme_id,
                "services": services,
                "valid_from": valid_from,
                "valid_to": valid_to,
            }
        )
        if hours is not UNSET:
            field_dict["hours"] = hours
        if amount is not UNSET:
            field_dict["amount"] = amount
        if provider is not UNSET:
            field_dict["provider"] = provider
        if income_month is not UNSET:
            field_dict["income_month"] = income_month
        if income is not UNSET:
            field_dict["income"] = income

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.given_income import GivenIncome  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        programme_id = UUID(d.pop("programme_id"))

        services = []
        _services = d.pop("services")
        for services_item_data in _services:
            services_item = CareService(services_item_data)

            services.append(services_item)

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        valid_to = datetime.date.fromisoformat(d.pop("valid_to"))

        def _parse_hours(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        hours = _parse_hours(d.pop("hours", UNSET))

        def _parse_amount(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_provider(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                provider_type_0 = UUID(data)

                return provider_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        provider = _parse_provider(d.pop("provider", UNSET))

        def _parse_income_month(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        income_month = _parse_income_month(d.pop("income_month", UNSET))

        def _parse_income(data: object) -> GivenIncome | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                income_type_0 = GivenIncome.from_dict(data)

                return income_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(GivenIncome | None | Unset, data)

        income = _parse_income(d.pop("income", UNSET))

        draft_voucher = cls(
            client_id=client_id,
            programme_id=programme_id,
            services=services,
            valid_from=valid_from,
            valid_to=valid_to,
            hours=hours,
            amount=amount,
            provider=provider,
            income_month=income_month,
            income=income,
        )

        return draft_voucher
