from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.likeness_reason import LikenessReason
    from ..models.person_name import PersonName


T = TypeVar("T", bound="Alike")


@_attrs_define
class Alike:
    """Somebody on record who looks like the person asked about.

    Attributes:
        client_id (UUID):
        name (PersonName): The name on the person's papers.
        birth_date (datetime.date):
        pesel (None | str): Birth part only.
        registered_by (UUID):
        score (int):
        reasons (list[LikenessReason]):
    """

    client_id: UUID
    name: PersonName
    birth_date: datetime.date
    pesel: None | str
    registered_by: UUID
    score: int
    reasons: list[LikenessReason]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        name = self.name.to_dict()

        birth_date = self.birth_date.isoformat()

        pesel: None | str
        pesel = self.pesel

        registered_by = str(self.registered_by)

        score = self.score

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "name": name,
                "birth_date": birth_date,
                "pesel": pesel,
                "registered_by": registered_by,
                "score": score,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.likeness_reason import LikenessReason  # noqa: PLC0415
        from ..models.person_name import PersonName  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        name = PersonName.from_dict(d.pop("name"))

        birth_date = datetime.date.fromisoformat(d.pop("birth_date"))

        def _parse_pesel(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        pesel = _parse_pesel(d.pop("pesel"))

        registered_by = UUID(d.pop("registered_by"))

        score = d.pop("score")

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = LikenessReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        alike = cls(
            client_id=client_id,
            name=name,
            birth_date=birth_date,
            pesel=pesel,
            registered_by=registered_by,
            score=score,
            reasons=reasons,
        )

        alike.additional_properties = d
        return alike

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
