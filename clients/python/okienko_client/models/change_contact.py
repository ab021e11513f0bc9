from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contact import Contact


T = TypeVar("T", bound="ChangeContact")


@_attrs_define
class ChangeContact:
    """Say how to reach her from now on; what is left out is not known any more.

    Attributes:
        contact (Contact): How to reach her.
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    contact: Contact
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        contact = self.contact.to_dict()

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "contact": contact,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.contact import Contact  # noqa: PLC0415

        d = dict(src_dict)
        contact = Contact.from_dict(d.pop("contact"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        change_contact = cls(
            contact=contact,
            source=source,
        )

        return change_contact
