from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.employment_end import EmploymentEnd
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.evidence import Evidence


T = TypeVar("T", bound="EndEmployment")


@_attrs_define
class EndEmployment:
    """End a job with its last day.

    Attributes:
        ended_on (datetime.date):
        reason (EmploymentEnd): How a job came to its end (sposób ustania zatrudnienia).
        evidence (Evidence | Unset): What something is proved by, and where it is found.
    """

    ended_on: datetime.date
    reason: EmploymentEnd
    evidence: Evidence | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ended_on = self.ended_on.isoformat()

        reason = self.reason.value

        evidence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ended_on": ended_on,
                "reason": reason,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence import Evidence  # noqa: PLC0415

        d = dict(src_dict)
        ended_on = datetime.date.fromisoformat(d.pop("ended_on"))

        reason = EmploymentEnd(d.pop("reason"))

        _evidence = d.pop("evidence", UNSET)
        evidence: Evidence | Unset
        if isinstance(_evidence, Unset):
            evidence = UNSET
        else:
            evidence = Evidence.from_dict(_evidence)

        end_employment = cls(
            ended_on=ended_on,
            reason=reason,
            evidence=evidence,
        )

        return end_employment
