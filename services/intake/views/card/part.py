"""What a part of the card is: one theme's sections, at each level that exists of them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from contracts.sections import Section
from kernel.service import Bodies
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.client import Client

Sections = Mapping[Section | str, Bodies]


@dataclass(frozen=True)
class Subject:
    """The client whose card is cut, her key, and the moment it is cut at."""

    tx: Transaction
    client: Client
    key: ClientKey


Part = Callable[[Subject], Awaitable[Sections]]
