from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_service import CareService
from ..models.voucher_state import VoucherState

T = TypeVar("T", bound="VoucherCheckView")


@_attrs_define
class VoucherCheckView:
    """What whoever is shown a voucher may know of it: nothing of the client.

    Attributes:
        id (UUID):
        programme_id (UUID):
        status (VoucherState): Where a care voucher stands.
        good_today (bool):
        services (list[CareService]):
        copayment_percent (str):
        hour_rate (str):
        valid_from (datetime.date):
        valid_to (datetime.date):
        month (str):
        minutes_left (int): In this month.
        code_locked (bool):
    """

    id: UUID
    programme_id: UUID
    status: VoucherState
    good_today: bool
    services: list[CareService]
    copayment_percent: str
    hour_rate: str
    valid_from: datetime.date
    valid_to: datetime.date
    month: str
    minutes_left: int
    code_locked: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        programme_id = str(self.programme_id)

        status = self.status.value

        good_today = self.good_today

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.value
            services.append(services_item)

        copayment_percent = self.copayment_percent

        hour_rate = self.hour_rate

        valid_from = self.valid_from.isoformat()

        valid_to = self.valid_to.isoformat()

        month = self.month

        minutes_left = self.minutes_left

        code_locked = self.code_locked

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "programme_id": programme_id,
                "status": status,
                "good_today": good_today,
                "services": services,
                "copayment_percent": copayment_percent,
                "hour_rate": hour_rate,
                "valid_from": valid_from,
                "valid_to": valid_to,
                "month": month,
                "minutes_left": minutes_left,
                "code_locked": code_locked,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        programme_id = UUID(d.pop("programme_id"))

        status = VoucherState(d.pop("status"))

        good_today = d.pop("good_today")

        services = []
        _services = d.pop("services")
        for services_item_data in _services:
            services_item = CareService(services_item_data)

            services.append(services_item)

        copayment_percent = d.pop("copayment_percent")

        hour_rate = d.pop("hour_rate")

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        valid_to = datetime.date.fromisoformat(d.pop("valid_to"))

        month = d.pop("month")

        minutes_left = d.pop("minutes_left")

        code_locked = d.pop("code_locked")

        voucher_check_view = cls(
            id=id,
            programme_id=programme_id,
            status=status,
            good_today=good_today,
            services=services,
            copayment_percent=copayment_percent,
            hour_rate=hour_rate,
            valid_from=valid_from,
            valid_to=valid_to,
            month=month,
            minutes_left=minutes_left,
            code_locked=code_locked,
        )

        voucher_check_view.additional_properties = d
        return voucher_check_view

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
