from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.labour_status import LabourStatus
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.labour_facts import LabourFacts


T = TypeVar("T", bound="RegisterAtLabourOffice")


@_attrs_define
class RegisterAtLabourOffice:
    """Register the client as unemployed, as a job seeker, or as economically inactive.

    Attributes:
        status (LabourStatus): As what a labour office registers somebody (domain 2.3).
        registered_on (datetime.date):
        facts (LabourFacts | Unset): What the office asks at registration (karta rejestracyjna).
    """

    status: LabourStatus
    registered_on: datetime.date
    facts: LabourFacts | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        registered_on = self.registered_on.isoformat()

        facts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.facts, Unset):
            facts = self.facts.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "status": status,
                "registered_on": registered_on,
            }
        )
        if facts is not UNSET:
            field_dict["facts"] = facts

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.labour_facts import LabourFacts  # noqa: PLC0415

        d = dict(src_dict)
        status = LabourStatus(d.pop("status"))

        registered_on = datetime.date.fromisoformat(d.pop("registered_on"))

        _facts = d.pop("facts", UNSET)
        facts: LabourFacts | Unset
        if isinstance(_facts, Unset):
            facts = UNSET
        else:
            facts = LabourFacts.from_dict(_facts)

        register_at_labour_office = cls(
            status=status,
            registered_on=registered_on,
            facts=facts,
        )

        return register_at_labour_office
