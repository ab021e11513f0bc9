from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.employment_end import EmploymentEnd
from ..models.employment_kind import EmploymentKind

if TYPE_CHECKING:
    from ..models.terms_view import TermsView


T = TypeVar("T", bound="EmploymentWithTerms")


@_attrs_define
class EmploymentWithTerms:
    """A job with all its terms, the earliest first.

    Attributes:
        id (UUID):
        client_id (UUID):
        version (int):
        started_on (datetime.date):
        kind (EmploymentKind): On what contract she works.
        ended_on (datetime.date | None): The last day, inclusive.
        end_reason (EmploymentEnd | None):
        terms (list[TermsView]):
    """

    id: UUID
    client_id: UUID
    version: int
    started_on: datetime.date
    kind: EmploymentKind
    ended_on: datetime.date | None
    end_reason: EmploymentEnd | None
    terms: list[TermsView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        version = self.version

        started_on = self.started_on.isoformat()

        kind = self.kind.value

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        end_reason: None | str
        if isinstance(self.end_reason, EmploymentEnd):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        terms = []
        for terms_item_data in self.terms:
            terms_item = terms_item_data.to_dict()
            terms.append(terms_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "version": version,
                "started_on": started_on,
                "kind": kind,
                "ended_on": ended_on,
                "end_reason": end_reason,
                "terms": terms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.terms_view import TermsView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        version = d.pop("version")

        started_on = datetime.date.fromisoformat(d.pop("started_on"))

        kind = EmploymentKind(d.pop("kind"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        def _parse_end_reason(data: object) -> EmploymentEnd | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = EmploymentEnd(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EmploymentEnd | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        terms = []
        _terms = d.pop("terms")
        for terms_item_data in _terms:
            terms_item = TermsView.from_dict(terms_item_data)

            terms.append(terms_item)

        employment_with_terms = cls(
            id=id,
            client_id=client_id,
            version=version,
            started_on=started_on,
            kind=kind,
            ended_on=ended_on,
            end_reason=end_reason,
            terms=terms,
        )

        employment_with_terms.additional_properties = d
        return employment_with_terms

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
