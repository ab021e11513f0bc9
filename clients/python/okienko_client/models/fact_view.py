from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.fact_kind import FactKind
from ..models.fact_origin import FactOrigin
from ..models.fact_source import FactSource

if TYPE_CHECKING:
    from ..models.fact_view_value_type_0 import FactViewValueType0


T = TypeVar("T", bound="FactView")


@_attrs_define
class FactView:
    """One fact: what, from when on, who recorded it, when, whence, and whether she confirmed it.

    Attributes:
        kind (FactKind): What a fact about the person is about; each is recorded, confirmed and corrected by itself.
        item (None | UUID): Which document or representative.
        value (FactViewValueType0 | None | str): As it is sent to record it; null: none any more.
        since (datetime.date | None): From when on it is so, where that was said.
        origin (FactOrigin): Why it was recorded: the first time, because life changed, or because of a mistake.
        source (FactSource): From where whoever recorded it knew.
        recorded_by (UUID):
        recorded_at (datetime.datetime):
        confirmed_on (datetime.date | None):
        confirmed_by (None | UUID):
        superseded_at (datetime.datetime | None): Null: in force.
    """

    kind: FactKind
    item: None | UUID
    value: FactViewValueType0 | None | str
    since: datetime.date | None
    origin: FactOrigin
    source: FactSource
    recorded_by: UUID
    recorded_at: datetime.datetime
    confirmed_on: datetime.date | None
    confirmed_by: None | UUID
    superseded_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.fact_view_value_type_0 import FactViewValueType0  # noqa: PLC0415

        kind = self.kind.value

        item: None | str
        if isinstance(self.item, UUID):
            item = str(self.item)
        else:
            item = self.item

        value: dict[str, Any] | None | str
        if isinstance(self.value, FactViewValueType0):
            value = self.value.to_dict()
        else:
            value = self.value

        since: None | str
        if isinstance(self.since, datetime.date):
            since = self.since.isoformat()
        else:
            since = self.since

        origin = self.origin.value

        source = self.source.value

        recorded_by = str(self.recorded_by)

        recorded_at = self.recorded_at.isoformat()

        confirmed_on: None | str
        if isinstance(self.confirmed_on, datetime.date):
            confirmed_on = self.confirmed_on.isoformat()
        else:
            confirmed_on = self.confirmed_on

        confirmed_by: None | str
        if isinstance(self.confirmed_by, UUID):
            confirmed_by = str(self.confirmed_by)
        else:
            confirmed_by = self.confirmed_by

        superseded_at: None | str
        if isinstance(self.superseded_at, datetime.datetime):
            superseded_at = self.superseded_at.isoformat()
        else:
            superseded_at = self.superseded_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "item": item,
                "value": value,
                "since": since,
                "origin": origin,
                "source": source,
                "recorded_by": recorded_by,
                "recorded_at": recorded_at,
                "confirmed_on": confirmed_on,
                "confirmed_by": confirmed_by,
                "superseded_at": superseded_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fact_view_value_type_0 import FactViewValueType0  # noqa: PLC0415

        d = dict(src_dict)
        kind = FactKind(d.pop("kind"))

        def _parse_item(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                item_type_0 = UUID(data)

                return item_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        item = _parse_item(d.pop("item"))

        def _parse_value(data: object) -> FactViewValueType0 | None | str:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                value_type_0 = FactViewValueType0.from_dict(data)

                return value_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FactViewValueType0 | None | str, data)

        value = _parse_value(d.pop("value"))

        def _parse_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.date.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        since = _parse_since(d.pop("since"))

        origin = FactOrigin(d.pop("origin"))

        source = FactSource(d.pop("source"))

        recorded_by = UUID(d.pop("recorded_by"))

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        def _parse_confirmed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_on_type_0 = datetime.date.fromisoformat(data)

                return confirmed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        confirmed_on = _parse_confirmed_on(d.pop("confirmed_on"))

        def _parse_confirmed_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_by_type_0 = UUID(data)

                return confirmed_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        confirmed_by = _parse_confirmed_by(d.pop("confirmed_by"))

        def _parse_superseded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                superseded_at_type_0 = datetime.datetime.fromisoformat(data)

                return superseded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        superseded_at = _parse_superseded_at(d.pop("superseded_at"))

        fact_view = cls(
            kind=kind,
            item=item,
            value=value,
            since=since,
            origin=origin,
            source=source,
            recorded_by=recorded_by,
            recorded_at=recorded_at,
            confirmed_on=confirmed_on,
            confirmed_by=confirmed_by,
            superseded_at=superseded_at,
        )

        fact_view.additional_properties = d
        return fact_view

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
