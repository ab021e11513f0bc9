from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party import Party


T = TypeVar("T", bound="Used")


@_attrs_define
class Used:
    """One time that an institution saw her data or did something about her.

    Attributes:
        at (datetime.datetime):
        institution (Party): An institution or a partnership by name.
        what (str): read or changed
        verb (str):
        sections (list[str]):
        bases (list[str]):
    """

    at: datetime.datetime
    institution: Party
    what: str
    verb: str
    sections: list[str]
    bases: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        institution = self.institution.to_dict()

        what = self.what

        verb = self.verb

        sections = self.sections

        bases = self.bases

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "institution": institution,
                "what": what,
                "verb": verb,
                "sections": sections,
                "bases": bases,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party import Party  # noqa: PLC0415

        d = dict(src_dict)
        at = datetime.datetime.fromisoformat(d.pop("at"))

        institution = Party.from_dict(d.pop("institution"))

        what = d.pop("what")

        verb = d.pop("verb")

        sections = cast(list[str], d.pop("sections"))

        bases = cast(list[str], d.pop("bases"))

        used = cls(
            at=at,
            institution=institution,
            what=what,
            verb=verb,
            sections=sections,
            bases=bases,
        )

        used.additional_properties = d
        return used

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
