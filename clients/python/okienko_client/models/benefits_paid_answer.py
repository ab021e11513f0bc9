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

from ..types import UNSET, Unset

T = TypeVar("T", bound="BenefitsPaidAnswer")


@_attrs_define
class BenefitsPaidAnswer:
    """Whether benefits are paid to her.

    Attributes:
        kind (Literal['benefits_paid']):
        paid (bool):
        text (None | str | Unset): What is to be added in words.
        until (datetime.date | None | Unset): None: until further notice.
    """

    kind: Literal["benefits_paid"]
    paid: bool
    text: None | str | Unset = UNSET
    until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        paid = self.paid

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "paid": paid,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["benefits_paid"], d.pop("kind"))
        if kind != "benefits_paid":
            raise ValueError(f"kind must match const 'benefits_paid', got '{kind}'")

        paid = d.pop("paid")

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        benefits_paid_answer = cls(
            kind=kind,
            paid=paid,
            text=text,
            until=until,
        )

        return benefits_paid_answer
