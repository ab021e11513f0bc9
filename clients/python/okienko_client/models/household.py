from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.family_allowance_facts import FamilyAllowanceFacts
    from ..models.home_costs import HomeCosts
    from ..models.household_member import HouseholdMember


T = TypeVar("T", bound="Household")


@_attrs_define
class Household:
    """Who lives and runs the house together (art. 6 pkt 14 u.p.s.).

    Attributes:
        members (list[HouseholdMember]):
        home (HomeCosts | None | Unset): Said: the housing allowance is computed.
        family_allowance (FamilyAllowanceFacts | None | Unset):
    """

    members: list[HouseholdMember]
    home: HomeCosts | None | Unset = UNSET
    family_allowance: FamilyAllowanceFacts | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.family_allowance_facts import FamilyAllowanceFacts  # noqa: PLC0415
        from ..models.home_costs import HomeCosts  # noqa: PLC0415

        members = []
        for members_item_data in self.members:
            members_item = members_item_data.to_dict()
            members.append(members_item)

        home: dict[str, Any] | None | Unset
        if isinstance(self.home, Unset):
            home = UNSET
        elif isinstance(self.home, HomeCosts):
            home = self.home.to_dict()
        else:
            home = self.home

        family_allowance: dict[str, Any] | None | Unset
        if isinstance(self.family_allowance, Unset):
            family_allowance = UNSET
        elif isinstance(self.family_allowance, FamilyAllowanceFacts):
            family_allowance = self.family_allowance.to_dict()
        else:
            family_allowance = self.family_allowance

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "members": members,
            }
        )
        if home is not UNSET:
            field_dict["home"] = home
        if family_allowance is not UNSET:
            field_dict["family_allowance"] = family_allowance

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.family_allowance_facts import FamilyAllowanceFacts  # noqa: PLC0415
        from ..models.home_costs import HomeCosts  # noqa: PLC0415
        from ..models.household_member import HouseholdMember  # noqa: PLC0415

        d = dict(src_dict)
        members = []
        _members = d.pop("members")
        for members_item_data in _members:
            members_item = HouseholdMember.from_dict(members_item_data)

            members.append(members_item)

        def _parse_home(data: object) -> HomeCosts | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                home_type_0 = HomeCosts.from_dict(data)

                return home_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HomeCosts | None | Unset, data)

        home = _parse_home(d.pop("home", UNSET))

        def _parse_family_allowance(data: object) -> FamilyAllowanceFacts | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                family_allowance_type_0 = FamilyAllowanceFacts.from_dict(data)

                return family_allowance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FamilyAllowanceFacts | None | Unset, data)

        family_allowance = _parse_family_allowance(d.pop("family_allowance", UNSET))

        household = cls(
            members=members,
            home=home,
            family_allowance=family_allowance,
        )

        return household
