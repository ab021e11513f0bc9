from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="PartText")


@_attrs_define
class PartText:
    """What a part says in words, as its form asks for it.

    Attributes:
        problem (None | str | Unset): What is to be solved.
        causes (None | str | Unset):
        client_duties (list[str] | Unset): What the client takes on.
        institution_duties (list[str] | Unset): What the institution does.
        effect (None | str | Unset): What follows if what was agreed is not done.
    """

    problem: None | str | Unset = UNSET
    causes: None | str | Unset = UNSET
    client_duties: list[str] | Unset = UNSET
    institution_duties: list[str] | Unset = UNSET
    effect: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        problem: None | str | Unset
        if isinstance(self.problem, Unset):
            problem = UNSET
        else:
            problem = self.problem

        causes: None | str | Unset
        if isinstance(self.causes, Unset):
            causes = UNSET
        else:
            causes = self.causes

        client_duties: list[str] | Unset = UNSET
        if not isinstance(self.client_duties, Unset):
            client_duties = self.client_duties

        institution_duties: list[str] | Unset = UNSET
        if not isinstance(self.institution_duties, Unset):
            institution_duties = self.institution_duties

        effect: None | str | Unset
        if isinstance(self.effect, Unset):
            effect = UNSET
        else:
            effect = self.effect

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if problem is not UNSET:
            field_dict["problem"] = problem
        if causes is not UNSET:
            field_dict["causes"] = causes
        if client_duties is not UNSET:
            field_dict["client_duties"] = client_duties
        if institution_duties is not UNSET:
            field_dict["institution_duties"] = institution_duties
        if effect is not UNSET:
            field_dict["effect"] = effect

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_problem(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        problem = _parse_problem(d.pop("problem", UNSET))

        def _parse_causes(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        causes = _parse_causes(d.pop("causes", UNSET))

        client_duties = cast(list[str], d.pop("client_duties", UNSET))

        institution_duties = cast(list[str], d.pop("institution_duties", UNSET))

        def _parse_effect(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        effect = _parse_effect(d.pop("effect", UNSET))

        part_text = cls(
            problem=problem,
            causes=causes,
            client_duties=client_duties,
            institution_duties=institution_duties,
            effect=effect,
        )

        return part_text
