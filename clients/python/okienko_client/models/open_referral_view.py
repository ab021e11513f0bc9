from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.map_category import MapCategory
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="OpenReferralView")


@_attrs_define
class OpenReferralView:
    """A referral open to a partnership: what is needed and where, nothing of who she is.

    Attributes:
        id (UUID):
        open_to (UUID):
        from_ (PartyView): An institution by name.
        category (MapCategory | None):
        needs (list[MapCategory]):
        urgency (Urgency): How soon somebody must act.
        municipality (None | str):
        sent_on (datetime.date):
        answer_due_on (datetime.date | None):
        version (int):
    """

    id: UUID
    open_to: UUID
    from_: PartyView
    category: MapCategory | None
    needs: list[MapCategory]
    urgency: Urgency
    municipality: None | str
    sent_on: datetime.date
    answer_due_on: datetime.date | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        open_to = str(self.open_to)

        from_ = self.from_.to_dict()

        category: None | str
        if isinstance(self.category, MapCategory):
            category = self.category.value
        else:
            category = self.category

        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.value
            needs.append(needs_item)

        urgency = self.urgency.value

        municipality: None | str
        municipality = self.municipality

        sent_on = self.sent_on.isoformat()

        answer_due_on: None | str
        if isinstance(self.answer_due_on, datetime.date):
            answer_due_on = self.answer_due_on.isoformat()
        else:
            answer_due_on = self.answer_due_on

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "open_to": open_to,
                "from": from_,
                "category": category,
                "needs": needs,
                "urgency": urgency,
                "municipality": municipality,
                "sent_on": sent_on,
                "answer_due_on": answer_due_on,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        open_to = UUID(d.pop("open_to"))

        from_ = PartyView.from_dict(d.pop("from"))

        def _parse_category(data: object) -> MapCategory | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                category_type_0 = MapCategory(data)

                return category_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MapCategory | None, data)

        category = _parse_category(d.pop("category"))

        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = MapCategory(needs_item_data)

            needs.append(needs_item)

        urgency = Urgency(d.pop("urgency"))

        def _parse_municipality(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        municipality = _parse_municipality(d.pop("municipality"))

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        def _parse_answer_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_due_on_type_0 = datetime.date.fromisoformat(data)

                return answer_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answer_due_on = _parse_answer_due_on(d.pop("answer_due_on"))

        version = d.pop("version")

        open_referral_view = cls(
            id=id,
            open_to=open_to,
            from_=from_,
            category=category,
            needs=needs,
            urgency=urgency,
            municipality=municipality,
            sent_on=sent_on,
            answer_due_on=answer_due_on,
            version=version,
        )

        open_referral_view.additional_properties = d
        return open_referral_view

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
