from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.link_view import LinkView


T = TypeVar("T", bound="HandedLink")


@_attrs_define
class HandedLink:
    """A link as it is handed out. It is shown this once; a lost one is renewed.

    Attributes:
        link (LinkView): A signed link to answer a referral (podpisany odnośnik), without the link itself.
        address (str): Give this to the receiver and to nobody else. Without a host: of this house.
    """

    link: LinkView
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        link = self.link.to_dict()

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "link": link,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.link_view import LinkView  # noqa: PLC0415

        d = dict(src_dict)
        link = LinkView.from_dict(d.pop("link"))

        address = d.pop("address")

        handed_link = cls(
            link=link,
            address=address,
        )

        handed_link.additional_properties = d
        return handed_link

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
