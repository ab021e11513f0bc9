from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.signed_how import SignedHow
from ..types import UNSET, Unset

T = TypeVar("T", bound="StatementSigned")


@_attrs_define
class StatementSigned:
    """The statement of annex 2 was signed: read, true, and told of criminal liability.

    Attributes:
        outcome (Literal['signed']):
        how (SignedHow): How somebody signed.
        representative (None | str | Unset): Who signed for the client; none: she signed herself.
    """

    outcome: Literal["signed"]
    how: SignedHow
    representative: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        how = self.how.value

        representative: None | str | Unset
        if isinstance(self.representative, Unset):
            representative = UNSET
        else:
            representative = self.representative

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "how": how,
            }
        )
        if representative is not UNSET:
            field_dict["representative"] = representative

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = cast(Literal["signed"], d.pop("outcome"))
        if outcome != "signed":
            raise ValueError(f"outcome must match const 'signed', got '{outcome}'")

        how = SignedHow(d.pop("how"))

        def _parse_representative(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        representative = _parse_representative(d.pop("representative", UNSET))

        statement_signed = cls(
            outcome=outcome,
            how=how,
            representative=representative,
        )

        return statement_signed
