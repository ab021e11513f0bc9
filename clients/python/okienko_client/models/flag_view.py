from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.visit_flag import VisitFlag

T = TypeVar("T", bound="FlagView")


@_attrs_define
class FlagView:
    """What looks wrong, what the provider says about it, and why the payer let it pass.

    Attributes:
        flag (VisitFlag): What is to be explained about a visit before it is paid for.
        cleared (bool):
        explanation (None | str):
        note (None | str):
    """

    flag: VisitFlag
    cleared: bool
    explanation: None | str
    note: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        flag = self.flag.value

        cleared = self.cleared

        explanation: None | str
        explanation = self.explanation

        note: None | str
        note = self.note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "flag": flag,
                "cleared": cleared,
                "explanation": explanation,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        flag = VisitFlag(d.pop("flag"))

        cleared = d.pop("cleared")

        def _parse_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explanation = _parse_explanation(d.pop("explanation"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        flag_view = cls(
            flag=flag,
            cleared=cleared,
            explanation=explanation,
            note=note,
        )

        flag_view.additional_properties = d
        return flag_view

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
