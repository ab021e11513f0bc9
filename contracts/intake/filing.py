"""Facts announced by intake about the institutions' own file numbers."""

from typing import ClassVar

from contracts.event import Event
from contracts.sections import Section
from contracts.values import (
    ClientId,
)


class ClientNumbered(Event):
    """An institution gave the client a file number of its own."""

    wire_name: ClassVar = "client.numbered.v1"
    pl: ClassVar = "Instytucja nadała osobie własny numer akt."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
