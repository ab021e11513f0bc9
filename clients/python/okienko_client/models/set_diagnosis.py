from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SetDiagnosis")


@_attrs_define
class SetDiagnosis:
    """Write the diagnosis and the strengths, whole.

    Attributes:
        diagnosis (str): What the situation is, in short.
        strengths (list[str] | Unset): What she can build on.
    """

    diagnosis: str
    strengths: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        diagnosis = self.diagnosis

        strengths: list[str] | Unset = UNSET
        if not isinstance(self.strengths, Unset):
            strengths = self.strengths

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "diagnosis": diagnosis,
            }
        )
        if strengths is not UNSET:
            field_dict["strengths"] = strengths

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        diagnosis = d.pop("diagnosis")

        strengths = cast(list[str], d.pop("strengths", UNSET))

        set_diagnosis = cls(
            diagnosis=diagnosis,
            strengths=strengths,
        )

        return set_diagnosis
