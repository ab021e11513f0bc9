from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.identity_document import IdentityDocument


T = TypeVar("T", bound="AddDocument")


@_attrs_define
class AddDocument:
    """Record a paper other than the PESEL number.

    Attributes:
        document (IdentityDocument): One paper (dokument tożsamości).
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    document: IdentityDocument
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        document = self.document.to_dict()

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "document": document,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.identity_document import IdentityDocument  # noqa: PLC0415

        d = dict(src_dict)
        document = IdentityDocument.from_dict(d.pop("document"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        add_document = cls(
            document=document,
            source=source,
        )

        return add_document
