from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.line_kind import LineKind
from ..models.payment_line_state import PaymentLineState
from ..models.payout import Payout

T = TypeVar("T", bound="PaymentLineView")


@_attrs_define
class PaymentLineView:
    """One payment: for which award, for which month, how much.

    Attributes:
        id (UUID):
        number (int):
        kind (LineKind): What a line pays.
        award_id (UUID):
        client_id (UUID):
        month (str):
        correction_no (int): How many lines were let go for it before.
        amount (str): What is paid out.
        kept_back (str): Of what is owed, set off against overpayments.
        status (PaymentLineState): Where a line stands.
        payout (None | Payout): None before the export.
        reason (None | str): Why it is held or came back.
    """

    id: UUID
    number: int
    kind: LineKind
    award_id: UUID
    client_id: UUID
    month: str
    correction_no: int
    amount: str
    kept_back: str
    status: PaymentLineState
    payout: None | Payout
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        number = self.number

        kind = self.kind.value

        award_id = str(self.award_id)

        client_id = str(self.client_id)

        month = self.month

        correction_no = self.correction_no

        amount = self.amount

        kept_back = self.kept_back

        status = self.status.value

        payout: None | str
        if isinstance(self.payout, Payout):
            payout = self.payout.value
        else:
            payout = self.payout

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "kind": kind,
                "award_id": award_id,
                "client_id": client_id,
                "month": month,
                "correction_no": correction_no,
                "amount": amount,
                "kept_back": kept_back,
                "status": status,
                "payout": payout,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

        kind = LineKind(d.pop("kind"))

        award_id = UUID(d.pop("award_id"))

        client_id = UUID(d.pop("client_id"))

        month = d.pop("month")

        correction_no = d.pop("correction_no")

        amount = d.pop("amount")

        kept_back = d.pop("kept_back")

        status = PaymentLineState(d.pop("status"))

        def _parse_payout(data: object) -> None | Payout:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                payout_type_0 = Payout(data)

                return payout_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Payout, data)

        payout = _parse_payout(d.pop("payout"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        payment_line_view = cls(
            id=id,
            number=number,
            kind=kind,
            award_id=award_id,
            client_id=client_id,
            month=month,
            correction_no=correction_no,
            amount=amount,
            kept_back=kept_back,
            status=status,
            payout=payout,
            reason=reason,
        )

        payment_line_view.additional_properties = d
        return payment_line_view

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
