from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.terms import Terms


T = TypeVar("T", bound="ChangeEmployment")


@_attrs_define
class ChangeEmployment:
    """Take other terms from a day on.

    Attributes:
        changed_from (datetime.date):
        terms (Terms): On what terms she works (warunki pracy).
    """

    changed_from: datetime.date
    terms: Terms

    def to_dict(self) -> dict[str, Any]:
        changed_from = self.changed_from.isoformat()

        terms = self.terms.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "changed_from": changed_from,
                "terms": terms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.terms import Terms  # noqa: PLC0415

        d = dict(src_dict)
        changed_from = datetime.date.fromisoformat(d.pop("changed_from"))

        terms = Terms.from_dict(d.pop("terms"))

        change_employment = cls(
            changed_from=changed_from,
            terms=terms,
        )

        return change_employment
