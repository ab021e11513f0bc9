"""The clock of the law: what was decided in another process is known in this one."""

from dataclasses import dataclass

from kernel.rounds import Round
from kernel.transactions import Transaction
from services.benefits.store.law import LawInForce


@dataclass
class FollowLaw:
    """The round: look whether anything was decided, and if so read it anew."""

    law: LawInForce
    then: Round | None = None
    """Work that may keep this process busy for long: it looks before each handful of it, too."""

    async def __call__(self, tx: Transaction) -> bool:
        """Look once."""
        await self.law.follow(tx)
        return self.then is not None and await self.then(tx)
