from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.may_know import MayKnow


T = TypeVar("T", bound="ChangeAgendaItem")


@_attrs_define
class ChangeAgendaItem:
    """Say it anew, all of it.

    Attributes:
        purpose (None | str | Unset): None: the reasons say it.
        need_to_know (list[MayKnow] | None | Unset): Absent: everybody at the table who may see the client's plan and
            meetings. Your own institution is always among them.
        delicate (bool | Unset): Stays out of the plan and the record; needs a list. Default: False.
        client_takes_part (bool | Unset): Whether the client is to be there. Default: False.
    """

    purpose: None | str | Unset = UNSET
    need_to_know: list[MayKnow] | None | Unset = UNSET
    delicate: bool | Unset = False
    client_takes_part: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        purpose: None | str | Unset
        if isinstance(self.purpose, Unset):
            purpose = UNSET
        else:
            purpose = self.purpose

        need_to_know: list[dict[str, Any]] | None | Unset
        if isinstance(self.need_to_know, Unset):
            need_to_know = UNSET
        elif isinstance(self.need_to_know, list):
            need_to_know = []
            for need_to_know_type_0_item_data in self.need_to_know:
                need_to_know_type_0_item = need_to_know_type_0_item_data.to_dict()
                need_to_know.append(need_to_know_type_0_item)

        else:
            need_to_know = self.need_to_know

        delicate = self.delicate

        client_takes_part = self.client_takes_part

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if purpose is not UNSET:
            field_dict["purpose"] = purpose
        if need_to_know is not UNSET:
            field_dict["need_to_know"] = need_to_know
        if delicate is not UNSET:
            field_dict["delicate"] = delicate
        if client_takes_part is not UNSET:
            field_dict["client_takes_part"] = client_takes_part

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.may_know import MayKnow  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_purpose(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        purpose = _parse_purpose(d.pop("purpose", UNSET))

        def _parse_need_to_know(data: object) -> list[MayKnow] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                need_to_know_type_0 = []
                _need_to_know_type_0 = data
                for need_to_know_type_0_item_data in _need_to_know_type_0:
                    need_to_know_type_0_item = MayKnow.from_dict(need_to_know_type_0_item_data)

                    need_to_know_type_0.append(need_to_know_type_0_item)

                return need_to_know_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[MayKnow] | None | Unset, data)

        need_to_know = _parse_need_to_know(d.pop("need_to_know", UNSET))

        delicate = d.pop("delicate", UNSET)

        client_takes_part = d.pop("client_takes_part", UNSET)

        change_agenda_item = cls(
            purpose=purpose,
            need_to_know=need_to_know,
            delicate=delicate,
            client_takes_part=client_takes_part,
        )

        return change_agenda_item
