from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.overpayment_cause import OverpaymentCause
from ..models.overpayment_state import OverpaymentState

T = TypeVar("T", bound="OverpaymentBrief")


@_attrs_define
class OverpaymentBrief:
    """An overpayment in a list; no amounts.

    Attributes:
        id (UUID):
        client_id (UUID):
        award_id (UUID):
        institution (UUID):
        status (OverpaymentState): Where an overpayment (świadczenie nienależnie pobrane) stands.
        cause (OverpaymentCause): How it came that too much was paid.
        detected_on (datetime.date):
        due_on (datetime.date | None):
        limitation_on (datetime.date | None):
        version (int):
    """

    id: UUID
    client_id: UUID
    award_id: UUID
    institution: UUID
    status: OverpaymentState
    cause: OverpaymentCause
    detected_on: datetime.date
    due_on: datetime.date | None
    limitation_on: datetime.date | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        award_id = str(self.award_id)

        institution = str(self.institution)

        status = self.status.value

        cause = self.cause.value

        detected_on = self.detected_on.isoformat()

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        limitation_on: None | str
        if isinstance(self.limitation_on, datetime.date):
            limitation_on = self.limitation_on.isoformat()
        else:
            limitation_on = self.limitation_on

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "award_id": award_id,
                "institution": institution,
                "status": status,
                "cause": cause,
                "detected_on": detected_on,
                "due_on": due_on,
                "limitation_on": limitation_on,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        award_id = UUID(d.pop("award_id"))

        institution = UUID(d.pop("institution"))

        status = OverpaymentState(d.pop("status"))

        cause = OverpaymentCause(d.pop("cause"))

        detected_on = datetime.date.fromisoformat(d.pop("detected_on"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        def _parse_limitation_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                limitation_on_type_0 = datetime.date.fromisoformat(data)

                return limitation_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        limitation_on = _parse_limitation_on(d.pop("limitation_on"))

        version = d.pop("version")

        overpayment_brief = cls(
            id=id,
            client_id=client_id,
            award_id=award_id,
            institution=institution,
            status=status,
            cause=cause,
            detected_on=detected_on,
            due_on=due_on,
            limitation_on=limitation_on,
            version=version,
        )

        overpayment_brief.additional_properties = d
        return overpayment_brief

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
