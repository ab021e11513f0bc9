from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.help_reason import HelpReason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.applicant import Applicant
    from ..models.family_member import FamilyMember


T = TypeVar("T", bound="SegmentA")


@_attrs_define
class SegmentA:
    """A: the applicant and her family (dane wnioskodawcy i rodziny). Mandatory.

    Attributes:
        segment (Literal['A']):
        applicant (Applicant): The applicant as the interview names her: as on the day, whatever changes later.
        reasons (list[HelpReason] | Unset):
        members (list[FamilyMember] | Unset):
    """

    segment: Literal["A"]
    applicant: Applicant
    reasons: list[HelpReason] | Unset = UNSET
    members: list[FamilyMember] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        applicant = self.applicant.to_dict()

        reasons: list[str] | Unset = UNSET
        if not isinstance(self.reasons, Unset):
            reasons = []
            for reasons_item_data in self.reasons:
                reasons_item = reasons_item_data.value
                reasons.append(reasons_item)

        members: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.members, Unset):
            members = []
            for members_item_data in self.members:
                members_item = members_item_data.to_dict()
                members.append(members_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "applicant": applicant,
            }
        )
        if reasons is not UNSET:
            field_dict["reasons"] = reasons
        if members is not UNSET:
            field_dict["members"] = members

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.applicant import Applicant  # noqa: PLC0415
        from ..models.family_member import FamilyMember  # noqa: PLC0415

        d = dict(src_dict)
        segment = cast(Literal["A"], d.pop("segment"))
        if segment != "A":
            raise ValueError(f"segment must match const 'A', got '{segment}'")

        applicant = Applicant.from_dict(d.pop("applicant"))

        _reasons = d.pop("reasons", UNSET)
        reasons: list[HelpReason] | Unset = UNSET
        if _reasons is not UNSET:
            reasons = []
            for reasons_item_data in _reasons:
                reasons_item = HelpReason(reasons_item_data)

                reasons.append(reasons_item)

        _members = d.pop("members", UNSET)
        members: list[FamilyMember] | Unset = UNSET
        if _members is not UNSET:
            members = []
            for members_item_data in _members:
                members_item = FamilyMember.from_dict(members_item_data)

                members.append(members_item)

        segment_a = cls(
            segment=segment,
            applicant=applicant,
            reasons=reasons,
            members=members,
        )

        return segment_a
