from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.ipd_state import IpdState
from ..types import UNSET, Unset

T = TypeVar("T", bound="IpdAnswer")


@_attrs_define
class IpdAnswer:
    """How her individual action plan stands.

    Attributes:
        kind (Literal['ipd_state']):
        state (IpdState): How an individual action plan stands (indywidualny plan działania).
        text (None | str | Unset): What is to be added in words.
        next_contact_on (datetime.date | None | Unset):
    """

    kind: Literal["ipd_state"]
    state: IpdState
    text: None | str | Unset = UNSET
    next_contact_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        state = self.state.value

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        next_contact_on: None | str | Unset
        if isinstance(self.next_contact_on, Unset):
            next_contact_on = UNSET
        elif isinstance(self.next_contact_on, datetime.date):
            next_contact_on = self.next_contact_on.isoformat()
        else:
            next_contact_on = self.next_contact_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "state": state,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if next_contact_on is not UNSET:
            field_dict["next_contact_on"] = next_contact_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["ipd_state"], d.pop("kind"))
        if kind != "ipd_state":
            raise ValueError(f"kind must match const 'ipd_state', got '{kind}'")

        state = IpdState(d.pop("state"))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_next_contact_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_contact_on_type_0 = datetime.date.fromisoformat(data)

                return next_contact_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_contact_on = _parse_next_contact_on(d.pop("next_contact_on", UNSET))

        ipd_answer = cls(
            kind=kind,
            state=state,
            text=text,
            next_contact_on=next_contact_on,
        )

        return ipd_answer
