from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SettlementLineView")


@_attrs_define
class SettlementLineView:
    """What one voucher comes to in the month.

    Attributes:
        voucher_id (UUID):
        visits (int):
        minutes (int):
        hour_rate (str):
        copayment_percent (str):
        gross (str):
        copay (str):
        net (str):
    """

    voucher_id: UUID
    visits: int
    minutes: int
    hour_rate: str
    copayment_percent: str
    gross: str
    copay: str
    net: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        voucher_id = str(self.voucher_id)

        visits = self.visits

        minutes = self.minutes

        hour_rate = self.hour_rate

        copayment_percent = self.copayment_percent

        gross = self.gross

        copay = self.copay

        net = self.net

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "voucher_id": voucher_id,
                "visits": visits,
                "minutes": minutes,
                "hour_rate": hour_rate,
                "copayment_percent": copayment_percent,
                "gross": gross,
                "copay": copay,
                "net": net,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        voucher_id = UUID(d.pop("voucher_id"))

        visits = d.pop("visits")

        minutes = d.pop("minutes")

        hour_rate = d.pop("hour_rate")

        copayment_percent = d.pop("copayment_percent")

        gross = d.pop("gross")

        copay = d.pop("copay")

        net = d.pop("net")

        settlement_line_view = cls(
            voucher_id=voucher_id,
            visits=visits,
            minutes=minutes,
            hour_rate=hour_rate,
            copayment_percent=copayment_percent,
            gross=gross,
            copay=copay,
            net=net,
        )

        settlement_line_view.additional_properties = d
        return settlement_line_view

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
