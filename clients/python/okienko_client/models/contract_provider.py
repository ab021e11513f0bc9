from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ContractProvider")


@_attrs_define
class ContractProvider:
    """Enter a contract; both days inclusive.

    Attributes:
        institution (UUID):
        first_day (datetime.date):
        last_day (datetime.date):
    """

    institution: UUID
    first_day: datetime.date
    last_day: datetime.date

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "institution": institution,
                "first_day": first_day,
                "last_day": last_day,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        contract_provider = cls(
            institution=institution,
            first_day=first_day,
            last_day=last_day,
        )

        return contract_provider
