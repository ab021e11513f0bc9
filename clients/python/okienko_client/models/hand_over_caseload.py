from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colleague import Colleague
    from ..models.passing import Passing


T = TypeVar("T", bound="HandOverCaseload")


@_attrs_define
class HandOverCaseload:
    """Hand clients over to a worker; the manager decides, so nobody need accept.

    Attributes:
        to (Colleague): A worker of your own institution. Whether there is one of this code cannot be checked here:
            people log in elsewhere. The name told is shown until she calls herself; then her token's counts.
        clients (list[Passing]):
        note (None | str | Unset):
    """

    to: Colleague
    clients: list[Passing]
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        to = self.to.to_dict()

        clients = []
        for clients_item_data in self.clients:
            clients_item = clients_item_data.to_dict()
            clients.append(clients_item)

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
                "clients": clients,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colleague import Colleague  # noqa: PLC0415
        from ..models.passing import Passing  # noqa: PLC0415

        d = dict(src_dict)
        to = Colleague.from_dict(d.pop("to"))

        clients = []
        _clients = d.pop("clients")
        for clients_item_data in _clients:
            clients_item = Passing.from_dict(clients_item_data)

            clients.append(clients_item)

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        hand_over_caseload = cls(
            to=to,
            clients=clients,
            note=note,
        )

        return hand_over_caseload
