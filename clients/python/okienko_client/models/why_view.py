from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_named import PartyNamed
    from ..models.relation_reason import RelationReason


T = TypeVar("T", bound="WhyView")


@_attrs_define
class WhyView:
    """Why an institution may see a client; no reasons: it may not.

    Attributes:
        client_id (UUID):
        institution (PartyNamed): An institution or partnership by name.
        reasons (list[RelationReason]):
    """

    client_id: UUID
    institution: PartyNamed
    reasons: list[RelationReason]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        institution = self.institution.to_dict()

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "institution": institution,
                "reasons": reasons,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_named import PartyNamed  # noqa: PLC0415
        from ..models.relation_reason import RelationReason  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        institution = PartyNamed.from_dict(d.pop("institution"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = RelationReason.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        why_view = cls(
            client_id=client_id,
            institution=institution,
            reasons=reasons,
        )

        why_view.additional_properties = d
        return why_view

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
