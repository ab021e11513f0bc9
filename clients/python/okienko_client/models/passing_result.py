from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="PassingResult")


@_attrs_define
class PassingResult:
    """What came of one client: the hand-over with its summary, or why she stays where she is.

    Attributes:
        advice_id (UUID):
        handover_id (None | Unset | UUID):
        new_advice_id (None | Unset | UUID):
        refusal (None | str | Unset): The type of the problem.
    """

    advice_id: UUID
    handover_id: None | Unset | UUID = UNSET
    new_advice_id: None | Unset | UUID = UNSET
    refusal: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        advice_id = str(self.advice_id)

        handover_id: None | str | Unset
        if isinstance(self.handover_id, Unset):
            handover_id = UNSET
        elif isinstance(self.handover_id, UUID):
            handover_id = str(self.handover_id)
        else:
            handover_id = self.handover_id

        new_advice_id: None | str | Unset
        if isinstance(self.new_advice_id, Unset):
            new_advice_id = UNSET
        elif isinstance(self.new_advice_id, UUID):
            new_advice_id = str(self.new_advice_id)
        else:
            new_advice_id = self.new_advice_id

        refusal: None | str | Unset
        if isinstance(self.refusal, Unset):
            refusal = UNSET
        else:
            refusal = self.refusal

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "advice_id": advice_id,
            }
        )
        if handover_id is not UNSET:
            field_dict["handover_id"] = handover_id
        if new_advice_id is not UNSET:
            field_dict["new_advice_id"] = new_advice_id
        if refusal is not UNSET:
            field_dict["refusal"] = refusal

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        advice_id = UUID(d.pop("advice_id"))

        def _parse_handover_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handover_id_type_0 = UUID(data)

                return handover_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        handover_id = _parse_handover_id(d.pop("handover_id", UNSET))

        def _parse_new_advice_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                new_advice_id_type_0 = UUID(data)

                return new_advice_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        new_advice_id = _parse_new_advice_id(d.pop("new_advice_id", UNSET))

        def _parse_refusal(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        refusal = _parse_refusal(d.pop("refusal", UNSET))

        passing_result = cls(
            advice_id=advice_id,
            handover_id=handover_id,
            new_advice_id=new_advice_id,
            refusal=refusal,
        )

        passing_result.additional_properties = d
        return passing_result

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
