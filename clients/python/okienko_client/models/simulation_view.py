from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.simulation_state import SimulationState

if TYPE_CHECKING:
    from ..models.simulate import Simulate
    from ..models.simulation_result import SimulationResult
    from ..models.simulation_view_problem_type_0 import SimulationViewProblemType0


T = TypeVar("T", bound="SimulationView")


@_attrs_define
class SimulationView:
    """A simulation, how far it has come, and what it comes to so far.

    Attributes:
        id (UUID):
        state (SimulationState): Where a simulation stands.
        asked_by (str):
        asked_at (datetime.datetime):
        ended_at (datetime.datetime | None):
        households (int): Households.
        done (int): Households worked out so far.
        percent (int):
        version (int):
        asked (Simulate): A cohort whose adults take a job on one day, and ways of supporting them to compare.
        problem (None | SimulationViewProblemType0): Why it failed.
        result (None | SimulationResult):
    """

    id: UUID
    state: SimulationState
    asked_by: str
    asked_at: datetime.datetime
    ended_at: datetime.datetime | None
    households: int
    done: int
    percent: int
    version: int
    asked: Simulate
    problem: None | SimulationViewProblemType0
    result: None | SimulationResult
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.simulation_result import SimulationResult  # noqa: PLC0415
        from ..models.simulation_view_problem_type_0 import SimulationViewProblemType0  # noqa: PLC0415

        id = str(self.id)

        state = self.state.value

        asked_by = self.asked_by

        asked_at = self.asked_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        households = self.households

        done = self.done

        percent = self.percent

        version = self.version

        asked = self.asked.to_dict()

        problem: dict[str, Any] | None
        if isinstance(self.problem, SimulationViewProblemType0):
            problem = self.problem.to_dict()
        else:
            problem = self.problem

        result: dict[str, Any] | None
        if isinstance(self.result, SimulationResult):
            result = self.result.to_dict()
        else:
            result = self.result

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "asked_by": asked_by,
                "asked_at": asked_at,
                "ended_at": ended_at,
                "households": households,
                "done": done,
                "percent": percent,
                "version": version,
                "asked": asked,
                "problem": problem,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.simulate import Simulate  # noqa: PLC0415
        from ..models.simulation_result import SimulationResult  # noqa: PLC0415
        from ..models.simulation_view_problem_type_0 import SimulationViewProblemType0  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = SimulationState(d.pop("state"))

        asked_by = d.pop("asked_by")

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        households = d.pop("households")

        done = d.pop("done")

        percent = d.pop("percent")

        version = d.pop("version")

        asked = Simulate.from_dict(d.pop("asked"))

        def _parse_problem(data: object) -> None | SimulationViewProblemType0:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                problem_type_0 = SimulationViewProblemType0.from_dict(data)

                return problem_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimulationViewProblemType0, data)

        problem = _parse_problem(d.pop("problem"))

        def _parse_result(data: object) -> None | SimulationResult:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                result_type_0 = SimulationResult.from_dict(data)

                return result_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SimulationResult, data)

        result = _parse_result(d.pop("result"))

        simulation_view = cls(
            id=id,
            state=state,
            asked_by=asked_by,
            asked_at=asked_at,
            ended_at=ended_at,
            households=households,
            done=done,
            percent=percent,
            version=version,
            asked=asked,
            problem=problem,
            result=result,
        )

        simulation_view.additional_properties = d
        return simulation_view

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
