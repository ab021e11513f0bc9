from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.parameter_used import ParameterUsed
    from ..models.step import Step
    from ..models.working_view_inputs import WorkingViewInputs


T = TypeVar("T", bound="WorkingView")


@_attrs_define
class WorkingView:
    """One computation written down: inputs, parameters with their sources, steps with articles.

    Attributes:
        computes (str):
        pl (str):
        month (str):
        inputs (WorkingViewInputs):
        parameters (list[ParameterUsed]):
        steps (list[Step]):
    """

    computes: str
    pl: str
    month: str
    inputs: WorkingViewInputs
    parameters: list[ParameterUsed]
    steps: list[Step]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        computes = self.computes

        pl = self.pl

        month = self.month

        inputs = self.inputs.to_dict()

        parameters = []
        for parameters_item_data in self.parameters:
            parameters_item = parameters_item_data.to_dict()
            parameters.append(parameters_item)

        steps = []
        for steps_item_data in self.steps:
            steps_item = steps_item_data.to_dict()
            steps.append(steps_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "computes": computes,
                "pl": pl,
                "month": month,
                "inputs": inputs,
                "parameters": parameters,
                "steps": steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.parameter_used import ParameterUsed  # noqa: PLC0415
        from ..models.step import Step  # noqa: PLC0415
        from ..models.working_view_inputs import WorkingViewInputs  # noqa: PLC0415

        d = dict(src_dict)
        computes = d.pop("computes")

        pl = d.pop("pl")

        month = d.pop("month")

        inputs = WorkingViewInputs.from_dict(d.pop("inputs"))

        parameters = []
        _parameters = d.pop("parameters")
        for parameters_item_data in _parameters:
            parameters_item = ParameterUsed.from_dict(parameters_item_data)

            parameters.append(parameters_item)

        steps = []
        _steps = d.pop("steps")
        for steps_item_data in _steps:
            steps_item = Step.from_dict(steps_item_data)

            steps.append(steps_item)

        working_view = cls(
            computes=computes,
            pl=pl,
            month=month,
            inputs=inputs,
            parameters=parameters,
            steps=steps,
        )

        working_view.additional_properties = d
        return working_view

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
