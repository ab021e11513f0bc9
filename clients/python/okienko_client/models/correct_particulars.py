from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..models.sex import Sex
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.person_name import PersonName


T = TypeVar("T", bound="CorrectParticulars")


@_attrs_define
class CorrectParticulars:
    """Put a mistake right: what stood there never was so. What is left out stays as it is.

    Attributes:
        name (None | PersonName | Unset):
        second_names (None | str | Unset): Null: none.
        family_at_birth (None | str | Unset): Null: not known.
        birth_date (datetime.date | None | Unset):
        sex (None | Sex | Unset):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    name: None | PersonName | Unset = UNSET
    second_names: None | str | Unset = UNSET
    family_at_birth: None | str | Unset = UNSET
    birth_date: datetime.date | None | Unset = UNSET
    sex: None | Sex | Unset = UNSET
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.person_name import PersonName  # noqa: PLC0415

        name: dict[str, Any] | None | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        elif isinstance(self.name, PersonName):
            name = self.name.to_dict()
        else:
            name = self.name

        second_names: None | str | Unset
        if isinstance(self.second_names, Unset):
            second_names = UNSET
        else:
            second_names = self.second_names

        family_at_birth: None | str | Unset
        if isinstance(self.family_at_birth, Unset):
            family_at_birth = UNSET
        else:
            family_at_birth = self.family_at_birth

        birth_date: None | str | Unset
        if isinstance(self.birth_date, Unset):
            birth_date = UNSET
        elif isinstance(self.birth_date, datetime.date):
            birth_date = self.birth_date.isoformat()
        else:
            birth_date = self.birth_date

        sex: None | str | Unset
        if isinstance(self.sex, Unset):
            sex = UNSET
        elif isinstance(self.sex, Sex):
            sex = self.sex.value
        else:
            sex = self.sex

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if name is not UNSET:
            field_dict["name"] = name
        if second_names is not UNSET:
            field_dict["second_names"] = second_names
        if family_at_birth is not UNSET:
            field_dict["family_at_birth"] = family_at_birth
        if birth_date is not UNSET:
            field_dict["birth_date"] = birth_date
        if sex is not UNSET:
            field_dict["sex"] = sex
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_name import PersonName  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_name(data: object) -> None | PersonName | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                name_type_0 = PersonName.from_dict(data)

                return name_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PersonName | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_second_names(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        second_names = _parse_second_names(d.pop("second_names", UNSET))

        def _parse_family_at_birth(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        family_at_birth = _parse_family_at_birth(d.pop("family_at_birth", UNSET))

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

        def _parse_sex(data: object) -> None | Sex | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                sex_type_0 = Sex(data)

                return sex_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Sex | Unset, data)

        sex = _parse_sex(d.pop("sex", UNSET))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        correct_particulars = cls(
            name=name,
            second_names=second_names,
            family_at_birth=family_at_birth,
            birth_date=birth_date,
            sex=sex,
            source=source,
        )

        return correct_particulars
