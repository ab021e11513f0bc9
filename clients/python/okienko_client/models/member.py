from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.disability_degree import DisabilityDegree
from ..models.member_relation import MemberRelation
from ..models.occupation import Occupation
from ..types import UNSET, Unset

T = TypeVar("T", bound="Member")


@_attrs_define
class Member:
    """A person who lives at the client's, and may keep house together with her.

    Attributes:
        relation (MemberRelation): Who a member is to the client.
        birth_date (datetime.date):
        name (None | str | Unset):
        client_id (None | Unset | UUID): Her own record, where the member is a client too.
        shares_household (bool | Unset): Lives there and keeps house together with the others. Default: True.
        occupation (None | Occupation | Unset):
        school (None | str | Unset):
        disability (DisabilityDegree | None | Unset): Shown with health data only.
    """

    relation: MemberRelation
    birth_date: datetime.date
    name: None | str | Unset = UNSET
    client_id: None | Unset | UUID = UNSET
    shares_household: bool | Unset = True
    occupation: None | Occupation | Unset = UNSET
    school: None | str | Unset = UNSET
    disability: DisabilityDegree | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        relation = self.relation.value

        birth_date = self.birth_date.isoformat()

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        shares_household = self.shares_household

        occupation: None | str | Unset
        if isinstance(self.occupation, Unset):
            occupation = UNSET
        elif isinstance(self.occupation, Occupation):
            occupation = self.occupation.value
        else:
            occupation = self.occupation

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
                "birth_date": birth_date,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name
        if client_id is not UNSET:
            field_dict["client_id"] = client_id
        if shares_household is not UNSET:
            field_dict["shares_household"] = shares_household
        if occupation is not UNSET:
            field_dict["occupation"] = occupation
        if school is not UNSET:
            field_dict["school"] = school
        if disability is not UNSET:
            field_dict["disability"] = disability

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        relation = MemberRelation(d.pop("relation"))

        birth_date = datetime.date.fromisoformat(d.pop("birth_date"))

        def _parse_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        name = _parse_name(d.pop("name", UNSET))

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        shares_household = d.pop("shares_household", UNSET)

        def _parse_occupation(data: object) -> None | Occupation | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                occupation_type_0 = Occupation(data)

                return occupation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Occupation | Unset, data)

        occupation = _parse_occupation(d.pop("occupation", UNSET))

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

        member = cls(
            relation=relation,
            birth_date=birth_date,
            name=name,
            client_id=client_id,
            shares_household=shares_household,
            occupation=occupation,
            school=school,
            disability=disability,
        )

        return member
