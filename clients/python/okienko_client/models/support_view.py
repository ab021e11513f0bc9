from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.support_kind import SupportKind
from ..models.support_status import SupportStatus

T = TypeVar("T", bound="SupportView")


@_attrs_define
class SupportView:
    """A support woven into a plan: months and a status, no amounts.

    Attributes:
        kind (SupportKind): What kind of support is woven into a plan.
        id (UUID):
        status (SupportStatus): Where a support stands, as its own service announced it.
        from_ (str): First month, inclusive.
        to (str): Last month, inclusive.
    """

    kind: SupportKind
    id: UUID
    status: SupportStatus
    from_: str
    to: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        id = str(self.id)

        status = self.status.value

        from_ = self.from_

        to = self.to

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "id": id,
                "status": status,
                "from": from_,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = SupportKind(d.pop("kind"))

        id = UUID(d.pop("id"))

        status = SupportStatus(d.pop("status"))

        from_ = d.pop("from")

        to = d.pop("to")

        support_view = cls(
            kind=kind,
            id=id,
            status=status,
            from_=from_,
            to=to,
        )

        support_view.additional_properties = d
        return support_view

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
