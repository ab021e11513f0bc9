from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.record_view import RecordView


T = TypeVar("T", bound="RecordOf")


@_attrs_define
class RecordOf:
    """One record of the batch.

    Attributes:
        asked (UUID): The id it was asked under.
        etag (str):
        unchanged (bool): Still what your `etags` say: not sent again.
        record (None | RecordView):
    """

    asked: UUID
    etag: str
    unchanged: bool
    record: None | RecordView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.record_view import RecordView  # noqa: PLC0415

        asked = str(self.asked)

        etag = self.etag

        unchanged = self.unchanged

        record: dict[str, Any] | None
        if isinstance(self.record, RecordView):
            record = self.record.to_dict()
        else:
            record = self.record

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "asked": asked,
                "etag": etag,
                "unchanged": unchanged,
                "record": record,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_view import RecordView  # noqa: PLC0415

        d = dict(src_dict)
        asked = UUID(d.pop("asked"))

        etag = d.pop("etag")

        unchanged = d.pop("unchanged")

        def _parse_record(data: object) -> None | RecordView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                record_type_0 = RecordView.from_dict(data)

                return record_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RecordView, data)

        record = _parse_record(d.pop("record"))

        record_of = cls(
            asked=asked,
            etag=etag,
            unchanged=unchanged,
            record=record,
        )

        record_of.additional_properties = d
        return record_of

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
