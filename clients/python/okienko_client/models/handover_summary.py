from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.summary_contact import SummaryContact
    from ..models.summary_duty import SummaryDuty
    from ..models.summary_plan import SummaryPlan
    from ..models.summary_referral import SummaryReferral
    from ..models.summary_request import SummaryRequest


T = TypeVar("T", bound="HandoverSummary")


@_attrs_define
class HandoverSummary:
    """What the next adviser should know, put together at the moment of the proposal.

    Attributes:
        made_at (datetime.datetime):
        plans (list[SummaryPlan]):
        referrals_out (list[SummaryReferral]):
        referrals_in (list[SummaryReferral]):
        requests_out (list[SummaryRequest]):
        requests_in (list[SummaryRequest]):
        last_contacts (list[SummaryContact]):
        duties (list[SummaryDuty]):
    """

    made_at: datetime.datetime
    plans: list[SummaryPlan]
    referrals_out: list[SummaryReferral]
    referrals_in: list[SummaryReferral]
    requests_out: list[SummaryRequest]
    requests_in: list[SummaryRequest]
    last_contacts: list[SummaryContact]
    duties: list[SummaryDuty]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        made_at = self.made_at.isoformat()

        plans = []
        for plans_item_data in self.plans:
            plans_item = plans_item_data.to_dict()
            plans.append(plans_item)

        referrals_out = []
        for referrals_out_item_data in self.referrals_out:
            referrals_out_item = referrals_out_item_data.to_dict()
            referrals_out.append(referrals_out_item)

        referrals_in = []
        for referrals_in_item_data in self.referrals_in:
            referrals_in_item = referrals_in_item_data.to_dict()
            referrals_in.append(referrals_in_item)

        requests_out = []
        for requests_out_item_data in self.requests_out:
            requests_out_item = requests_out_item_data.to_dict()
            requests_out.append(requests_out_item)

        requests_in = []
        for requests_in_item_data in self.requests_in:
            requests_in_item = requests_in_item_data.to_dict()
            requests_in.append(requests_in_item)

        last_contacts = []
        for last_contacts_item_data in self.last_contacts:
            last_contacts_item = last_contacts_item_data.to_dict()
            last_contacts.append(last_contacts_item)

        duties = []
        for duties_item_data in self.duties:
            duties_item = duties_item_data.to_dict()
            duties.append(duties_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "made_at": made_at,
                "plans": plans,
                "referrals_out": referrals_out,
                "referrals_in": referrals_in,
                "requests_out": requests_out,
                "requests_in": requests_in,
                "last_contacts": last_contacts,
                "duties": duties,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_contact import SummaryContact  # noqa: PLC0415
        from ..models.summary_duty import SummaryDuty  # noqa: PLC0415
        from ..models.summary_plan import SummaryPlan  # noqa: PLC0415
        from ..models.summary_referral import SummaryReferral  # noqa: PLC0415
        from ..models.summary_request import SummaryRequest  # noqa: PLC0415

        d = dict(src_dict)
        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        plans = []
        _plans = d.pop("plans")
        for plans_item_data in _plans:
            plans_item = SummaryPlan.from_dict(plans_item_data)

            plans.append(plans_item)

        referrals_out = []
        _referrals_out = d.pop("referrals_out")
        for referrals_out_item_data in _referrals_out:
            referrals_out_item = SummaryReferral.from_dict(referrals_out_item_data)

            referrals_out.append(referrals_out_item)

        referrals_in = []
        _referrals_in = d.pop("referrals_in")
        for referrals_in_item_data in _referrals_in:
            referrals_in_item = SummaryReferral.from_dict(referrals_in_item_data)

            referrals_in.append(referrals_in_item)

        requests_out = []
        _requests_out = d.pop("requests_out")
        for requests_out_item_data in _requests_out:
            requests_out_item = SummaryRequest.from_dict(requests_out_item_data)

            requests_out.append(requests_out_item)

        requests_in = []
        _requests_in = d.pop("requests_in")
        for requests_in_item_data in _requests_in:
            requests_in_item = SummaryRequest.from_dict(requests_in_item_data)

            requests_in.append(requests_in_item)

        last_contacts = []
        _last_contacts = d.pop("last_contacts")
        for last_contacts_item_data in _last_contacts:
            last_contacts_item = SummaryContact.from_dict(last_contacts_item_data)

            last_contacts.append(last_contacts_item)

        duties = []
        _duties = d.pop("duties")
        for duties_item_data in _duties:
            duties_item = SummaryDuty.from_dict(duties_item_data)

            duties.append(duties_item)

        handover_summary = cls(
            made_at=made_at,
            plans=plans,
            referrals_out=referrals_out,
            referrals_in=referrals_in,
            requests_out=requests_out,
            requests_in=requests_in,
            last_contacts=last_contacts,
            duties=duties,
        )

        handover_summary.additional_properties = d
        return handover_summary

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
