from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AuditEntryView")


@_attrs_define
class AuditEntryView:
    """One access, or one command.

    Attributes:
        seq (int):
        at (datetime.datetime):
        worker (None | str): Of your own institution alone.
        worker_name (None | str):
        institution (UUID):
        institution_name (None | str):
        verb (str):
        client_id (None | UUID):
        status (int):
        sections (list[str]):
        bases (list[str]):
    """

    seq: int
    at: datetime.datetime
    worker: None | str
    worker_name: None | str
    institution: UUID
    institution_name: None | str
    verb: str
    client_id: None | UUID
    status: int
    sections: list[str]
    bases: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        seq = self.seq

        at = self.at.isoformat()

        worker: None | str
        worker = self.worker

        worker_name: None | str
        worker_name = self.worker_name

        institution = str(self.institution)

        institution_name: None | str
        institution_name = self.institution_name

        verb = self.verb

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

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
                "worker_name": worker_name,
                "institution": institution,
                "institution_name": institution_name,
                "verb": verb,
                "client_id": client_id,
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

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        def _parse_worker_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker_name = _parse_worker_name(d.pop("worker_name"))

        institution = UUID(d.pop("institution"))

        def _parse_institution_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        institution_name = _parse_institution_name(d.pop("institution_name"))

        verb = d.pop("verb")

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("client_id"))

        status = d.pop("status")

        sections = cast(list[str], d.pop("sections"))

        bases = cast(list[str], d.pop("bases"))

        audit_entry_view = cls(
            seq=seq,
            at=at,
            worker=worker,
            worker_name=worker_name,
            institution=institution,
            institution_name=institution_name,
            verb=verb,
            client_id=client_id,
            status=status,
            sections=sections,
            bases=bases,
        )

        audit_entry_view.additional_properties = d
        return audit_entry_view

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
