from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Address")


@_attrs_define
class Address:
    """A place with a door or a letter box: of registration (zameldowanie) or for letters.

    Attributes:
        city (str):
        municipality (None | str | Unset): None outside Poland, or for a box.
        street (None | str | Unset):
        building (None | str | Unset):
        flat (None | str | Unset):
        postal_code (None | str | Unset):
        simc (None | str | Unset):
        ulic (None | str | Unset):
        country (str | Unset):  Default: 'PL'.
    """

    city: str
    municipality: None | str | Unset = UNSET
    street: None | str | Unset = UNSET
    building: None | str | Unset = UNSET
    flat: None | str | Unset = UNSET
    postal_code: None | str | Unset = UNSET
    simc: None | str | Unset = UNSET
    ulic: None | str | Unset = UNSET
    country: str | Unset = "PL"

    def to_dict(self) -> dict[str, Any]:
        city = self.city

        municipality: None | str | Unset
        if isinstance(self.municipality, Unset):
            municipality = UNSET
        else:
            municipality = self.municipality

        street: None | str | Unset
        if isinstance(self.street, Unset):
            street = UNSET
        else:
            street = self.street

        building: None | str | Unset
        if isinstance(self.building, Unset):
            building = UNSET
        else:
            building = self.building

        flat: None | str | Unset
        if isinstance(self.flat, Unset):
            flat = UNSET
        else:
            flat = self.flat

        postal_code: None | str | Unset
        if isinstance(self.postal_code, Unset):
            postal_code = UNSET
        else:
            postal_code = self.postal_code

        simc: None | str | Unset
        if isinstance(self.simc, Unset):
            simc = UNSET
        else:
            simc = self.simc

        ulic: None | str | Unset
        if isinstance(self.ulic, Unset):
            ulic = UNSET
        else:
            ulic = self.ulic

        country = self.country

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "city": city,
            }
        )
        if municipality is not UNSET:
            field_dict["municipality"] = municipality
        if street is not UNSET:
            field_dict["street"] = street
        if building is not UNSET:
            field_dict["building"] = building
        if flat is not UNSET:
            field_dict["flat"] = flat
        if postal_code is not UNSET:
            field_dict["postal_code"] = postal_code
        if simc is not UNSET:
            field_dict["simc"] = simc
        if ulic is not UNSET:
            field_dict["ulic"] = ulic
        if country is not UNSET:
            field_dict["country"] = country

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        city = d.pop("city")

        def _parse_municipality(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        municipality = _parse_municipality(d.pop("municipality", UNSET))

        def _parse_street(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        street = _parse_street(d.pop("street", UNSET))

        def _parse_building(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        building = _parse_building(d.pop("building", UNSET))

        def _parse_flat(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        flat = _parse_flat(d.pop("flat", UNSET))

        def _parse_postal_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        postal_code = _parse_postal_code(d.pop("postal_code", UNSET))

        def _parse_simc(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        simc = _parse_simc(d.pop("simc", UNSET))

        def _parse_ulic(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ulic = _parse_ulic(d.pop("ulic", UNSET))

        country = d.pop("country", UNSET)

        address = cls(
            city=city,
            municipality=municipality,
            street=street,
            building=building,
            flat=flat,
            postal_code=postal_code,
            simc=simc,
            ulic=ulic,
            country=country,
        )

        return address
