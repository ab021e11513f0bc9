from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.relation import Relation
from ..types import UNSET, Unset

T = TypeVar("T", bound="HouseholdMember")


@_attrs_define
class HouseholdMember:
    """One person of the household.

    Attributes:
        age (int):
        relation (Relation): Who a member is to the one whose case it is.
        unable_to_work (bool | Unset): Adult unable to work by age or total incapacity (art. 37 u.p.s.). Default: False.
        disabled (bool | Unset): With a certificate of disability. Default: False.
        in_education (bool | Unset): A child over 18 still at school. Default: False.
    """

    age: int
    relation: Relation
    unable_to_work: bool | Unset = False
    disabled: bool | Unset = False
    in_education: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        age = self.age

        relation = self.relation.value

        unable_to_work = self.unable_to_work

        disabled = self.disabled

        in_education = self.in_education

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "age": age,
                "relation": relation,
            }
        )
        if unable_to_work is not UNSET:
            field_dict["unable_to_work"] = unable_to_work
        if disabled is not UNSET:
            field_dict["disabled"] = disabled
        if in_education is not UNSET:
            field_dict["in_education"] = in_education

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        age = d.pop("age")

        relation = Relation(d.pop("relation"))

        unable_to_work = d.pop("unable_to_work", UNSET)

        disabled = d.pop("disabled", UNSET)

        in_education = d.pop("in_education", UNSET)

        household_member = cls(
            age=age,
            relation=relation,
            unable_to_work=unable_to_work,
            disabled=disabled,
            in_education=in_education,
        )

        return household_member
