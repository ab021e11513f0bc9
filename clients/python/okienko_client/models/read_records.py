from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.section import Section
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.read_records_etags import ReadRecordsEtags


T = TypeVar("T", bound="ReadRecords")


@_attrs_define
class ReadRecords:
    """Whose records to read; those that are still as they were are not sent again.

    Attributes:
        client_ids (list[UUID]):
        sections (list[Section] | None | Unset): Only these; none named: all you may see.
        etags (ReadRecordsEtags | Unset): What you hold already: `etag` by client.
    """

    client_ids: list[UUID]
    sections: list[Section] | None | Unset = UNSET
    etags: ReadRecordsEtags | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        client_ids = []
        for client_ids_item_data in self.client_ids:
            client_ids_item = str(client_ids_item_data)
            client_ids.append(client_ids_item)

        sections: list[str] | None | Unset
        if isinstance(self.sections, Unset):
            sections = UNSET
        elif isinstance(self.sections, list):
            sections = []
            for sections_type_0_item_data in self.sections:
                sections_type_0_item = sections_type_0_item_data.value
                sections.append(sections_type_0_item)

        else:
            sections = self.sections

        etags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.etags, Unset):
            etags = self.etags.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_ids": client_ids,
            }
        )
        if sections is not UNSET:
            field_dict["sections"] = sections
        if etags is not UNSET:
            field_dict["etags"] = etags

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.read_records_etags import ReadRecordsEtags  # noqa: PLC0415

        d = dict(src_dict)
        client_ids = []
        _client_ids = d.pop("client_ids")
        for client_ids_item_data in _client_ids:
            client_ids_item = UUID(client_ids_item_data)

            client_ids.append(client_ids_item)

        def _parse_sections(data: object) -> list[Section] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                sections_type_0 = []
                _sections_type_0 = data
                for sections_type_0_item_data in _sections_type_0:
                    sections_type_0_item = Section(sections_type_0_item_data)

                    sections_type_0.append(sections_type_0_item)

                return sections_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Section] | None | Unset, data)

        sections = _parse_sections(d.pop("sections", UNSET))

        _etags = d.pop("etags", UNSET)
        etags: ReadRecordsEtags | Unset
        if isinstance(_etags, Unset):
            etags = UNSET
        else:
            etags = ReadRecordsEtags.from_dict(_etags)

        read_records = cls(
            client_ids=client_ids,
            sections=sections,
            etags=etags,
        )

        return read_records
