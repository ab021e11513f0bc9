from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.part_terms import PartTerms
    from ..models.part_text import PartText


T = TypeVar("T", bound="ChangePart")


@_attrs_define
class ChangePart:
    """Write one's own part anew, whole.

    Attributes:
        terms (PartTerms): From when to when a part holds, and the terms of its form.
        text (PartText | Unset): What a part says in words, as its form asks for it.
    """

    terms: PartTerms
    text: PartText | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        terms = self.terms.to_dict()

        text: dict[str, Any] | Unset = UNSET
        if not isinstance(self.text, Unset):
            text = self.text.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "terms": terms,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.part_terms import PartTerms  # noqa: PLC0415
        from ..models.part_text import PartText  # noqa: PLC0415

        d = dict(src_dict)
        terms = PartTerms.from_dict(d.pop("terms"))

        _text = d.pop("text", UNSET)
        text: PartText | Unset
        if isinstance(_text, Unset):
            text = UNSET
        else:
            text = PartText.from_dict(_text)

        change_part = cls(
            terms=terms,
            text=text,
        )

        return change_part
