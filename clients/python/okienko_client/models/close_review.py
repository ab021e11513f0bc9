from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CloseReview")


@_attrs_define
class CloseReview:
    """Conclude it and say when the next one is.

    Attributes:
        conclusions (str): What follows from it.
        next_review_on (datetime.date | None | Unset): With an OPS within 6 months; absent: then.
    """

    conclusions: str
    next_review_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        conclusions = self.conclusions

        next_review_on: None | str | Unset
        if isinstance(self.next_review_on, Unset):
            next_review_on = UNSET
        elif isinstance(self.next_review_on, datetime.date):
            next_review_on = self.next_review_on.isoformat()
        else:
            next_review_on = self.next_review_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "conclusions": conclusions,
            }
        )
        if next_review_on is not UNSET:
            field_dict["next_review_on"] = next_review_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        conclusions = d.pop("conclusions")

        def _parse_next_review_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_review_on_type_0 = datetime.date.fromisoformat(data)

                return next_review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_review_on = _parse_next_review_on(d.pop("next_review_on", UNSET))

        close_review = cls(
            conclusions=conclusions,
            next_review_on=next_review_on,
        )

        return close_review
