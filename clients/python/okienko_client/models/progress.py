from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.progress_code import ProgressCode
from ..types import UNSET, Unset

T = TypeVar("T", bound="Progress")


@_attrs_define
class Progress:
    """What somebody wrote of one goal. Nothing is written over: a later word stands beside it.

    Attributes:
        goal_id (UUID):
        progress (ProgressCode): How it stands with a goal.
        institution (UUID):
        worker (str):
        on (datetime.date):
        note (None | str | Unset):
    """

    goal_id: UUID
    progress: ProgressCode
    institution: UUID
    worker: str
    on: datetime.date
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        goal_id = str(self.goal_id)

        progress = self.progress.value

        institution = str(self.institution)

        worker = self.worker

        on = self.on.isoformat()

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "goal_id": goal_id,
                "progress": progress,
                "institution": institution,
                "worker": worker,
                "on": on,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        goal_id = UUID(d.pop("goal_id"))

        progress = ProgressCode(d.pop("progress"))

        institution = UUID(d.pop("institution"))

        worker = d.pop("worker")

        on = datetime.date.fromisoformat(d.pop("on"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        progress = cls(
            goal_id=goal_id,
            progress=progress,
            institution=institution,
            worker=worker,
            on=on,
            note=note,
        )

        return progress
