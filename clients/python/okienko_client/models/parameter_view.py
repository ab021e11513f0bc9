from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.source import Source


T = TypeVar("T", bound="ParameterView")


@_attrs_define
class ParameterView:
    """One value in force on the day asked for.

    Attributes:
        name (str):
        title (str):
        unit (None | str):
        value (str):
        valid_from (datetime.date): First day, inclusive.
        valid_to (datetime.date | None): Last day, inclusive; none: until further notice.
        of_municipality (bool): Set by the gmina council.
        source (Source): Where a value is written, and what we add about it.
    """

    name: str
    title: str
    unit: None | str
    value: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    of_municipality: bool
    source: Source
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        unit: None | str
        unit = self.unit

        value = self.value

        valid_from = self.valid_from.isoformat()

        valid_to: None | str
        if isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        of_municipality = self.of_municipality

        source = self.source.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "title": title,
                "unit": unit,
                "value": value,
                "valid_from": valid_from,
                "valid_to": valid_to,
                "of_municipality": of_municipality,
                "source": source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.source import Source  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        title = d.pop("title")

        def _parse_unit(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        unit = _parse_unit(d.pop("unit"))

        value = d.pop("value")

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        def _parse_valid_to(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                valid_to_type_0 = datetime.date.fromisoformat(data)

                return valid_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        valid_to = _parse_valid_to(d.pop("valid_to"))

        of_municipality = d.pop("of_municipality")

        source = Source.from_dict(d.pop("source"))

        parameter_view = cls(
            name=name,
            title=title,
            unit=unit,
            value=value,
            valid_from=valid_from,
            valid_to=valid_to,
            of_municipality=of_municipality,
            source=source,
        )

        parameter_view.additional_properties = d
        return parameter_view

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
