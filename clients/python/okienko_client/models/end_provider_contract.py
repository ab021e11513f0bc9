from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="EndProviderContract")


@_attrs_define
class EndProviderContract:
    """End a contract sooner; it covers its new last day.

    Attributes:
        institution (UUID):
        last_day (datetime.date):
    """

    institution: UUID
    last_day: datetime.date

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        last_day = self.last_day.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "institution": institution,
                "last_day": last_day,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        end_provider_contract = cls(
            institution=institution,
            last_day=last_day,
        )

        return end_provider_contract
