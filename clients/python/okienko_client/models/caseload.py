from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.norm_view import NormView
    from ..models.worker_caseload import WorkerCaseload


T = TypeVar("T", bound="Caseload")


@_attrs_define
class Caseload:
    """The caseload of an institution, or of one worker and of whom she stands in for.

    Attributes:
        as_of (datetime.date):
        norm (None | NormView): Null: no statute sets one here.
        workers (list[WorkerCaseload]):
        clients (int):
        unassigned (int | None): Clients without an adviser; for managers.
    """

    as_of: datetime.date
    norm: None | NormView
    workers: list[WorkerCaseload]
    clients: int
    unassigned: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.norm_view import NormView  # noqa: PLC0415

        as_of = self.as_of.isoformat()

        norm: dict[str, Any] | None
        if isinstance(self.norm, NormView):
            norm = self.norm.to_dict()
        else:
            norm = self.norm

        workers = []
        for workers_item_data in self.workers:
            workers_item = workers_item_data.to_dict()
            workers.append(workers_item)

        clients = self.clients

        unassigned: int | None
        unassigned = self.unassigned

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "norm": norm,
                "workers": workers,
                "clients": clients,
                "unassigned": unassigned,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.norm_view import NormView  # noqa: PLC0415
        from ..models.worker_caseload import WorkerCaseload  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.date.fromisoformat(d.pop("as_of"))

        def _parse_norm(data: object) -> None | NormView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                norm_type_0 = NormView.from_dict(data)

                return norm_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | NormView, data)

        norm = _parse_norm(d.pop("norm"))

        workers = []
        _workers = d.pop("workers")
        for workers_item_data in _workers:
            workers_item = WorkerCaseload.from_dict(workers_item_data)

            workers.append(workers_item)

        clients = d.pop("clients")

        def _parse_unassigned(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        unassigned = _parse_unassigned(d.pop("unassigned"))

        caseload = cls(
            as_of=as_of,
            norm=norm,
            workers=workers,
            clients=clients,
            unassigned=unassigned,
        )

        caseload.additional_properties = d
        return caseload

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
