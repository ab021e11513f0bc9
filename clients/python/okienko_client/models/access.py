from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Access")


@_attrs_define
class Access:
    """One access to a record, or one command about it.

    Attributes:
        seq (int):
        at (datetime.datetime):
        worker (str):
        institution (UUID):
        verb (str):
        status (int):
        sections (list[str]):
        bases (list[str]):
    """

    seq: int
    at: datetime.datetime
    worker: str
    institution: UUID
    verb: str
    status: int
    sections: list[str]
    bases: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seq = self.seq

        at = self.at.isoformat()

        worker = self.worker

        institution = str(self.institution)

        verb = self.verb

        status = self.status

        sections = self.sections

        bases = self.bases

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "seq": seq,
                "at": at,
                "worker": worker,
                "institution": institution,
                "verb": verb,
                "status": status,
                "sections": sections,
                "bases": bases,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        seq = d.pop("seq")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        worker = d.pop("worker")

        institution = UUID(d.pop("institution"))

        verb = d.pop("verb")

        status = d.pop("status")

        sections = cast(list[str], d.pop("sections"))

        bases = cast(list[str], d.pop("bases"))

        access = cls(
            seq=seq,
            at=at,
            worker=worker,
            institution=institution,
            verb=verb,
            status=status,
            sections=sections,
            bases=bases,
        )

        access.additional_properties = d
        return access

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
