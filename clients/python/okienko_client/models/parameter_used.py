from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.source import Source


T = TypeVar("T", bound="ParameterUsed")


@_attrs_define
class ParameterUsed:
    """A value of the law as it was applied. Days inclusive; no last day: until further notice.

    Attributes:
        name (str):
        title (str):
        value (str):
        valid_from (datetime.date):
        valid_to (datetime.date | None):
        source (Source): Where a value is written, and what we add about it.
    """

    name: str
    title: str
    value: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    source: Source

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        title = self.title

        value = self.value

        valid_from = self.valid_from.isoformat()

        valid_to: None | str
        if isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        source = self.source.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "title": title,
                "value": value,
                "valid_from": valid_from,
                "valid_to": valid_to,
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

        source = Source.from_dict(d.pop("source"))

        parameter_used = cls(
            name=name,
            title=title,
            value=value,
            valid_from=valid_from,
            valid_to=valid_to,
            source=source,
        )

        return parameter_used
