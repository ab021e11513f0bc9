from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.information_state import InformationState

T = TypeVar("T", bound="SummaryRequest")


@_attrs_define
class SummaryRequest:
    """A request for information that is not answered yet.

    Attributes:
        request_id (UUID):
        kinds (list[str]): What is asked, in codes.
        state (InformationState): Where a request for information stands. That it is overdue is a clock, not a state.
        other (UUID): Who asked, or whom it was asked.
        other_name (None | str):
        due_on (datetime.date):
        rests_on_adviser (bool): The adviser asked: without being kept it falls away.
    """

    request_id: UUID
    kinds: list[str]
    state: InformationState
    other: UUID
    other_name: None | str
    due_on: datetime.date
    rests_on_adviser: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        request_id = str(self.request_id)

        kinds = self.kinds

        state = self.state.value

        other = str(self.other)

        other_name: None | str
        other_name = self.other_name

        due_on = self.due_on.isoformat()

        rests_on_adviser = self.rests_on_adviser

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "request_id": request_id,
                "kinds": kinds,
                "state": state,
                "other": other,
                "other_name": other_name,
                "due_on": due_on,
                "rests_on_adviser": rests_on_adviser,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        request_id = UUID(d.pop("request_id"))

        kinds = cast(list[str], d.pop("kinds"))

        state = InformationState(d.pop("state"))

        other = UUID(d.pop("other"))

        def _parse_other_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        other_name = _parse_other_name(d.pop("other_name"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        rests_on_adviser = d.pop("rests_on_adviser")

        summary_request = cls(
            request_id=request_id,
            kinds=kinds,
            state=state,
            other=other,
            other_name=other_name,
            due_on=due_on,
            rests_on_adviser=rests_on_adviser,
        )

        summary_request.additional_properties = d
        return summary_request

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
