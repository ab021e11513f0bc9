from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.change_kind import ChangeKind

T = TypeVar("T", bound="PlanChangeView")


@_attrs_define
class PlanChangeView:
    """What made one version of the plan; no word of it.

    Attributes:
        version (int):
        what (ChangeKind): What a change did; the thing it is about is of its own sort.
        thing (None | UUID): Which goal, action, part or review.
        worker (None | str):
        institution (None | UUID):
        at (datetime.datetime):
    """

    version: int
    what: ChangeKind
    thing: None | UUID
    worker: None | str
    institution: None | UUID
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        what = self.what.value

        thing: None | str
        if isinstance(self.thing, UUID):
            thing = str(self.thing)
        else:
            thing = self.thing

        worker: None | str
        worker = self.worker

        institution: None | str
        if isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "what": what,
                "thing": thing,
                "worker": worker,
                "institution": institution,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        version = d.pop("version")

        what = ChangeKind(d.pop("what"))

        def _parse_thing(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                thing_type_0 = UUID(data)

                return thing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        thing = _parse_thing(d.pop("thing"))

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        def _parse_institution(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                institution_type_0 = UUID(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        institution = _parse_institution(d.pop("institution"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        plan_change_view = cls(
            version=version,
            what=what,
            thing=thing,
            worker=worker,
            institution=institution,
            at=at,
        )

        plan_change_view.additional_properties = d
        return plan_change_view

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
