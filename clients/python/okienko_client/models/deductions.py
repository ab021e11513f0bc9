from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Deductions")


@_attrs_define
class Deductions:
    """What the law takes off an income (odliczenia, art. 8 ust. 3 u.p.s.).

    Attributes:
        tax (str | Unset):  Default: '0.00'.
        acquisition_costs (str | Unset): Koszty uzyskania przychodu. Default: '0.00'.
        social_contributions (str | Unset):  Default: '0.00'.
        health_contribution (str | Unset):  Default: '0.00'.
        alimony_paid (str | Unset): Paid to persons outside. Default: '0.00'.
    """

    tax: str | Unset = "0.00"
    acquisition_costs: str | Unset = "0.00"
    social_contributions: str | Unset = "0.00"
    health_contribution: str | Unset = "0.00"
    alimony_paid: str | Unset = "0.00"

    def to_dict(self) -> dict[str, Any]:
        tax = self.tax

        acquisition_costs = self.acquisition_costs

        social_contributions = self.social_contributions

        health_contribution = self.health_contribution

        alimony_paid = self.alimony_paid

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if tax is not UNSET:
            field_dict["tax"] = tax
        if acquisition_costs is not UNSET:
            field_dict["acquisition_costs"] = acquisition_costs
        if social_contributions is not UNSET:
            field_dict["social_contributions"] = social_contributions
        if health_contribution is not UNSET:
            field_dict["health_contribution"] = health_contribution
        if alimony_paid is not UNSET:
            field_dict["alimony_paid"] = alimony_paid

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        tax = d.pop("tax", UNSET)

        acquisition_costs = d.pop("acquisition_costs", UNSET)

        social_contributions = d.pop("social_contributions", UNSET)

        health_contribution = d.pop("health_contribution", UNSET)

        alimony_paid = d.pop("alimony_paid", UNSET)

        deductions = cls(
            tax=tax,
            acquisition_costs=acquisition_costs,
            social_contributions=social_contributions,
            health_contribution=health_contribution,
            alimony_paid=alimony_paid,
        )

        return deductions
