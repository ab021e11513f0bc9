from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.not_recomputed_view_because import NotRecomputedViewBecause


T = TypeVar("T", bound="NotRecomputedView")


@_attrs_define
class NotRecomputedView:
    """Of how many awards nothing can be said, and why.

    Attributes:
        total (int):
        because (NotRecomputedViewBecause): By problem type; `unanswered`: not in time; `too_many`: above 200.
    """

    total: int
    because: NotRecomputedViewBecause
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        because = self.because.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "because": because,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.not_recomputed_view_because import NotRecomputedViewBecause  # noqa: PLC0415

        d = dict(src_dict)
        total = d.pop("total")

        because = NotRecomputedViewBecause.from_dict(d.pop("because"))

        not_recomputed_view = cls(
            total=total,
            because=because,
        )

        not_recomputed_view.additional_properties = d
        return not_recomputed_view

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
