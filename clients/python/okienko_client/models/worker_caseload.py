from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.worker_view import WorkerView


T = TypeVar("T", bound="WorkerCaseload")


@_attrs_define
class WorkerCaseload:
    """What one worker has to do with.

    Attributes:
        worker (WorkerView): A worker.
        clients (int): Persons she advises; a merged record counts once.
        overdue_contacts (int): Contacts that should have been by now.
        open_referrals (int): Open ones that she sent or took on.
        over_norm (int | None): By how many clients; null: no norm holds here.
        away (None | WorkerView): Who stands in for her today; null: nobody does.
    """

    worker: WorkerView
    clients: int
    overdue_contacts: int
    open_referrals: int
    over_norm: int | None
    away: None | WorkerView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        worker = self.worker.to_dict()

        clients = self.clients

        overdue_contacts = self.overdue_contacts

        open_referrals = self.open_referrals

        over_norm: int | None
        over_norm = self.over_norm

        away: dict[str, Any] | None
        if isinstance(self.away, WorkerView):
            away = self.away.to_dict()
        else:
            away = self.away

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "worker": worker,
                "clients": clients,
                "overdue_contacts": overdue_contacts,
                "open_referrals": open_referrals,
                "over_norm": over_norm,
                "away": away,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        d = dict(src_dict)
        worker = WorkerView.from_dict(d.pop("worker"))

        clients = d.pop("clients")

        overdue_contacts = d.pop("overdue_contacts")

        open_referrals = d.pop("open_referrals")

        def _parse_over_norm(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        over_norm = _parse_over_norm(d.pop("over_norm"))

        def _parse_away(data: object) -> None | WorkerView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                away_type_0 = WorkerView.from_dict(data)

                return away_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkerView, data)

        away = _parse_away(d.pop("away"))

        worker_caseload = cls(
            worker=worker,
            clients=clients,
            overdue_contacts=overdue_contacts,
            open_referrals=open_referrals,
            over_norm=over_norm,
            away=away,
        )

        worker_caseload.additional_properties = d
        return worker_caseload

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
