from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.signed_how import SignedHow
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.statement_refused import StatementRefused
    from ..models.statement_signed import StatementSigned


T = TypeVar("T", bound="SignInterview")


@_attrs_define
class SignInterview:
    """Sign: the worker's signature, and the client's statement of annex 2, signed or refused.

    Attributes:
        signed_on (datetime.date):
        worker_signed (SignedHow): How somebody signed.
        statement (StatementRefused | StatementSigned):
        help_continues (bool | Unset): Whether an update will be due. Default: True.
        in_care_home (bool | Unset): Whether she lives in a DPS: the update is yearly. Default: False.
    """

    signed_on: datetime.date
    worker_signed: SignedHow
    statement: StatementRefused | StatementSigned
    help_continues: bool | Unset = True
    in_care_home: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.statement_signed import StatementSigned  # noqa: PLC0415

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
                "signed_on": signed_on,
                "worker_signed": worker_signed,
                "statement": statement,
            }
        )
        if help_continues is not UNSET:
            field_dict["help_continues"] = help_continues
        if in_care_home is not UNSET:
            field_dict["in_care_home"] = in_care_home

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.statement_refused import StatementRefused  # noqa: PLC0415
        from ..models.statement_signed import StatementSigned  # noqa: PLC0415

        d = dict(src_dict)
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

        help_continues = d.pop("help_continues", UNSET)

        in_care_home = d.pop("in_care_home", UNSET)

        sign_interview = cls(
            signed_on=signed_on,
            worker_signed=worker_signed,
            statement=statement,
            help_continues=help_continues,
            in_care_home=in_care_home,
        )

        return sign_interview
