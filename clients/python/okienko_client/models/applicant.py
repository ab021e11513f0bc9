from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.marital_status import MaritalStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.person_name import PersonName


T = TypeVar("T", bound="Applicant")


@_attrs_define
class Applicant:
    """The applicant as the interview names her: as on the day, whatever changes later.

    Attributes:
        name (PersonName): The name on the person's papers.
        birth_date (datetime.date):
        pesel (None | str | Unset):
        marital_status (MaritalStatus | None | Unset):
        citizenship (None | str | Unset):
        residence_title (None | str | Unset): A foreigner's title to stay (tytuł pobytowy).
        address (None | str | Unset):
        municipality (None | str | Unset):
        phone (None | str | Unset):
        bank_account (None | str | Unset):
    """

    name: PersonName
    birth_date: datetime.date
    pesel: None | str | Unset = UNSET
    marital_status: MaritalStatus | None | Unset = UNSET
    citizenship: None | str | Unset = UNSET
    residence_title: None | str | Unset = UNSET
    address: None | str | Unset = UNSET
    municipality: None | str | Unset = UNSET
    phone: None | str | Unset = UNSET
    bank_account: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name.to_dict()

        birth_date = self.birth_date.isoformat()

        pesel: None | str | Unset
        if isinstance(self.pesel, Unset):
            pesel = UNSET
        else:
            pesel = self.pesel

        marital_status: None | str | Unset
        if isinstance(self.marital_status, Unset):
            marital_status = UNSET
        elif isinstance(self.marital_status, MaritalStatus):
            marital_status = self.marital_status.value
        else:
            marital_status = self.marital_status

        citizenship: None | str | Unset
        if isinstance(self.citizenship, Unset):
            citizenship = UNSET
        else:
            citizenship = self.citizenship

        residence_title: None | str | Unset
        if isinstance(self.residence_title, Unset):
            residence_title = UNSET
        else:
            residence_title = self.residence_title

        address: None | str | Unset
        if isinstance(self.address, Unset):
            address = UNSET
        else:
            address = self.address

        municipality: None | str | Unset
        if isinstance(self.municipality, Unset):
            municipality = UNSET
        else:
            municipality = self.municipality

        phone: None | str | Unset
        if isinstance(self.phone, Unset):
            phone = UNSET
        else:
            phone = self.phone

        bank_account: None | str | Unset
        if isinstance(self.bank_account, Unset):
            bank_account = UNSET
        else:
            bank_account = self.bank_account

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "birth_date": birth_date,
            }
        )
        if pesel is not UNSET:
            field_dict["pesel"] = pesel
        if marital_status is not UNSET:
            field_dict["marital_status"] = marital_status
        if citizenship is not UNSET:
            field_dict["citizenship"] = citizenship
        if residence_title is not UNSET:
            field_dict["residence_title"] = residence_title
        if address is not UNSET:
            field_dict["address"] = address
        if municipality is not UNSET:
            field_dict["municipality"] = municipality
        if phone is not UNSET:
            field_dict["phone"] = phone
        if bank_account is not UNSET:
            field_dict["bank_account"] = bank_account

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_name import PersonName  # noqa: PLC0415

        d = dict(src_dict)
        name = PersonName.from_dict(d.pop("name"))

        birth_date = datetime.date.fromisoformat(d.pop("birth_date"))

        def _parse_pesel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pesel = _parse_pesel(d.pop("pesel", UNSET))

        def _parse_marital_status(data: object) -> MaritalStatus | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                marital_status_type_0 = MaritalStatus(data)

                return marital_status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MaritalStatus | None | Unset, data)

        marital_status = _parse_marital_status(d.pop("marital_status", UNSET))

        def _parse_citizenship(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        citizenship = _parse_citizenship(d.pop("citizenship", UNSET))

        def _parse_residence_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        residence_title = _parse_residence_title(d.pop("residence_title", UNSET))

        def _parse_address(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        address = _parse_address(d.pop("address", UNSET))

        def _parse_municipality(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        municipality = _parse_municipality(d.pop("municipality", UNSET))

        def _parse_phone(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        phone = _parse_phone(d.pop("phone", UNSET))

        def _parse_bank_account(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_account = _parse_bank_account(d.pop("bank_account", UNSET))

        applicant = cls(
            name=name,
            birth_date=birth_date,
            pesel=pesel,
            marital_status=marital_status,
            citizenship=citizenship,
            residence_title=residence_title,
            address=address,
            municipality=municipality,
            phone=phone,
            bank_account=bank_account,
        )

        return applicant
