from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.tally_view import TallyView


T = TypeVar("T", bound="EffectView")


@_attrs_define
class EffectView:
    """What a change does to some households, in the month of the day asked for.

    Attributes:
        households (int):
        without_job (TallyView): How many gain, how many lose, and by how much in all, a month.
        with_job (TallyView): How many gain, how many lose, and by how much in all, a month.
        lost_benefit (TallyView): How many gain, how many lose, and by how much in all, a month.
    """

    households: int
    without_job: TallyView
    with_job: TallyView
    lost_benefit: TallyView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        households = self.households

        without_job = self.without_job.to_dict()

        with_job = self.with_job.to_dict()

        lost_benefit = self.lost_benefit.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "households": households,
                "without_job": without_job,
                "with_job": with_job,
                "lost_benefit": lost_benefit,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.tally_view import TallyView  # noqa: PLC0415

        d = dict(src_dict)
        households = d.pop("households")

        without_job = TallyView.from_dict(d.pop("without_job"))

        with_job = TallyView.from_dict(d.pop("with_job"))

        lost_benefit = TallyView.from_dict(d.pop("lost_benefit"))

        effect_view = cls(
            households=households,
            without_job=without_job,
            with_job=with_job,
            lost_benefit=lost_benefit,
        )

        effect_view.additional_properties = d
        return effect_view

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
