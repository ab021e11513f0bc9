from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DiagnosisView")


@_attrs_define
class DiagnosisView:
    """What all institutions go by.

    Attributes:
        diagnosis (None | str):
        strengths (list[str]):
        version (int): The plan's version that last changed it.
    """

    diagnosis: None | str
    strengths: list[str]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        diagnosis: None | str
        diagnosis = self.diagnosis

        strengths = self.strengths

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "diagnosis": diagnosis,
                "strengths": strengths,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_diagnosis(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        diagnosis = _parse_diagnosis(d.pop("diagnosis"))

        strengths = cast(list[str], d.pop("strengths"))

        version = d.pop("version")

        diagnosis_view = cls(
            diagnosis=diagnosis,
            strengths=strengths,
            version=version,
        )

        diagnosis_view.additional_properties = d
        return diagnosis_view

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
