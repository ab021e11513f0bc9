from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Generated")


@_attrs_define
class Generated:
    """A cohort that is made up: the same households for the same seed, however many are asked for.

    The shares are assumptions of whoever asks, no statistics.

        Attributes:
            households (int):
            seed (int | Unset):  Default: 1.
            lone (int | str | Unset): Persons who live alone. At least 0, at most 1, 4 places after the point at most.
                Default: '0.45'.
            with_income (int | str | Unset): Households with another income. At least 0, at most 1, 4 places after the point
                at most. Default: '0.60'.
            unable (int | str | Unset): With an adult unable to work. At least 0, at most 1, 4 places after the point at
                most. Default: '0.15'.
            income_most (str | Unset): Of another income; evenly spread. Default: '2500.00'.
            wage_least (str | Unset):  Default: '2403.00'.
            wage_most (str | Unset): Gross; evenly spread. Default: '6500.00'.
    """

    households: int
    seed: int | Unset = 1
    lone: int | str | Unset = "0.45"
    with_income: int | str | Unset = "0.60"
    unable: int | str | Unset = "0.15"
    income_most: str | Unset = "2500.00"
    wage_least: str | Unset = "2403.00"
    wage_most: str | Unset = "6500.00"

    def to_dict(self) -> dict[str, Any]:
        households = self.households

        seed = self.seed

        lone: int | str | Unset
        if isinstance(self.lone, Unset):
            lone = UNSET
        else:
            lone = self.lone

        with_income: int | str | Unset
        if isinstance(self.with_income, Unset):
            with_income = UNSET
        else:
            with_income = self.with_income

        unable: int | str | Unset
        if isinstance(self.unable, Unset):
            unable = UNSET
        else:
            unable = self.unable

        income_most = self.income_most

        wage_least = self.wage_least

        wage_most = self.wage_most

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "households": households,
            }
        )
        if seed is not UNSET:
            field_dict["seed"] = seed
        if lone is not UNSET:
            field_dict["lone"] = lone
        if with_income is not UNSET:
            field_dict["with_income"] = with_income
        if unable is not UNSET:
            field_dict["unable"] = unable
        if income_most is not UNSET:
            field_dict["income_most"] = income_most
        if wage_least is not UNSET:
            field_dict["wage_least"] = wage_least
        if wage_most is not UNSET:
            field_dict["wage_most"] = wage_most

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        households = d.pop("households")

        seed = d.pop("seed", UNSET)

        def _parse_lone(data: object) -> int | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        lone = _parse_lone(d.pop("lone", UNSET))

        def _parse_with_income(data: object) -> int | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        with_income = _parse_with_income(d.pop("with_income", UNSET))

        def _parse_unable(data: object) -> int | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        unable = _parse_unable(d.pop("unable", UNSET))

        income_most = d.pop("income_most", UNSET)

        wage_least = d.pop("wage_least", UNSET)

        wage_most = d.pop("wage_most", UNSET)

        generated = cls(
            households=households,
            seed=seed,
            lone=lone,
            with_income=with_income,
            unable=unable,
            income_most=income_most,
            wage_least=wage_least,
            wage_most=wage_most,
        )

        return generated
