from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.spending_view import SpendingView


T = TypeVar("T", bound="VariantView")


@_attrs_define
class VariantView:
    """What one way of paying support comes to.

    Attributes:
        name (str):
        total (str):
        months (list[SpendingView]):
        lost (str): What jobs take away a month, by its law and scope.
        without_job (str): Benefits of its scope in the month before the job.
        with_job (str): The same in the first month of the job.
        supported (int): Households that are paid anything.
        better (int): More in hand in the first month than before the job.
        worse (int): Less in hand in the first month than before the job.
        more_than_first (int): Get more in all than by the first variant.
        less_than_first (int): Get less in all than by the first variant.
    """

    name: str
    total: str
    months: list[SpendingView]
    lost: str
    without_job: str
    with_job: str
    supported: int
    better: int
    worse: int
    more_than_first: int
    less_than_first: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        total = self.total

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        lost = self.lost

        without_job = self.without_job

        with_job = self.with_job

        supported = self.supported

        better = self.better

        worse = self.worse

        more_than_first = self.more_than_first

        less_than_first = self.less_than_first

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "total": total,
                "months": months,
                "lost": lost,
                "without_job": without_job,
                "with_job": with_job,
                "supported": supported,
                "better": better,
                "worse": worse,
                "more_than_first": more_than_first,
                "less_than_first": less_than_first,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.spending_view import SpendingView  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        total = d.pop("total")

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = SpendingView.from_dict(months_item_data)

            months.append(months_item)

        lost = d.pop("lost")

        without_job = d.pop("without_job")

        with_job = d.pop("with_job")

        supported = d.pop("supported")

        better = d.pop("better")

        worse = d.pop("worse")

        more_than_first = d.pop("more_than_first")

        less_than_first = d.pop("less_than_first")

        variant_view = cls(
            name=name,
            total=total,
            months=months,
            lost=lost,
            without_job=without_job,
            with_job=with_job,
            supported=supported,
            better=better,
            worse=worse,
            more_than_first=more_than_first,
            less_than_first=less_than_first,
        )

        variant_view.additional_properties = d
        return variant_view

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
