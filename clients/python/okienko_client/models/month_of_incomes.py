from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.month_of_incomes_standing import MonthOfIncomesStanding

if TYPE_CHECKING:
    from ..models.declared_incomes import DeclaredIncomes
    from ..models.verified_incomes import VerifiedIncomes


T = TypeVar("T", bound="MonthOfIncomes")


@_attrs_define
class MonthOfIncomes:
    """All that was declared and verified of a month, newest first.

    Attributes:
        month (str):
        standing (MonthOfIncomesStanding):
        declarations (list[DeclaredIncomes]):
        verifications (list[VerifiedIncomes]):
    """

    month: str
    standing: MonthOfIncomesStanding
    declarations: list[DeclaredIncomes]
    verifications: list[VerifiedIncomes]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        standing = self.standing.value

        declarations = []
        for declarations_item_data in self.declarations:
            declarations_item = declarations_item_data.to_dict()
            declarations.append(declarations_item)

        verifications = []
        for verifications_item_data in self.verifications:
            verifications_item = verifications_item_data.to_dict()
            verifications.append(verifications_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "standing": standing,
                "declarations": declarations,
                "verifications": verifications,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.declared_incomes import DeclaredIncomes  # noqa: PLC0415
        from ..models.verified_incomes import VerifiedIncomes  # noqa: PLC0415

        d = dict(src_dict)
        month = d.pop("month")

        standing = MonthOfIncomesStanding(d.pop("standing"))

        declarations = []
        _declarations = d.pop("declarations")
        for declarations_item_data in _declarations:
            declarations_item = DeclaredIncomes.from_dict(declarations_item_data)

            declarations.append(declarations_item)

        verifications = []
        _verifications = d.pop("verifications")
        for verifications_item_data in _verifications:
            verifications_item = VerifiedIncomes.from_dict(verifications_item_data)

            verifications.append(verifications_item)

        month_of_incomes = cls(
            month=month,
            standing=standing,
            declarations=declarations,
            verifications=verifications,
        )

        month_of_incomes.additional_properties = d
        return month_of_incomes

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
