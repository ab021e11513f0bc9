from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.start_rule import StartRule
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.geometric import Geometric
    from ..models.schedule_limits import ScheduleLimits
    from ..models.step_run import StepRun
    from ..models.taper import Taper


T = TypeVar("T", bound="ScheduleChoice")


@_attrs_define
class ScheduleChoice:
    """Which schedule, and from when it runs: a preset, or one form of one's own; STEP-12 unsaid.

    Attributes:
        preset (None | str | Unset):
        steps (list[StepRun] | None | Unset):
        linear (int | None | Unset): Falls evenly over so many months.
        geometric (Geometric | None | Unset):
        fixed (list[str] | None | Unset): Złoty, month by month.
        taper (None | Taper | Unset):
        allowance (None | str | Unset): For a preset that tapers: earnings that take nothing.
        exchange_rate (int | None | str | Unset): Złoty for a unit of its currency.
        start_rule (StartRule | Unset): When the first month of support begins.
        limits (ScheduleLimits | Unset): What no month and no award may pass; each is left out unless said.
    """

    preset: None | str | Unset = UNSET
    steps: list[StepRun] | None | Unset = UNSET
    linear: int | None | Unset = UNSET
    geometric: Geometric | None | Unset = UNSET
    fixed: list[str] | None | Unset = UNSET
    taper: None | Taper | Unset = UNSET
    allowance: None | str | Unset = UNSET
    exchange_rate: int | None | str | Unset = UNSET
    start_rule: StartRule | Unset = UNSET
    limits: ScheduleLimits | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.geometric import Geometric  # noqa: PLC0415
        from ..models.taper import Taper  # noqa: PLC0415

        preset: None | str | Unset
        if isinstance(self.preset, Unset):
            preset = UNSET
        else:
            preset = self.preset

        steps: list[dict[str, Any]] | None | Unset
        if isinstance(self.steps, Unset):
            steps = UNSET
        elif isinstance(self.steps, list):
            steps = []
            for steps_type_0_item_data in self.steps:
                steps_type_0_item = steps_type_0_item_data.to_dict()
                steps.append(steps_type_0_item)

        else:
            steps = self.steps

        linear: int | None | Unset
        if isinstance(self.linear, Unset):
            linear = UNSET
        else:
            linear = self.linear

        geometric: dict[str, Any] | None | Unset
        if isinstance(self.geometric, Unset):
            geometric = UNSET
        elif isinstance(self.geometric, Geometric):
            geometric = self.geometric.to_dict()
        else:
            geometric = self.geometric

        fixed: list[str] | None | Unset
        if isinstance(self.fixed, Unset):
            fixed = UNSET
        elif isinstance(self.fixed, list):
            fixed = self.fixed

        else:
            fixed = self.fixed

        taper: dict[str, Any] | None | Unset
        if isinstance(self.taper, Unset):
            taper = UNSET
        elif isinstance(self.taper, Taper):
            taper = self.taper.to_dict()
        else:
            taper = self.taper

        allowance: None | str | Unset
        if isinstance(self.allowance, Unset):
            allowance = UNSET
        else:
            allowance = self.allowance

        exchange_rate: int | None | str | Unset
        if isinstance(self.exchange_rate, Unset):
            exchange_rate = UNSET
        else:
            exchange_rate = self.exchange_rate

        start_rule: str | Unset = UNSET
        if not isinstance(self.start_rule, Unset):
            start_rule = self.start_rule.value

        limits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.limits, Unset):
            limits = self.limits.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if preset is not UNSET:
            field_dict["preset"] = preset
        if steps is not UNSET:
            field_dict["steps"] = steps
        if linear is not UNSET:
            field_dict["linear"] = linear
        if geometric is not UNSET:
            field_dict["geometric"] = geometric
        if fixed is not UNSET:
            field_dict["fixed"] = fixed
        if taper is not UNSET:
            field_dict["taper"] = taper
        if allowance is not UNSET:
            field_dict["allowance"] = allowance
        if exchange_rate is not UNSET:
            field_dict["exchange_rate"] = exchange_rate
        if start_rule is not UNSET:
            field_dict["start_rule"] = start_rule
        if limits is not UNSET:
            field_dict["limits"] = limits

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.geometric import Geometric  # noqa: PLC0415
        from ..models.schedule_limits import ScheduleLimits  # noqa: PLC0415
        from ..models.step_run import StepRun  # noqa: PLC0415
        from ..models.taper import Taper  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_preset(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        preset = _parse_preset(d.pop("preset", UNSET))

        def _parse_steps(data: object) -> list[StepRun] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                steps_type_0 = []
                _steps_type_0 = data
                for steps_type_0_item_data in _steps_type_0:
                    steps_type_0_item = StepRun.from_dict(steps_type_0_item_data)

                    steps_type_0.append(steps_type_0_item)

                return steps_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[StepRun] | None | Unset, data)

        steps = _parse_steps(d.pop("steps", UNSET))

        def _parse_linear(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        linear = _parse_linear(d.pop("linear", UNSET))

        def _parse_geometric(data: object) -> Geometric | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                geometric_type_0 = Geometric.from_dict(data)

                return geometric_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Geometric | None | Unset, data)

        geometric = _parse_geometric(d.pop("geometric", UNSET))

        def _parse_fixed(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                fixed_type_0 = cast(list[str], data)

                return fixed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        fixed = _parse_fixed(d.pop("fixed", UNSET))

        def _parse_taper(data: object) -> None | Taper | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                taper_type_0 = Taper.from_dict(data)

                return taper_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Taper | Unset, data)

        taper = _parse_taper(d.pop("taper", UNSET))

        def _parse_allowance(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        allowance = _parse_allowance(d.pop("allowance", UNSET))

        def _parse_exchange_rate(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | str | Unset, data)

        exchange_rate = _parse_exchange_rate(d.pop("exchange_rate", UNSET))

        _start_rule = d.pop("start_rule", UNSET)
        start_rule: StartRule | Unset
        if isinstance(_start_rule, Unset):
            start_rule = UNSET
        else:
            start_rule = StartRule(_start_rule)

        _limits = d.pop("limits", UNSET)
        limits: ScheduleLimits | Unset
        if isinstance(_limits, Unset):
            limits = UNSET
        else:
            limits = ScheduleLimits.from_dict(_limits)

        schedule_choice = cls(
            preset=preset,
            steps=steps,
            linear=linear,
            geometric=geometric,
            fixed=fixed,
            taper=taper,
            allowance=allowance,
            exchange_rate=exchange_rate,
            start_rule=start_rule,
            limits=limits,
        )

        return schedule_choice
