from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.signed_how import SignedHow

if TYPE_CHECKING:
    from ..models.statement_refused import StatementRefused
    from ..models.statement_signed import StatementSigned


T = TypeVar("T", bound="Signing")


@_attrs_define
class Signing:
    """How the interview was signed: the worker's own signature, and the client's statement.

    Attributes:
        segment (Literal['signing']):
        signed_on (datetime.date):
        worker_signed (SignedHow): How somebody signed.
        statement (StatementRefused | StatementSigned):
        help_continues (bool):
        in_care_home (bool):
    """

    segment: Literal["signing"]
    signed_on: datetime.date
    worker_signed: SignedHow
    statement: StatementRefused | StatementSigned
    help_continues: bool
    in_care_home: bool

    def to_dict(self) -> dict[str, Any]:
        from ..models.statement_signed import StatementSigned  # noqa: PLC0415

        segment = self.segment

        signed_on = self.signed_on.isoformat()

        worker_signed = self.worker_signed.value

        statement: dict[str, Any]
        if isinstance(self.statement, StatementSigned):
            statement = self.statement.to_dict()
        else:
            statement = self.statement.to_dict()

        help_continues = self.help_continues

        in_care_home = self.in_care_home

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "signed_on": signed_on,
                "worker_signed": worker_signed,
                "statement": statement,
                "help_continues": help_continues,
                "in_care_home": in_care_home,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.statement_refused import StatementRefused  # noqa: PLC0415
        from ..models.statement_signed import StatementSigned  # noqa: PLC0415

        d = dict(src_dict)
        segment = cast(Literal["signing"], d.pop("segment"))
        if segment != "signing":
            raise ValueError(f"segment must match const 'signing', got '{segment}'")

        signed_on = datetime.date.fromisoformat(d.pop("signed_on"))

        worker_signed = SignedHow(d.pop("worker_signed"))

        def _parse_statement(data: object) -> StatementRefused | StatementSigned:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                statement_type_0 = StatementSigned.from_dict(data)

                return statement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            statement_type_1 = StatementRefused.from_dict(data)

            return statement_type_1

        statement = _parse_statement(d.pop("statement"))

        help_continues = d.pop("help_continues")

        in_care_home = d.pop("in_care_home")

        signing = cls(
            segment=segment,
            signed_on=signed_on,
            worker_signed=worker_signed,
            statement=statement,
            help_continues=help_continues,
            in_care_home=in_care_home,
        )

        return signing
