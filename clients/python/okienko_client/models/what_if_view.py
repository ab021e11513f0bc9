from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.scope import Scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cliff_view import CliffView
    from ..models.declared_used import DeclaredUsed
    from ..models.standing_view import StandingView
    from ..models.support_month_view import SupportMonthView
    from ..models.working_view import WorkingView


T = TypeVar("T", bound="WhatIfView")


@_attrs_define
class WhatIfView:
    """Whether work pays, for a household that nobody knows by name.

    Attributes:
        scope (Scope): Which benefits count as lost.
        before (StandingView): What the household gets in a month: each benefit, what of them counts, and its cash in
            hand.
        after (StandingView): What the household gets in a month: each benefit, what of them counts, and its cash in
            hand.
        lost_benefit (str):
        months (list[SupportMonthView]):
        total (str): Of all months.
        cliffs (list[CliffView]):
        trace (list[WorkingView]): In the order of computation.
        declared (DeclaredUsed | None | Unset): Of a real client: which declarations it rests on.
    """

    scope: Scope
    before: StandingView
    after: StandingView
    lost_benefit: str
    months: list[SupportMonthView]
    total: str
    cliffs: list[CliffView]
    trace: list[WorkingView]
    declared: DeclaredUsed | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.declared_used import DeclaredUsed  # noqa: PLC0415

        scope = self.scope.value

        before = self.before.to_dict()

        after = self.after.to_dict()

        lost_benefit = self.lost_benefit

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        total = self.total

        cliffs = []
        for cliffs_item_data in self.cliffs:
            cliffs_item = cliffs_item_data.to_dict()
            cliffs.append(cliffs_item)

        trace = []
        for trace_item_data in self.trace:
            trace_item = trace_item_data.to_dict()
            trace.append(trace_item)

        declared: dict[str, Any] | None | Unset
        if isinstance(self.declared, Unset):
            declared = UNSET
        elif isinstance(self.declared, DeclaredUsed):
            declared = self.declared.to_dict()
        else:
            declared = self.declared

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "scope": scope,
                "before": before,
                "after": after,
                "lost_benefit": lost_benefit,
                "months": months,
                "total": total,
                "cliffs": cliffs,
                "trace": trace,
            }
        )
        if declared is not UNSET:
            field_dict["declared"] = declared

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cliff_view import CliffView  # noqa: PLC0415
        from ..models.declared_used import DeclaredUsed  # noqa: PLC0415
        from ..models.standing_view import StandingView  # noqa: PLC0415
        from ..models.support_month_view import SupportMonthView  # noqa: PLC0415
        from ..models.working_view import WorkingView  # noqa: PLC0415

        d = dict(src_dict)
        scope = Scope(d.pop("scope"))

        before = StandingView.from_dict(d.pop("before"))

        after = StandingView.from_dict(d.pop("after"))

        lost_benefit = d.pop("lost_benefit")

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = SupportMonthView.from_dict(months_item_data)

            months.append(months_item)

        total = d.pop("total")

        cliffs = []
        _cliffs = d.pop("cliffs")
        for cliffs_item_data in _cliffs:
            cliffs_item = CliffView.from_dict(cliffs_item_data)

            cliffs.append(cliffs_item)

        trace = []
        _trace = d.pop("trace")
        for trace_item_data in _trace:
            trace_item = WorkingView.from_dict(trace_item_data)

            trace.append(trace_item)

        def _parse_declared(data: object) -> DeclaredUsed | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                declared_type_0 = DeclaredUsed.from_dict(data)

                return declared_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DeclaredUsed | None | Unset, data)

        declared = _parse_declared(d.pop("declared", UNSET))

        what_if_view = cls(
            scope=scope,
            before=before,
            after=after,
            lost_benefit=lost_benefit,
            months=months,
            total=total,
            cliffs=cliffs,
            trace=trace,
            declared=declared,
        )

        what_if_view.additional_properties = d
        return what_if_view

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
