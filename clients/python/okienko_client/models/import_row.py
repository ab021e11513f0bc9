from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.register_client import RegisterClient


T = TypeVar("T", bound="ImportRow")


@_attrs_define
class ImportRow:
    """One person of the former system.

    Attributes:
        row (int):
        reference (str):
        client (RegisterClient): Register a client.
    """

    row: int
    reference: str
    client: RegisterClient

    def to_dict(self) -> dict[str, Any]:
        row = self.row

        reference = self.reference

        client = self.client.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "row": row,
                "reference": reference,
                "client": client,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.register_client import RegisterClient  # noqa: PLC0415

        d = dict(src_dict)
        row = d.pop("row")

        reference = d.pop("reference")

        client = RegisterClient.from_dict(d.pop("client"))

        import_row = cls(
            row=row,
            reference=reference,
            client=client,
        )

        return import_row
