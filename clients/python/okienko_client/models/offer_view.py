from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.offer_state import OfferState

if TYPE_CHECKING:
    from ..models.left_out_view import LeftOutView
    from ..models.party_view import PartyView
    from ..models.referral_view import ReferralView


T = TypeVar("T", bound="OfferView")


@_attrs_define
class OfferView:
    """An offer to several (propozycja dla kilku instytucji).

    Attributes:
        id (UUID):
        client_id (UUID):
        made_by (PartyView): An institution by name.
        made_at (datetime.datetime):
        state (OfferState): Where an offer to several stands.
        settled_by (None | UUID): The one that was accepted.
        referrals (list[ReferralView]):
        left_out (list[LeftOutView]): Named, and not asked.
        version (int):
    """

    id: UUID
    client_id: UUID
    made_by: PartyView
    made_at: datetime.datetime
    state: OfferState
    settled_by: None | UUID
    referrals: list[ReferralView]
    left_out: list[LeftOutView]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        made_by = self.made_by.to_dict()

        made_at = self.made_at.isoformat()

        state = self.state.value

        settled_by: None | str
        if isinstance(self.settled_by, UUID):
            settled_by = str(self.settled_by)
        else:
            settled_by = self.settled_by

        referrals = []
        for referrals_item_data in self.referrals:
            referrals_item = referrals_item_data.to_dict()
            referrals.append(referrals_item)

        left_out = []
        for left_out_item_data in self.left_out:
            left_out_item = left_out_item_data.to_dict()
            left_out.append(left_out_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "made_by": made_by,
                "made_at": made_at,
                "state": state,
                "settled_by": settled_by,
                "referrals": referrals,
                "left_out": left_out,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.left_out_view import LeftOutView  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.referral_view import ReferralView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        made_by = PartyView.from_dict(d.pop("made_by"))

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        state = OfferState(d.pop("state"))

        def _parse_settled_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settled_by_type_0 = UUID(data)

                return settled_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        settled_by = _parse_settled_by(d.pop("settled_by"))

        referrals = []
        _referrals = d.pop("referrals")
        for referrals_item_data in _referrals:
            referrals_item = ReferralView.from_dict(referrals_item_data)

            referrals.append(referrals_item)

        left_out = []
        _left_out = d.pop("left_out")
        for left_out_item_data in _left_out:
            left_out_item = LeftOutView.from_dict(left_out_item_data)

            left_out.append(left_out_item)

        version = d.pop("version")

        offer_view = cls(
            id=id,
            client_id=client_id,
            made_by=made_by,
            made_at=made_at,
            state=state,
            settled_by=settled_by,
            referrals=referrals,
            left_out=left_out,
            version=version,
        )

        offer_view.additional_properties = d
        return offer_view

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
