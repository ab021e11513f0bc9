from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_view import PartyView
    from ..models.progress import Progress


T = TypeVar("T", bound="PlanReviewView")


@_attrs_define
class PlanReviewView:
    """A review of the plan (ocena realizacji).

    Attributes:
        id (UUID):
        institution (PartyView): An institution by name.
        worker (str):
        opened_on (datetime.date):
        closed_on (datetime.date | None):
        next_review_on (datetime.date | None):
        progress (list[Progress]):
        conclusions (None | str):
        withheld (bool): True: its conclusions are not for you.
    """

    id: UUID
    institution: PartyView
    worker: str
    opened_on: datetime.date
    closed_on: datetime.date | None
    next_review_on: datetime.date | None
    progress: list[Progress]
    conclusions: None | str
    withheld: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        institution = self.institution.to_dict()

        worker = self.worker

        opened_on = self.opened_on.isoformat()

        closed_on: None | str
        if isinstance(self.closed_on, datetime.date):
            closed_on = self.closed_on.isoformat()
        else:
            closed_on = self.closed_on

        next_review_on: None | str
        if isinstance(self.next_review_on, datetime.date):
            next_review_on = self.next_review_on.isoformat()
        else:
            next_review_on = self.next_review_on

        progress = []
        for progress_item_data in self.progress:
            progress_item = progress_item_data.to_dict()
            progress.append(progress_item)

        conclusions: None | str
        conclusions = self.conclusions

        withheld = self.withheld

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "institution": institution,
                "worker": worker,
                "opened_on": opened_on,
                "closed_on": closed_on,
                "next_review_on": next_review_on,
                "progress": progress,
                "conclusions": conclusions,
                "withheld": withheld,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.progress import Progress  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        institution = PartyView.from_dict(d.pop("institution"))

        worker = d.pop("worker")

        opened_on = datetime.date.fromisoformat(d.pop("opened_on"))

        def _parse_closed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_on_type_0 = datetime.date.fromisoformat(data)

                return closed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        closed_on = _parse_closed_on(d.pop("closed_on"))

        def _parse_next_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_review_on_type_0 = datetime.date.fromisoformat(data)

                return next_review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_review_on = _parse_next_review_on(d.pop("next_review_on"))

        progress = []
        _progress = d.pop("progress")
        for progress_item_data in _progress:
            progress_item = Progress.from_dict(progress_item_data)

            progress.append(progress_item)

        def _parse_conclusions(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        conclusions = _parse_conclusions(d.pop("conclusions"))

        withheld = d.pop("withheld")

        plan_review_view = cls(
            id=id,
            institution=institution,
            worker=worker,
            opened_on=opened_on,
            closed_on=closed_on,
            next_review_on=next_review_on,
            progress=progress,
            conclusions=conclusions,
            withheld=withheld,
        )

        plan_review_view.additional_properties = d
        return plan_review_view

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
