from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_kind import ContactKind

T = TypeVar("T", bound="SummaryContact")


@_attrs_define
class SummaryContact:
    """When an institution was last in touch.

    Attributes:
        institution (UUID):
        institution_name (None | str):
        happened_on (datetime.date):
        kind (ContactKind): How an adviser and a client were in touch.
    """

    institution: UUID
    institution_name: None | str
    happened_on: datetime.date
    kind: ContactKind
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        institution_name: None | str
        institution_name = self.institution_name

        happened_on = self.happened_on.isoformat()

        kind = self.kind.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "institution_name": institution_name,
                "happened_on": happened_on,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        def _parse_institution_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        institution_name = _parse_institution_name(d.pop("institution_name"))

        happened_on = datetime.date.fromisoformat(d.pop("happened_on"))

        kind = ContactKind(d.pop("kind"))

        summary_contact = cls(
            institution=institution,
            institution_name=institution_name,
            happened_on=happened_on,
            kind=kind,
        )

        summary_contact.additional_properties = d
        return summary_contact

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
