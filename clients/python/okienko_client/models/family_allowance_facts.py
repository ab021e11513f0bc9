from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="FamilyAllowanceFacts")


@_attrs_define
class FamilyAllowanceFacts:
    """Says that the family allowance is to be computed and not only declared.

    Attributes:
        reference_income (None | str | Unset): Income of the family a month by the family benefits act; unsaid: what it
            has.
    """

    reference_income: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reference_income: None | str | Unset
        if isinstance(self.reference_income, Unset):
            reference_income = UNSET
        else:
            reference_income = self.reference_income

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if reference_income is not UNSET:
            field_dict["reference_income"] = reference_income

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_reference_income(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reference_income = _parse_reference_income(d.pop("reference_income", UNSET))

        family_allowance_facts = cls(
            reference_income=reference_income,
        )

        return family_allowance_facts
