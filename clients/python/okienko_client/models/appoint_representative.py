from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.representative import Representative


T = TypeVar("T", bound="AppointRepresentative")


@_attrs_define
class AppointRepresentative:
    """Record who may act, in what, from when, and on what evidence.

    Attributes:
        representative (Representative): A person who acts in the client's name (przedstawiciel), both days inclusive.
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    representative: Representative
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        representative = self.representative.to_dict()

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "representative": representative,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.representative import Representative  # noqa: PLC0415

        d = dict(src_dict)
        representative = Representative.from_dict(d.pop("representative"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        appoint_representative = cls(
            representative=representative,
            source=source,
        )

        return appoint_representative
