from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.agreement_state import AgreementState

T = TypeVar("T", bound="AgreementView")


@_attrs_define
class AgreementView:
    """A partnership agreement.

    Attributes:
        id (UUID):
        number (str):
        valid_from (datetime.date):
        valid_to (datetime.date | None):
        state (AgreementState): Where an agreement stands; whether it is in force also depends on the day.
        in_force (bool):
    """

    id: UUID
    number: str
    valid_from: datetime.date
    valid_to: datetime.date | None
    state: AgreementState
    in_force: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        number = self.number

        valid_from = self.valid_from.isoformat()

        valid_to: None | str
        if isinstance(self.valid_to, datetime.date):
            valid_to = self.valid_to.isoformat()
        else:
            valid_to = self.valid_to

        state = self.state.value

        in_force = self.in_force

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "valid_from": valid_from,
                "valid_to": valid_to,
                "state": state,
                "in_force": in_force,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

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

        state = AgreementState(d.pop("state"))

        in_force = d.pop("in_force")

        agreement_view = cls(
            id=id,
            number=number,
            valid_from=valid_from,
            valid_to=valid_to,
            state=state,
            in_force=in_force,
        )

        agreement_view.additional_properties = d
        return agreement_view

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
