from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.income_kind import IncomeKind
from ..models.income_period import IncomePeriod
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.deductions import Deductions
    from ..models.evidence import Evidence


T = TypeVar("T", bound="IncomeItem")


@_attrs_define
class IncomeItem:
    """One income of the household in the month, after the deductions of art. 8 ust. 3 u.p.s.

    Attributes:
        kind (IncomeKind): Where money comes from (rodzaj dochodu, art. 8 ust. 3-4 u.p.s.). Whether it counts is a dated
            rule of benefits.
        monthly (str):
        member (int | None | Unset): Whose: the place in the household, from 0.
        period (IncomePeriod | Unset): Whether an income comes every month or came once.
        source (None | str | Unset):
        gross (None | str | Unset):
        net (None | str | Unset): What came to hand.
        deductions (Deductions | None | Unset):
        evidence (Evidence | Unset): What something is proved by, and where it is found.
    """

    kind: IncomeKind
    monthly: str
    member: int | None | Unset = UNSET
    period: IncomePeriod | Unset = UNSET
    source: None | str | Unset = UNSET
    gross: None | str | Unset = UNSET
    net: None | str | Unset = UNSET
    deductions: Deductions | None | Unset = UNSET
    evidence: Evidence | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.deductions import Deductions  # noqa: PLC0415

        kind = self.kind.value

        monthly = self.monthly

        member: int | None | Unset
        if isinstance(self.member, Unset):
            member = UNSET
        else:
            member = self.member

        period: str | Unset = UNSET
        if not isinstance(self.period, Unset):
            period = self.period.value

        source: None | str | Unset
        if isinstance(self.source, Unset):
            source = UNSET
        else:
            source = self.source

        gross: None | str | Unset
        if isinstance(self.gross, Unset):
            gross = UNSET
        else:
            gross = self.gross

        net: None | str | Unset
        if isinstance(self.net, Unset):
            net = UNSET
        else:
            net = self.net

        deductions: dict[str, Any] | None | Unset
        if isinstance(self.deductions, Unset):
            deductions = UNSET
        elif isinstance(self.deductions, Deductions):
            deductions = self.deductions.to_dict()
        else:
            deductions = self.deductions

        evidence: dict[str, Any] | Unset = UNSET
        if not isinstance(self.evidence, Unset):
            evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "monthly": monthly,
            }
        )
        if member is not UNSET:
            field_dict["member"] = member
        if period is not UNSET:
            field_dict["period"] = period
        if source is not UNSET:
            field_dict["source"] = source
        if gross is not UNSET:
            field_dict["gross"] = gross
        if net is not UNSET:
            field_dict["net"] = net
        if deductions is not UNSET:
            field_dict["deductions"] = deductions
        if evidence is not UNSET:
            field_dict["evidence"] = evidence

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.deductions import Deductions  # noqa: PLC0415
        from ..models.evidence import Evidence  # noqa: PLC0415

        d = dict(src_dict)
        kind = IncomeKind(d.pop("kind"))

        monthly = d.pop("monthly")

        def _parse_member(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        member = _parse_member(d.pop("member", UNSET))

        _period = d.pop("period", UNSET)
        period: IncomePeriod | Unset
        if isinstance(_period, Unset):
            period = UNSET
        else:
            period = IncomePeriod(_period)

        def _parse_source(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        source = _parse_source(d.pop("source", UNSET))

        def _parse_gross(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        gross = _parse_gross(d.pop("gross", UNSET))

        def _parse_net(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        net = _parse_net(d.pop("net", UNSET))

        def _parse_deductions(data: object) -> Deductions | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                deductions_type_0 = Deductions.from_dict(data)

                return deductions_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Deductions | None | Unset, data)

        deductions = _parse_deductions(d.pop("deductions", UNSET))

        _evidence = d.pop("evidence", UNSET)
        evidence: Evidence | Unset
        if isinstance(_evidence, Unset):
            evidence = UNSET
        else:
            evidence = Evidence.from_dict(_evidence)

        income_item = cls(
            kind=kind,
            monthly=monthly,
            member=member,
            period=period,
            source=source,
            gross=gross,
            net=net,
            deductions=deductions,
            evidence=evidence,
        )

        return income_item
