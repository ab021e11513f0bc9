from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StandingView")


@_attrs_define
class StandingView:
    """What the household gets in a month: each benefit, what of them counts, and its cash in hand.

    Attributes:
        total (str): Of the benefits in scope.
        income (str): Of art. 8 u.p.s., permanent allowance included.
        disposable (str): In hand, 800 plus included.
        okresowy (None | str | Unset): Absent: not in question.
        permanent_allowance (None | str | Unset): Absent: not in question.
        purpose_benefit (None | str | Unset): Absent: not in question.
        family_allowance (None | str | Unset): Absent: not in question.
        housing_allowance (None | str | Unset): Absent: not in question.
        unemployment_benefit (None | str | Unset): Absent: not in question.
        activation_supplement (None | str | Unset): Absent: not in question.
    """

    total: str
    income: str
    disposable: str
    okresowy: None | str | Unset = UNSET
    permanent_allowance: None | str | Unset = UNSET
    purpose_benefit: None | str | Unset = UNSET
    family_allowance: None | str | Unset = UNSET
    housing_allowance: None | str | Unset = UNSET
    unemployment_benefit: None | str | Unset = UNSET
    activation_supplement: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        total = self.total

        income = self.income

        disposable = self.disposable

        okresowy: None | str | Unset
        if isinstance(self.okresowy, Unset):
            okresowy = UNSET
        else:
            okresowy = self.okresowy

        permanent_allowance: None | str | Unset
        if isinstance(self.permanent_allowance, Unset):
            permanent_allowance = UNSET
        else:
            permanent_allowance = self.permanent_allowance

        purpose_benefit: None | str | Unset
        if isinstance(self.purpose_benefit, Unset):
            purpose_benefit = UNSET
        else:
            purpose_benefit = self.purpose_benefit

        family_allowance: None | str | Unset
        if isinstance(self.family_allowance, Unset):
            family_allowance = UNSET
        else:
            family_allowance = self.family_allowance

        housing_allowance: None | str | Unset
        if isinstance(self.housing_allowance, Unset):
            housing_allowance = UNSET
        else:
            housing_allowance = self.housing_allowance

        unemployment_benefit: None | str | Unset
        if isinstance(self.unemployment_benefit, Unset):
            unemployment_benefit = UNSET
        else:
            unemployment_benefit = self.unemployment_benefit

        activation_supplement: None | str | Unset
        if isinstance(self.activation_supplement, Unset):
            activation_supplement = UNSET
        else:
            activation_supplement = self.activation_supplement

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "total": total,
                "income": income,
                "disposable": disposable,
            }
        )
        if okresowy is not UNSET:
            field_dict["okresowy"] = okresowy
        if permanent_allowance is not UNSET:
            field_dict["permanent_allowance"] = permanent_allowance
        if purpose_benefit is not UNSET:
            field_dict["purpose_benefit"] = purpose_benefit
        if family_allowance is not UNSET:
            field_dict["family_allowance"] = family_allowance
        if housing_allowance is not UNSET:
            field_dict["housing_allowance"] = housing_allowance
        if unemployment_benefit is not UNSET:
            field_dict["unemployment_benefit"] = unemployment_benefit
        if activation_supplement is not UNSET:
            field_dict["activation_supplement"] = activation_supplement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        total = d.pop("total")

        income = d.pop("income")

        disposable = d.pop("disposable")

        def _parse_okresowy(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        okresowy = _parse_okresowy(d.pop("okresowy", UNSET))

        def _parse_permanent_allowance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        permanent_allowance = _parse_permanent_allowance(d.pop("permanent_allowance", UNSET))

        def _parse_purpose_benefit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        purpose_benefit = _parse_purpose_benefit(d.pop("purpose_benefit", UNSET))

        def _parse_family_allowance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        family_allowance = _parse_family_allowance(d.pop("family_allowance", UNSET))

        def _parse_housing_allowance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        housing_allowance = _parse_housing_allowance(d.pop("housing_allowance", UNSET))

        def _parse_unemployment_benefit(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        unemployment_benefit = _parse_unemployment_benefit(d.pop("unemployment_benefit", UNSET))

        def _parse_activation_supplement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        activation_supplement = _parse_activation_supplement(d.pop("activation_supplement", UNSET))

        standing_view = cls(
            total=total,
            income=income,
            disposable=disposable,
            okresowy=okresowy,
            permanent_allowance=permanent_allowance,
            purpose_benefit=purpose_benefit,
            family_allowance=family_allowance,
            housing_allowance=housing_allowance,
            unemployment_benefit=unemployment_benefit,
            activation_supplement=activation_supplement,
        )

        standing_view.additional_properties = d
        return standing_view

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
