from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.marginal_rate_view import MarginalRateView
    from ..models.variant_view import VariantView


T = TypeVar("T", bound="SimulationResult")


@_attrs_define
class SimulationResult:
    """What the households worked out so far come to.

    Attributes:
        households (int): Households.
        lost (str): What jobs take away a month, in the first scope.
        losing (int): Households from whom the job takes anything.
        better_without (int): Better off by the job without support.
        worse_without (int): Worse off by the job without support.
        marginal_rates (list[MarginalRateView]):
        variants (list[VariantView]):
    """

    households: int
    lost: str
    losing: int
    better_without: int
    worse_without: int
    marginal_rates: list[MarginalRateView]
    variants: list[VariantView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        households = self.households

        lost = self.lost

        losing = self.losing

        better_without = self.better_without

        worse_without = self.worse_without

        marginal_rates = []
        for marginal_rates_item_data in self.marginal_rates:
            marginal_rates_item = marginal_rates_item_data.to_dict()
            marginal_rates.append(marginal_rates_item)

        variants = []
        for variants_item_data in self.variants:
            variants_item = variants_item_data.to_dict()
            variants.append(variants_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "households": households,
                "lost": lost,
                "losing": losing,
                "better_without": better_without,
                "worse_without": worse_without,
                "marginal_rates": marginal_rates,
                "variants": variants,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.marginal_rate_view import MarginalRateView  # noqa: PLC0415
        from ..models.variant_view import VariantView  # noqa: PLC0415

        d = dict(src_dict)
        households = d.pop("households")

        lost = d.pop("lost")

        losing = d.pop("losing")

        better_without = d.pop("better_without")

        worse_without = d.pop("worse_without")

        marginal_rates = []
        _marginal_rates = d.pop("marginal_rates")
        for marginal_rates_item_data in _marginal_rates:
            marginal_rates_item = MarginalRateView.from_dict(marginal_rates_item_data)

            marginal_rates.append(marginal_rates_item)

        variants = []
        _variants = d.pop("variants")
        for variants_item_data in _variants:
            variants_item = VariantView.from_dict(variants_item_data)

            variants.append(variants_item)

        simulation_result = cls(
            households=households,
            lost=lost,
            losing=losing,
            better_without=better_without,
            worse_without=worse_without,
            marginal_rates=marginal_rates,
            variants=variants,
        )

        simulation_result.additional_properties = d
        return simulation_result

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
