from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.purpose import Purpose

if TYPE_CHECKING:
    from ..models.because import Because
    from ..models.record_view_as_of import RecordViewAsOf
    from ..models.record_view_sections import RecordViewSections
    from ..models.withheld import Withheld


T = TypeVar("T", bound="RecordView")


@_attrs_define
class RecordView:
    """A client's record as you may see it.

    Attributes:
        client_id (UUID):
        purpose (Purpose): What a worker reads a record for; each institution's own task first, then its parts.
        merged_from (list[UUID]): Ids of merged records that stand for this one.
        sections (RecordViewSections): By name of the section; see `Section`.
        withheld (list[Withheld]):
        shared_because (list[Because]):
        as_of (RecordViewAsOf): By service: when its card was fetched.
        restricted (bool): Only kept for now: her partners do not see her (GDPR art. 18).
    """

    client_id: UUID
    purpose: Purpose
    merged_from: list[UUID]
    sections: RecordViewSections
    withheld: list[Withheld]
    shared_because: list[Because]
    as_of: RecordViewAsOf
    restricted: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        purpose = self.purpose.value

        merged_from = []
        for merged_from_item_data in self.merged_from:
            merged_from_item = str(merged_from_item_data)
            merged_from.append(merged_from_item)

        sections = self.sections.to_dict()

        withheld = []
        for withheld_item_data in self.withheld:
            withheld_item = withheld_item_data.to_dict()
            withheld.append(withheld_item)

        shared_because = []
        for shared_because_item_data in self.shared_because:
            shared_because_item = shared_because_item_data.to_dict()
            shared_because.append(shared_because_item)

        as_of = self.as_of.to_dict()

        restricted = self.restricted

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "purpose": purpose,
                "merged_from": merged_from,
                "sections": sections,
                "withheld": withheld,
                "shared_because": shared_because,
                "as_of": as_of,
                "restricted": restricted,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.because import Because  # noqa: PLC0415
        from ..models.record_view_as_of import RecordViewAsOf  # noqa: PLC0415
        from ..models.record_view_sections import RecordViewSections  # noqa: PLC0415
        from ..models.withheld import Withheld  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        purpose = Purpose(d.pop("purpose"))

        merged_from = []
        _merged_from = d.pop("merged_from")
        for merged_from_item_data in _merged_from:
            merged_from_item = UUID(merged_from_item_data)

            merged_from.append(merged_from_item)

        sections = RecordViewSections.from_dict(d.pop("sections"))

        withheld = []
        _withheld = d.pop("withheld")
        for withheld_item_data in _withheld:
            withheld_item = Withheld.from_dict(withheld_item_data)

            withheld.append(withheld_item)

        shared_because = []
        _shared_because = d.pop("shared_because")
        for shared_because_item_data in _shared_because:
            shared_because_item = Because.from_dict(shared_because_item_data)

            shared_because.append(shared_because_item)

        as_of = RecordViewAsOf.from_dict(d.pop("as_of"))

        restricted = d.pop("restricted")

        record_view = cls(
            client_id=client_id,
            purpose=purpose,
            merged_from=merged_from,
            sections=sections,
            withheld=withheld,
            shared_because=shared_because,
            as_of=as_of,
            restricted=restricted,
        )

        record_view.additional_properties = d
        return record_view

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
