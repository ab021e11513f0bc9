from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ActivatePlan")


@_attrs_define
class ActivatePlan:
    """Begin with it.

    Attributes:
        review_on (datetime.date | None | Unset): The first review, with an OPS within 6 months; absent: then.
        ends_on (datetime.date | None | Unset): When it should be over.
    """

    review_on: datetime.date | None | Unset = UNSET
    ends_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        ends_on: None | str | Unset
        if isinstance(self.ends_on, Unset):
            ends_on = UNSET
        elif isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if review_on is not UNSET:
            field_dict["review_on"] = review_on
        if ends_on is not UNSET:
            field_dict["ends_on"] = ends_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_review_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        review_on = _parse_review_on(d.pop("review_on", UNSET))

        def _parse_ends_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        ends_on = _parse_ends_on(d.pop("ends_on", UNSET))

        activate_plan = cls(
            review_on=review_on,
            ends_on=ends_on,
        )

        return activate_plan
