from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.annex_view import AnnexView
    from ..models.minuted_decision import MinutedDecision


T = TypeVar("T", bound="MinutedItem")


@_attrs_define
class MinutedItem:
    """An item of the minutes.

    Attributes:
        id (UUID):
        number (int): Among those you may know of.
        client_id (UUID):
        purpose (None | str):
        client_present (bool | None):
        decisions (list[MinutedDecision]):
        note (None | str):
        annexes (list[AnnexView]):
    """

    id: UUID
    number: int
    client_id: UUID
    purpose: None | str
    client_present: bool | None
    decisions: list[MinutedDecision]
    note: None | str
    annexes: list[AnnexView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        number = self.number

        client_id = str(self.client_id)

        purpose: None | str
        purpose = self.purpose

        client_present: bool | None
        client_present = self.client_present

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item = decisions_item_data.to_dict()
            decisions.append(decisions_item)

        note: None | str
        note = self.note

        annexes = []
        for annexes_item_data in self.annexes:
            annexes_item = annexes_item_data.to_dict()
            annexes.append(annexes_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "client_id": client_id,
                "purpose": purpose,
                "client_present": client_present,
                "decisions": decisions,
                "note": note,
                "annexes": annexes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.annex_view import AnnexView  # noqa: PLC0415
        from ..models.minuted_decision import MinutedDecision  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

        client_id = UUID(d.pop("client_id"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        def _parse_client_present(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        client_present = _parse_client_present(d.pop("client_present"))

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = MinutedDecision.from_dict(decisions_item_data)

            decisions.append(decisions_item)

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

        minuted_item = cls(
            id=id,
            number=number,
            client_id=client_id,
            purpose=purpose,
            client_present=client_present,
            decisions=decisions,
            note=note,
            annexes=annexes,
        )

        minuted_item.additional_properties = d
        return minuted_item

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
