from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.voucher_view import VoucherView


T = TypeVar("T", bound="HandedOverView")


@_attrs_define
class HandedOverView:
    """A voucher in the client's hands, with the code to tell her: it is shown this once.

    Attributes:
        code (str):
        voucher (VoucherView): A care voucher with what was worked out for it, and its hours month by month.
    """

    code: str
    voucher: VoucherView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        voucher = self.voucher.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "voucher": voucher,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.voucher_view import VoucherView  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        voucher = VoucherView.from_dict(d.pop("voucher"))

        handed_over_view = cls(
            code=code,
            voucher=voucher,
        )

        handed_over_view.additional_properties = d
        return handed_over_view

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
