from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colleague import Colleague


T = TypeVar("T", bound="OpenSubstitution")


@_attrs_define
class OpenSubstitution:
    """Who stands in for whom, from a day to a day, both inclusive.

    Attributes:
        substitute (Colleague): A worker of your own institution. Whether there is one of this code cannot be checked
            here:
            people log in elsewhere. The name told is shown until she calls herself; then her token's counts.
        first_day (datetime.date):
        last_day (datetime.date):
        worker (Colleague | None | Unset): Absent: you are away. Another: managers decide.
    """

    substitute: Colleague
    first_day: datetime.date
    last_day: datetime.date
    worker: Colleague | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.colleague import Colleague  # noqa: PLC0415

        substitute = self.substitute.to_dict()

        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        worker: dict[str, Any] | None | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        elif isinstance(self.worker, Colleague):
            worker = self.worker.to_dict()
        else:
            worker = self.worker

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "substitute": substitute,
                "first_day": first_day,
                "last_day": last_day,
            }
        )
        if worker is not UNSET:
            field_dict["worker"] = worker

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colleague import Colleague  # noqa: PLC0415

        d = dict(src_dict)
        substitute = Colleague.from_dict(d.pop("substitute"))

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        def _parse_worker(data: object) -> Colleague | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                worker_type_0 = Colleague.from_dict(data)

                return worker_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Colleague | None | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        open_substitution = cls(
            substitute=substitute,
            first_day=first_day,
            last_day=last_day,
            worker=worker,
        )

        return open_substitution
