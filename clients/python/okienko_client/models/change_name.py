from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.person_name import PersonName


T = TypeVar("T", bound="ChangeName")


@_attrs_define
class ChangeName:
    """Record the name she bears from a day on; the one before stays as a former name.

    Attributes:
        name (PersonName): The name on the person's papers.
        valid_from (datetime.date):
        second_names (None | str | Unset): Left out: as before. Null: none.
        family_at_birth (None | str | Unset): Left out: as before. Null: not known.
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    name: PersonName
    valid_from: datetime.date
    second_names: None | str | Unset = UNSET
    family_at_birth: None | str | Unset = UNSET
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name.to_dict()

        valid_from = self.valid_from.isoformat()

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

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "valid_from": valid_from,
            }
        )
        if second_names is not UNSET:
            field_dict["second_names"] = second_names
        if family_at_birth is not UNSET:
            field_dict["family_at_birth"] = family_at_birth
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_name import PersonName  # noqa: PLC0415

        d = dict(src_dict)
        name = PersonName.from_dict(d.pop("name"))

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

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

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        change_name = cls(
            name=name,
            valid_from=valid_from,
            second_names=second_names,
            family_at_birth=family_at_birth,
            source=source,
        )

        return change_name
