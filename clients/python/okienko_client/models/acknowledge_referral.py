from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.satisfaction import Satisfaction
from ..types import UNSET, Unset

T = TypeVar("T", bound="AcknowledgeReferral")


@_attrs_define
class AcknowledgeReferral:
    """Close the loop, with what the client says.

    Attributes:
        satisfaction (None | Satisfaction | Unset):
        client_words (None | str | Unset):
    """

    satisfaction: None | Satisfaction | Unset = UNSET
    client_words: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        satisfaction: None | str | Unset
        if isinstance(self.satisfaction, Unset):
            satisfaction = UNSET
        elif isinstance(self.satisfaction, Satisfaction):
            satisfaction = self.satisfaction.value
        else:
            satisfaction = self.satisfaction

        client_words: None | str | Unset
        if isinstance(self.client_words, Unset):
            client_words = UNSET
        else:
            client_words = self.client_words

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if satisfaction is not UNSET:
            field_dict["satisfaction"] = satisfaction
        if client_words is not UNSET:
            field_dict["client_words"] = client_words

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_satisfaction(data: object) -> None | Satisfaction | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                satisfaction_type_0 = Satisfaction(data)

                return satisfaction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Satisfaction | Unset, data)

        satisfaction = _parse_satisfaction(d.pop("satisfaction", UNSET))

        def _parse_client_words(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        client_words = _parse_client_words(d.pop("client_words", UNSET))

        acknowledge_referral = cls(
            satisfaction=satisfaction,
            client_words=client_words,
        )

        return acknowledge_referral
