from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.labour_status import LabourStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="PupStatusAnswer")


@_attrs_define
class PupStatusAnswer:
    """Her status at the PUP.

    Attributes:
        kind (Literal['pup_status']):
        status (LabourStatus | None): None: not registered.
        text (None | str | Unset): What is to be added in words.
        since (datetime.date | None | Unset):
    """

    kind: Literal["pup_status"]
    status: LabourStatus | None
    text: None | str | Unset = UNSET
    since: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        status: None | str
        if isinstance(self.status, LabourStatus):
            status = self.status.value
        else:
            status = self.status

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        since: None | str | Unset
        if isinstance(self.since, Unset):
            since = UNSET
        elif isinstance(self.since, datetime.date):
            since = self.since.isoformat()
        else:
            since = self.since

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "status": status,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if since is not UNSET:
            field_dict["since"] = since

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["pup_status"], d.pop("kind"))
        if kind != "pup_status":
            raise ValueError(f"kind must match const 'pup_status', got '{kind}'")

        def _parse_status(data: object) -> LabourStatus | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = LabourStatus(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LabourStatus | None, data)

        status = _parse_status(d.pop("status"))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_since(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.date.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        since = _parse_since(d.pop("since", UNSET))

        pup_status_answer = cls(
            kind=kind,
            status=status,
            text=text,
            since=since,
        )

        return pup_status_answer
