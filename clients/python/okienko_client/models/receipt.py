from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.income_kind import IncomeKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="Receipt")


@_attrs_define
class Receipt:
    """What one member receives in a month: an amount, a gross wage, hectares of a farm, or a sum at once.

    `monthly` is złoty after income tax, costs, contributions and alimony paid (art. 8 ust. 3 u.p.s.).

        Attributes:
            kind (IncomeKind): Where money comes from (rodzaj dochodu, art. 8 ust. 3-4 u.p.s.). Whether it counts is a dated
                rule of benefits.
            monthly (None | str | Unset):
            gross (None | str | Unset): Of an employment: the net is then estimated.
            hectares (int | None | str | Unset): Conversion hectares.
            one_off (None | str | Unset): Paid at once; spread over 12 months if it is large.
            paid_in (None | str | Unset): Of a sum at once: its month.
            net (None | str | Unset): Cash in hand, where it is not `monthly`.
            member (int | None | Unset): Whose, from 0; unsaid: the applicant's.
    """

    kind: IncomeKind
    monthly: None | str | Unset = UNSET
    gross: None | str | Unset = UNSET
    hectares: int | None | str | Unset = UNSET
    one_off: None | str | Unset = UNSET
    paid_in: None | str | Unset = UNSET
    net: None | str | Unset = UNSET
    member: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        monthly: None | str | Unset
        if isinstance(self.monthly, Unset):
            monthly = UNSET
        else:
            monthly = self.monthly

        gross: None | str | Unset
        if isinstance(self.gross, Unset):
            gross = UNSET
        else:
            gross = self.gross

        hectares: int | None | str | Unset
        if isinstance(self.hectares, Unset):
            hectares = UNSET
        else:
            hectares = self.hectares

        one_off: None | str | Unset
        if isinstance(self.one_off, Unset):
            one_off = UNSET
        else:
            one_off = self.one_off

        paid_in: None | str | Unset
        if isinstance(self.paid_in, Unset):
            paid_in = UNSET
        else:
            paid_in = self.paid_in

        net: None | str | Unset
        if isinstance(self.net, Unset):
            net = UNSET
        else:
            net = self.net

        member: int | None | Unset
        if isinstance(self.member, Unset):
            member = UNSET
        else:
            member = self.member

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )
        if monthly is not UNSET:
            field_dict["monthly"] = monthly
        if gross is not UNSET:
            field_dict["gross"] = gross
        if hectares is not UNSET:
            field_dict["hectares"] = hectares
        if one_off is not UNSET:
            field_dict["one_off"] = one_off
        if paid_in is not UNSET:
            field_dict["paid_in"] = paid_in
        if net is not UNSET:
            field_dict["net"] = net
        if member is not UNSET:
            field_dict["member"] = member

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = IncomeKind(d.pop("kind"))

        def _parse_monthly(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        monthly = _parse_monthly(d.pop("monthly", UNSET))

        def _parse_gross(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gross = _parse_gross(d.pop("gross", UNSET))

        def _parse_hectares(data: object) -> int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | str | Unset, data)

        hectares = _parse_hectares(d.pop("hectares", UNSET))

        def _parse_one_off(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        one_off = _parse_one_off(d.pop("one_off", UNSET))

        def _parse_paid_in(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        paid_in = _parse_paid_in(d.pop("paid_in", UNSET))

        def _parse_net(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        net = _parse_net(d.pop("net", UNSET))

        def _parse_member(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        member = _parse_member(d.pop("member", UNSET))

        receipt = cls(
            kind=kind,
            monthly=monthly,
            gross=gross,
            hectares=hectares,
            one_off=one_off,
            paid_in=paid_in,
            net=net,
            member=member,
        )

        return receipt
