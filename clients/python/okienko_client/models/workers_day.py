from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WorkersDay")


@_attrs_define
class WorkersDay:
    """How much one worker has to do.

    Attributes:
        worker (None | str): None: what nobody has taken yet.
        overdue (int):
        due (int):
        silent (int):
        new (int):
        later (int):
    """

    worker: None | str
    overdue: int
    due: int
    silent: int
    new: int
    later: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        worker: None | str
        worker = self.worker

        overdue = self.overdue

        due = self.due

        silent = self.silent

        new = self.new

        later = self.later

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "worker": worker,
                "overdue": overdue,
                "due": due,
                "silent": silent,
                "new": new,
                "later": later,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        overdue = d.pop("overdue")

        due = d.pop("due")

        silent = d.pop("silent")

        new = d.pop("new")

        later = d.pop("later")

        workers_day = cls(
            worker=worker,
            overdue=overdue,
            due=due,
            silent=silent,
            new=new,
            later=later,
        )

        workers_day.additional_properties = d
        return workers_day

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
