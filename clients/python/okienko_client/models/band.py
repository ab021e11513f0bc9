from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Band")


@_attrs_define
class Band:
    """Incomes above the band before and up to `up_to` percent of the criterion, which still belongs to it.

    What is paid is in percent of the cost of an hour: by a lone person, and by one in a family.

        Attributes:
            single (int | str): At least 0, at most 100, 4 places after the point at most.
            family (int | str): At least 0, at most 100, 4 places after the point at most.
            up_to (int | None | str | Unset): None: however much.
    """

    single: int | str
    family: int | str
    up_to: int | None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        single: int | str
        single = self.single

        family: int | str
        family = self.family

        up_to: int | None | str | Unset
        if isinstance(self.up_to, Unset):
            up_to = UNSET
        else:
            up_to = self.up_to

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "single": single,
                "family": family,
            }
        )
        if up_to is not UNSET:
            field_dict["up_to"] = up_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_single(data: object) -> int | str:
            return cast(int | str, data)

        single = _parse_single(d.pop("single"))

        def _parse_family(data: object) -> int | str:
            return cast(int | str, data)

        family = _parse_family(d.pop("family"))

        def _parse_up_to(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | str | Unset, data)

        up_to = _parse_up_to(d.pop("up_to", UNSET))

        band = cls(
            single=single,
            family=family,
            up_to=up_to,
        )

        return band
