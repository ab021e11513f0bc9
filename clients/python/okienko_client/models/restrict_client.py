from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.restriction_ground import RestrictionGround
from ..types import UNSET, Unset

T = TypeVar("T", bound="RestrictClient")


@_attrs_define
class RestrictClient:
    """Restrict, on which ground.

    Attributes:
        ground (RestrictionGround): Why only keeping is allowed (art. 18(1)), in the order of its letters.
        review_on (datetime.date | None | Unset): The day to look again; it never ends by itself.
    """

    ground: RestrictionGround
    review_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ground = self.ground.value

        review_on: None | str | Unset
        if isinstance(self.review_on, Unset):
            review_on = UNSET
        elif isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ground": ground,
            }
        )
        if review_on is not UNSET:
            field_dict["review_on"] = review_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ground = RestrictionGround(d.pop("ground"))

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

        restrict_client = cls(
            ground=ground,
            review_on=review_on,
        )

        return restrict_client
