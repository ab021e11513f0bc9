"""Who is paid, and where: intake knows, and is asked each time; nothing of it is kept here."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import ValidationError, WrapValidator

from contracts.identifiers import Iban
from contracts.values import View


def _or_none(value: Any, check: Callable[[Any], Any]) -> Any:
    try:
        return check(value)
    except ValidationError:
        return None


class Payee(View):
    """A client as a bank, a cash desk or a post office needs to know her."""

    name: str
    account: Annotated[Iban | None, WrapValidator(_or_none)] = None
    """None: she has no account, or one whose check digits are wrong."""
    address: str | None = None
