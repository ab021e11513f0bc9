from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.disability_degree import DisabilityDegree
from ..models.income_kind import IncomeKind
from ..models.member_relation import MemberRelation
from ..models.occupation import Occupation
from ..types import UNSET, Unset

T = TypeVar("T", bound="FamilyMember")


@_attrs_define
class FamilyMember:
    """A member of the family, or somebody who only lives at the address.

    Attributes:
        relation (MemberRelation): Who a member is to the client.
        name (None | str | Unset):
        birth_date (datetime.date | None | Unset):
        shares_household (bool | Unset):  Default: True.
        income_sources (list[IncomeKind] | Unset):
        work (None | Occupation | Unset):
        registered_at_pup (bool | None | Unset):
        school (None | str | Unset):
        disability (DisabilityDegree | None | Unset):
    """

    relation: MemberRelation
    name: None | str | Unset = UNSET
    birth_date: datetime.date | None | Unset = UNSET
    shares_household: bool | Unset = True
    income_sources: list[IncomeKind] | Unset = UNSET
    work: None | Occupation | Unset = UNSET
    registered_at_pup: bool | None | Unset = UNSET
    school: None | str | Unset = UNSET
    disability: DisabilityDegree | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        relation = self.relation.value

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        birth_date: None | str | Unset
        if isinstance(self.birth_date, Unset):
            birth_date = UNSET
        elif isinstance(self.birth_date, datetime.date):
            birth_date = self.birth_date.isoformat()
        else:
            birth_date = self.birth_date

        shares_household = self.shares_household

        income_sources: list[str] | Unset = UNSET
        if not isinstance(self.income_sources, Unset):
            income_sources = []
            for income_sources_item_data in self.income_sources:
                income_sources_item = income_sources_item_data.value
                income_sources.append(income_sources_item)

        work: None | str | Unset
        if isinstance(self.work, Unset):
            work = UNSET
        elif isinstance(self.work, Occupation):
            work = self.work.value
        else:
            work = self.work

        registered_at_pup: bool | None | Unset
        if isinstance(self.registered_at_pup, Unset):
            registered_at_pup = UNSET
        else:
            registered_at_pup = self.registered_at_pup

        school: None | str | Unset
        if isinstance(self.school, Unset):
            school = UNSET
        else:
            school = self.school

        disability: None | str | Unset
        if isinstance(self.disability, Unset):
            disability = UNSET
        elif isinstance(self.disability, DisabilityDegree):
            disability = self.disability.value
        else:
            disability = self.disability

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "relation": relation,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if birth_date is not UNSET:
            field_dict["birth_date"] = birth_date
        if shares_household is not UNSET:
            field_dict["shares_household"] = shares_household
        if income_sources is not UNSET:
            field_dict["income_sources"] = income_sources
        if work is not UNSET:
            field_dict["work"] = work
        if registered_at_pup is not UNSET:
            field_dict["registered_at_pup"] = registered_at_pup
        if school is not UNSET:
            field_dict["school"] = school
        if disability is not UNSET:
            field_dict["disability"] = disability

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        relation = MemberRelation(d.pop("relation"))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_birth_date(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                birth_date_type_0 = datetime.date.fromisoformat(data)

                return birth_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        birth_date = _parse_birth_date(d.pop("birth_date", UNSET))

        shares_household = d.pop("shares_household", UNSET)

        _income_sources = d.pop("income_sources", UNSET)
        income_sources: list[IncomeKind] | Unset = UNSET
        if _income_sources is not UNSET:
            income_sources = []
            for income_sources_item_data in _income_sources:
                income_sources_item = IncomeKind(income_sources_item_data)

                income_sources.append(income_sources_item)

        def _parse_work(data: object) -> None | Occupation | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                work_type_0 = Occupation(data)

                return work_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Occupation | Unset, data)

        work = _parse_work(d.pop("work", UNSET))

        def _parse_registered_at_pup(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        registered_at_pup = _parse_registered_at_pup(d.pop("registered_at_pup", UNSET))

        def _parse_school(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school = _parse_school(d.pop("school", UNSET))

        def _parse_disability(data: object) -> DisabilityDegree | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                disability_type_0 = DisabilityDegree(data)

                return disability_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DisabilityDegree | None | Unset, data)

        disability = _parse_disability(d.pop("disability", UNSET))

        family_member = cls(
            relation=relation,
            name=name,
            birth_date=birth_date,
            shares_household=shares_household,
            income_sources=income_sources,
            work=work,
            registered_at_pup=registered_at_pup,
            school=school,
            disability=disability,
        )

        return family_member
