from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.help_form import HelpForm
from ..types import UNSET, Unset

T = TypeVar("T", bound="SegmentJ")


@_attrs_define
class SegmentJ:
    """J: the help plan (plan pomocy). Mandatory.

    Attributes:
        segment (Literal['J']):
        plan (str):
        help_forms (list[HelpForm] | Unset):
    """

    segment: Literal["J"]
    plan: str
    help_forms: list[HelpForm] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        plan = self.plan

        help_forms: list[str] | Unset = UNSET
        if not isinstance(self.help_forms, Unset):
            help_forms = []
            for help_forms_item_data in self.help_forms:
                help_forms_item = help_forms_item_data.value
                help_forms.append(help_forms_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "plan": plan,
            }
        )
        if help_forms is not UNSET:
            field_dict["help_forms"] = help_forms

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["J"], d.pop("segment"))
        if segment != "J":
            raise ValueError(f"segment must match const 'J', got '{segment}'")

        plan = d.pop("plan")

        _help_forms = d.pop("help_forms", UNSET)
        help_forms: list[HelpForm] | Unset = UNSET
        if _help_forms is not UNSET:
            help_forms = []
            for help_forms_item_data in _help_forms:
                help_forms_item = HelpForm(help_forms_item_data)

                help_forms.append(help_forms_item)

        segment_j = cls(
            segment=segment,
            plan=plan,
            help_forms=help_forms,
        )

        return segment_j
