from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FindClients")


@_attrs_define
class FindClients:
    """Look for clients among those your institution may see; all that is given must hold.

    Attributes:
        name (None | str | Unset): Words of the name or beginnings of them, in any order.
        family (None | str | Unset):
        given (None | str | Unset):
        birth_date (datetime.date | None | Unset):
        birth_year (int | None | Unset): Beside a name.
        pesel (None | str | Unset):
        phone (None | str | Unset):
        file_number (None | str | Unset): As your own institution set it.
        limit (int | Unset):  Default: 20.
    """

    name: None | str | Unset = UNSET
    family: None | str | Unset = UNSET
    given: None | str | Unset = UNSET
    birth_date: datetime.date | None | Unset = UNSET
    birth_year: int | None | Unset = UNSET
    pesel: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    file_number: None | str | Unset = UNSET
    limit: int | Unset = 20

    def to_dict(self) -> dict[str, Any]:
        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        family: None | str | Unset
        if isinstance(self.family, Unset):
            family = UNSET
        else:
            family = self.family

        given: None | str | Unset
        if isinstance(self.given, Unset):
            given = UNSET
        else:
            given = self.given

        birth_date: None | str | Unset
        if isinstance(self.birth_date, Unset):
            birth_date = UNSET
        elif isinstance(self.birth_date, datetime.date):
            birth_date = self.birth_date.isoformat()
        else:
            birth_date = self.birth_date

        birth_year: int | None | Unset
        if isinstance(self.birth_year, Unset):
            birth_year = UNSET
        else:
            birth_year = self.birth_year

        pesel: None | str | Unset
        if isinstance(self.pesel, Unset):
            pesel = UNSET
        else:
            pesel = self.pesel

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        file_number: None | str | Unset
        if isinstance(self.file_number, Unset):
            file_number = UNSET
        else:
            file_number = self.file_number

        limit = self.limit

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if family is not UNSET:
            field_dict["family"] = family
        if given is not UNSET:
            field_dict["given"] = given
        if birth_date is not UNSET:
            field_dict["birth_date"] = birth_date
        if birth_year is not UNSET:
            field_dict["birth_year"] = birth_year
        if pesel is not UNSET:
            field_dict["pesel"] = pesel
        if phone is not UNSET:
            field_dict["phone"] = phone
        if file_number is not UNSET:
            field_dict["file_number"] = file_number
        if limit is not UNSET:
            field_dict["limit"] = limit

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_family(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        family = _parse_family(d.pop("family", UNSET))

        def _parse_given(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        given = _parse_given(d.pop("given", UNSET))

        def _parse_birth_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birth_date_type_0 = datetime.date.fromisoformat(data)

                return birth_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        birth_date = _parse_birth_date(d.pop("birth_date", UNSET))

        def _parse_birth_year(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        birth_year = _parse_birth_year(d.pop("birth_year", UNSET))

        def _parse_pesel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pesel = _parse_pesel(d.pop("pesel", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_file_number(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        file_number = _parse_file_number(d.pop("file_number", UNSET))

        limit = d.pop("limit", UNSET)

        find_clients = cls(
            name=name,
            family=family,
            given=given,
            birth_date=birth_date,
            birth_year=birth_year,
            pesel=pesel,
            phone=phone,
            file_number=file_number,
            limit=limit,
        )

        return find_clients
