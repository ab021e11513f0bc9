from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.affected_view import AffectedView
    from ..models.effect_view import EffectView
    from ..models.not_recomputed_view import NotRecomputedView


T = TypeVar("T", bound="PreviewView")


@_attrs_define
class PreviewView:
    """Whom a change of the law would touch. Nothing was changed.

    Attributes:
        awards (EffectView): What a change does to some households, in the month of the day asked for.
        affected (list[AffectedView]):
        not_recomputed (NotRecomputedView): Of how many awards nothing can be said, and why.
        cohort (EffectView): What a change does to some households, in the month of the day asked for.
    """

    awards: EffectView
    affected: list[AffectedView]
    not_recomputed: NotRecomputedView
    cohort: EffectView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        awards = self.awards.to_dict()

        affected = []
        for affected_item_data in self.affected:
            affected_item = affected_item_data.to_dict()
            affected.append(affected_item)

        not_recomputed = self.not_recomputed.to_dict()

        cohort = self.cohort.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "awards": awards,
                "affected": affected,
                "not_recomputed": not_recomputed,
                "cohort": cohort,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.affected_view import AffectedView  # noqa: PLC0415
        from ..models.effect_view import EffectView  # noqa: PLC0415
        from ..models.not_recomputed_view import NotRecomputedView  # noqa: PLC0415

        d = dict(src_dict)
        awards = EffectView.from_dict(d.pop("awards"))

        affected = []
        _affected = d.pop("affected")
        for affected_item_data in _affected:
            affected_item = AffectedView.from_dict(affected_item_data)

            affected.append(affected_item)

        not_recomputed = NotRecomputedView.from_dict(d.pop("not_recomputed"))

        cohort = EffectView.from_dict(d.pop("cohort"))

        preview_view = cls(
            awards=awards,
            affected=affected,
            not_recomputed=not_recomputed,
            cohort=cohort,
        )

        preview_view.additional_properties = d
        return preview_view

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
