from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

T = TypeVar("T", bound="ChangeBankAccount")


@_attrs_define
class ChangeBankAccount:
    """Say to which account she is paid; null: to none.

    Attributes:
        bank_account (None | str):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    bank_account: None | str
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        bank_account: None | str
        bank_account = self.bank_account

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "bank_account": bank_account,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_bank_account(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_account = _parse_bank_account(d.pop("bank_account"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        change_bank_account = cls(
            bank_account=bank_account,
            source=source,
        )

        return change_bank_account
