from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_service import CareService
from ..models.carry_over import CarryOver

if TYPE_CHECKING:
    from ..models.band import Band
    from ..models.contract import Contract
    from ..models.programme_limits import ProgrammeLimits
    from ..models.source import Source


T = TypeVar("T", bound="VoucherProgrammeView")


@_attrs_define
class VoucherProgrammeView:
    """A programme, its table of co-payment, and who provides the care; all days inclusive.

    Attributes:
        id (UUID):
        institution (UUID):
        municipality (str):
        name (str):
        resolution (str):
        first_day (datetime.date):
        last_day (datetime.date):
        hour_rate (str):
        services (list[CareService]):
        bands (list[Band]):
        bands_source (Source): Where a value is written, and what we add about it.
        limits (ProgrammeLimits): How much care a voucher may pay for, in hours; and how it is checked and settled.
        carry_over (CarryOver): What becomes of hours not used in their month.
        providers (list[Contract]):
        version (int):
    """

    id: UUID
    institution: UUID
    municipality: str
    name: str
    resolution: str
    first_day: datetime.date
    last_day: datetime.date
    hour_rate: str
    services: list[CareService]
    bands: list[Band]
    bands_source: Source
    limits: ProgrammeLimits
    carry_over: CarryOver
    providers: list[Contract]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        institution = str(self.institution)

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

        bands = []
        for bands_item_data in self.bands:
            bands_item = bands_item_data.to_dict()
            bands.append(bands_item)

        bands_source = self.bands_source.to_dict()

        limits = self.limits.to_dict()

        carry_over = self.carry_over.value

        providers = []
        for providers_item_data in self.providers:
            providers_item = providers_item_data.to_dict()
            providers.append(providers_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "institution": institution,
                "municipality": municipality,
                "name": name,
                "resolution": resolution,
                "first_day": first_day,
                "last_day": last_day,
                "hour_rate": hour_rate,
                "services": services,
                "bands": bands,
                "bands_source": bands_source,
                "limits": limits,
                "carry_over": carry_over,
                "providers": providers,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.band import Band  # noqa: PLC0415
        from ..models.contract import Contract  # noqa: PLC0415
        from ..models.programme_limits import ProgrammeLimits  # noqa: PLC0415
        from ..models.source import Source  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        institution = UUID(d.pop("institution"))

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

        bands = []
        _bands = d.pop("bands")
        for bands_item_data in _bands:
            bands_item = Band.from_dict(bands_item_data)

            bands.append(bands_item)

        bands_source = Source.from_dict(d.pop("bands_source"))

        limits = ProgrammeLimits.from_dict(d.pop("limits"))

        carry_over = CarryOver(d.pop("carry_over"))

        providers = []
        _providers = d.pop("providers")
        for providers_item_data in _providers:
            providers_item = Contract.from_dict(providers_item_data)

            providers.append(providers_item)

        version = d.pop("version")

        voucher_programme_view = cls(
            id=id,
            institution=institution,
            municipality=municipality,
            name=name,
            resolution=resolution,
            first_day=first_day,
            last_day=last_day,
            hour_rate=hour_rate,
            services=services,
            bands=bands,
            bands_source=bands_source,
            limits=limits,
            carry_over=carry_over,
            providers=providers,
            version=version,
        )

        voucher_programme_view.additional_properties = d
        return voucher_programme_view

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
