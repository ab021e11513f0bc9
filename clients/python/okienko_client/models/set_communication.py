from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.communication import Communication


T = TypeVar("T", bound="SetCommunication")


@_attrs_define
class SetCommunication:
    """Say in which language, whether with an interpreter, and what to arrange for her.

    Attributes:
        communication (Communication): Language, interpreter and accessibility (potrzeby w zakresie dostępności).
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    communication: Communication
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        communication = self.communication.to_dict()

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "communication": communication,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.communication import Communication  # noqa: PLC0415

        d = dict(src_dict)
        communication = Communication.from_dict(d.pop("communication"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        set_communication = cls(
            communication=communication,
            source=source,
        )

        return set_communication
