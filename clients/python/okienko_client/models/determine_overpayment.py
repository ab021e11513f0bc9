from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DetermineOverpayment")


@_attrs_define
class DetermineOverpayment:
    """Decide that an overpayment is to be repaid until a day.

    Attributes:
        due_on (datetime.date):
        final_on (datetime.date | None | Unset): When the decision is final; unsaid: if nobody appeals.
    """

    due_on: datetime.date
    final_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        due_on = self.due_on.isoformat()

        final_on: None | str | Unset
        if isinstance(self.final_on, Unset):
            final_on = UNSET
        elif isinstance(self.final_on, datetime.date):
            final_on = self.final_on.isoformat()
        else:
            final_on = self.final_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "due_on": due_on,
            }
        )
        if final_on is not UNSET:
            field_dict["final_on"] = final_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        def _parse_final_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                final_on_type_0 = datetime.date.fromisoformat(data)

                return final_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        final_on = _parse_final_on(d.pop("final_on", UNSET))

        determine_overpayment = cls(
            due_on=due_on,
            final_on=final_on,
        )

        return determine_overpayment
