from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.restriction_ground import RestrictionGround

T = TypeVar("T", bound="RestrictionView")


@_attrs_define
class RestrictionView:
    """A restriction of a client's data (ograniczenie przetwarzania).

    Attributes:
        client_id (UUID):
        ground (RestrictionGround): Why only keeping is allowed (art. 18(1)), in the order of its letters.
        review_on (datetime.date | None):
        placed_by (str):
        placed_at (datetime.datetime):
        lifted_at (datetime.datetime | None):
    """

    client_id: UUID
    ground: RestrictionGround
    review_on: datetime.date | None
    placed_by: str
    placed_at: datetime.datetime
    lifted_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        ground = self.ground.value

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        placed_by = self.placed_by

        placed_at = self.placed_at.isoformat()

        lifted_at: None | str
        if isinstance(self.lifted_at, datetime.datetime):
            lifted_at = self.lifted_at.isoformat()
        else:
            lifted_at = self.lifted_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "ground": ground,
                "review_on": review_on,
                "placed_by": placed_by,
                "placed_at": placed_at,
                "lifted_at": lifted_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        ground = RestrictionGround(d.pop("ground"))

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("review_on"))

        placed_by = d.pop("placed_by")

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        def _parse_lifted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lifted_at_type_0 = datetime.datetime.fromisoformat(data)

                return lifted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        lifted_at = _parse_lifted_at(d.pop("lifted_at"))

        restriction_view = cls(
            client_id=client_id,
            ground=ground,
            review_on=review_on,
            placed_by=placed_by,
            placed_at=placed_at,
            lifted_at=lifted_at,
        )

        restriction_view.additional_properties = d
        return restriction_view

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
