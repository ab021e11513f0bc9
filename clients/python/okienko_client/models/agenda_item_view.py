from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.item_state import ItemState

if TYPE_CHECKING:
    from ..models.annex_view import AnnexView
    from ..models.cause_view import CauseView
    from ..models.decision_view import DecisionView
    from ..models.party_view import PartyView
    from ..models.reader_view import ReaderView


T = TypeVar("T", bound="AgendaItemView")


@_attrs_define
class AgendaItemView:
    """A client on the agenda (punkt porządku spotkania), numbered among those you may know of.

    Attributes:
        id (UUID):
        number (int):
        client_id (UUID):
        state (ItemState): Where an item stands.
        purpose (None | str): None: the reasons say it.
        reasons (list[CauseView]):
        brought_by (PartyView): An institution by name.
        delicate (bool):
        restricted (bool): Not everybody at the table knows it: stays out of the record.
        may_know (list[ReaderView]):
        client_takes_part (bool):
        client_present (bool | None):
        decisions (list[DecisionView]):
        earlier (list[DecisionView]): What earlier meetings decided, and what became of it.
        note (None | str):
        annexes (list[AnnexView]):
        version (int):
    """

    id: UUID
    number: int
    client_id: UUID
    state: ItemState
    purpose: None | str
    reasons: list[CauseView]
    brought_by: PartyView
    delicate: bool
    restricted: bool
    may_know: list[ReaderView]
    client_takes_part: bool
    client_present: bool | None
    decisions: list[DecisionView]
    earlier: list[DecisionView]
    note: None | str
    annexes: list[AnnexView]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        number = self.number

        client_id = str(self.client_id)

        state = self.state.value

        purpose: None | str
        purpose = self.purpose

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        brought_by = self.brought_by.to_dict()

        delicate = self.delicate

        restricted = self.restricted

        may_know = []
        for may_know_item_data in self.may_know:
            may_know_item = may_know_item_data.to_dict()
            may_know.append(may_know_item)

        client_takes_part = self.client_takes_part

        client_present: bool | None
        client_present = self.client_present

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item = decisions_item_data.to_dict()
            decisions.append(decisions_item)

        earlier = []
        for earlier_item_data in self.earlier:
            earlier_item = earlier_item_data.to_dict()
            earlier.append(earlier_item)

        note: None | str
        note = self.note

        annexes = []
        for annexes_item_data in self.annexes:
            annexes_item = annexes_item_data.to_dict()
            annexes.append(annexes_item)

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "client_id": client_id,
                "state": state,
                "purpose": purpose,
                "reasons": reasons,
                "brought_by": brought_by,
                "delicate": delicate,
                "restricted": restricted,
                "may_know": may_know,
                "client_takes_part": client_takes_part,
                "client_present": client_present,
                "decisions": decisions,
                "earlier": earlier,
                "note": note,
                "annexes": annexes,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.annex_view import AnnexView  # noqa: PLC0415
        from ..models.cause_view import CauseView  # noqa: PLC0415
        from ..models.decision_view import DecisionView  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.reader_view import ReaderView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

        client_id = UUID(d.pop("client_id"))

        state = ItemState(d.pop("state"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = CauseView.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        brought_by = PartyView.from_dict(d.pop("brought_by"))

        delicate = d.pop("delicate")

        restricted = d.pop("restricted")

        may_know = []
        _may_know = d.pop("may_know")
        for may_know_item_data in _may_know:
            may_know_item = ReaderView.from_dict(may_know_item_data)

            may_know.append(may_know_item)

        client_takes_part = d.pop("client_takes_part")

        def _parse_client_present(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        client_present = _parse_client_present(d.pop("client_present"))

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = DecisionView.from_dict(decisions_item_data)

            decisions.append(decisions_item)

        earlier = []
        _earlier = d.pop("earlier")
        for earlier_item_data in _earlier:
            earlier_item = DecisionView.from_dict(earlier_item_data)

            earlier.append(earlier_item)

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        annexes = []
        _annexes = d.pop("annexes")
        for annexes_item_data in _annexes:
            annexes_item = AnnexView.from_dict(annexes_item_data)

            annexes.append(annexes_item)

        version = d.pop("version")

        agenda_item_view = cls(
            id=id,
            number=number,
            client_id=client_id,
            state=state,
            purpose=purpose,
            reasons=reasons,
            brought_by=brought_by,
            delicate=delicate,
            restricted=restricted,
            may_know=may_know,
            client_takes_part=client_takes_part,
            client_present=client_present,
            decisions=decisions,
            earlier=earlier,
            note=note,
            annexes=annexes,
            version=version,
        )

        agenda_item_view.additional_properties = d
        return agenda_item_view

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
