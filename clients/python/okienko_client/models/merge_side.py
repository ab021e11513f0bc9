from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.client_view import ClientView
    from ..models.merge_side_counts import MergeSideCounts


T = TypeVar("T", bound="MergeSide")


@_attrs_define
class MergeSide:
    """One of the two records, and how much hangs on it, by section the caller sees in full.

    Attributes:
        client (ClientView): A client as intake answers a command: enough to go on with.
        counts (MergeSideCounts):
    """

    client: ClientView
    counts: MergeSideCounts
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client = self.client.to_dict()

        counts = self.counts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client": client,
                "counts": counts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.client_view import ClientView  # noqa: PLC0415
        from ..models.merge_side_counts import MergeSideCounts  # noqa: PLC0415

        d = dict(src_dict)
        client = ClientView.from_dict(d.pop("client"))

        counts = MergeSideCounts.from_dict(d.pop("counts"))

        merge_side = cls(
            client=client,
            counts=counts,
        )

        merge_side.additional_properties = d
        return merge_side

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
