"""A worker notes under which number her institution keeps the client's papers."""

from contracts.intake.filing import ClientNumbered
from contracts.values import ClientId, Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.file_number import FileNumber, FileNumberTaken
from services.intake.store.clients import Clients
from services.intake.store.file_numbers import FileNumbers


class SetFileNumber(Command):
    """Note the institution's own number of the client; it takes the place of the one before."""

    number: FileNumber


async def set_file_number(
    client_id: ClientId,
    command: SetFileNumber,
    *,
    by: Caller,
    tx: Transaction,
    index_secret: bytes,
) -> Client:
    """Keep the number, which belongs to one client of the institution."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    numbers = FileNumbers(tx, by, index_secret)
    if not await numbers.keep(client_id, command.number, clock.now()):
        raise FileNumberTaken(pointer="/number")
    tx.record(ClientNumbered(client_id=client_id))
    await store.keep(client)
    return client
