from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.care_service import CareService
from ..models.carry_over import CarryOver
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.programme_limits import ProgrammeLimits
    from ..models.table_choice import TableChoice


T = TypeVar("T", bound="OpenVoucherProgramme")


@_attrs_define
class OpenVoucherProgramme:
    """Open a programme.

    Attributes:
        municipality (str):
        name (str):
        resolution (str): Of the gmina council: hour cost and table.
        first_day (datetime.date):
        last_day (datetime.date):
        hour_rate (str):
        services (list[CareService]):
        table (None | TableChoice | Unset): None: that which the gmina council resolved.
        limits (ProgrammeLimits | Unset): How much care a voucher may pay for, in hours; and how it is checked and
            settled.
        carry_over (CarryOver | Unset): What becomes of hours not used in their month.
    """

    municipality: str
    name: str
    resolution: str
    first_day: datetime.date
    last_day: datetime.date
    hour_rate: str
    services: list[CareService]
    table: None | TableChoice | Unset = UNSET
    limits: ProgrammeLimits | Unset = UNSET
    carry_over: CarryOver | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.table_choice import TableChoice  # noqa: PLC0415

        municipality = self.municipality

        name = self.name

        resolution = self.resolution

        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        hour_rate = self.hour_rate

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.value
            services.append(services_item)

        table: dict[str, Any] | None | Unset
        if isinstance(self.table, Unset):
            table = UNSET
        elif isinstance(self.table, TableChoice):
            table = self.table.to_dict()
        else:
            table = self.table

        limits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.limits, Unset):
            limits = self.limits.to_dict()

        carry_over: str | Unset = UNSET
        if not isinstance(self.carry_over, Unset):
            carry_over = self.carry_over.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "municipality": municipality,
                "name": name,
                "resolution": resolution,
                "first_day": first_day,
                "last_day": last_day,
                "hour_rate": hour_rate,
                "services": services,
            }
        )
        if table is not UNSET:
            field_dict["table"] = table
        if limits is not UNSET:
            field_dict["limits"] = limits
        if carry_over is not UNSET:
            field_dict["carry_over"] = carry_over

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.programme_limits import ProgrammeLimits  # noqa: PLC0415
        from ..models.table_choice import TableChoice  # noqa: PLC0415

        d = dict(src_dict)
        municipality = d.pop("municipality")

        name = d.pop("name")

        resolution = d.pop("resolution")

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        hour_rate = d.pop("hour_rate")

        services = []
        _services = d.pop("services")
        for services_item_data in _services:
            services_item = CareService(services_item_data)

            services.append(services_item)

        def _parse_table(data: object) -> None | TableChoice | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                table_type_0 = TableChoice.from_dict(data)

                return table_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TableChoice | Unset, data)

        table = _parse_table(d.pop("table", UNSET))

        _limits = d.pop("limits", UNSET)
        limits: ProgrammeLimits | Unset
        if isinstance(_limits, Unset):
            limits = UNSET
        else:
            limits = ProgrammeLimits.from_dict(_limits)

        _carry_over = d.pop("carry_over", UNSET)
        carry_over: CarryOver | Unset
        if isinstance(_carry_over, Unset):
            carry_over = UNSET
        else:
            carry_over = CarryOver(_carry_over)

        open_voucher_programme = cls(
            municipality=municipality,
            name=name,
            resolution=resolution,
            first_day=first_day,
            last_day=last_day,
            hour_rate=hour_rate,
            services=services,
            table=table,
            limits=limits,
            carry_over=carry_over,
        )

        return open_voucher_programme
