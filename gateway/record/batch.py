"""The records of a caseload at once: each is cut, and noted in the audit, as if it were read alone."""

from collections.abc import Mapping
from typing import Annotated, Self
from uuid import UUID

import orjson
from pydantic import Field, model_validator

from contracts.purposes import Purpose
from contracts.sections import Section
from contracts.values import ClientId, Command, View
from gateway.record.reading import Connection, Record, fetch_each, lay_out
from gateway.record.views import RecordView
from kernel.callers import Caller
from kernel.vault import Vault

MOST = 100
Etag = Annotated[str, Field(max_length=80, examples=['"5f1c0a"'])]


class ReadRecords(Command):
    """Whose records to read; those that are still as they were are not sent again."""

    client_ids: Annotated[tuple[ClientId, ...], Field(min_length=1, max_length=MOST)]
    sections: Annotated[
        tuple[Section, ...] | None,
        Field(max_length=15, description="Only these; none named: all you may see."),
    ] = None
    etags: Annotated[
        dict[ClientId, Etag],
        Field(max_length=MOST, description="What you hold already: `etag` by client."),
    ] = {}  # noqa: RUF012 pydantic copies it

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len(set(self.client_ids)) != len(self.client_ids):
            raise ValueError("name every client once")
        return self

    async def read(
        self, connection: Connection, by: Caller, vault: Vault, language: str, purpose: Purpose
    ) -> dict[UUID, Record | None]:
        """Each record by the id it was asked under; none where the reader's institution sees nobody."""
        hers = await fetch_each(connection, self.client_ids, by)
        only = self.sections or ()
        return {
            asked: None if found is None else lay_out(found, by, vault, language, only, purpose)
            for asked, found in hers.items()
        }

    def answer(self, laid: Mapping[UUID, Record | None]) -> bytes:
        """The answer as JSON, shaped as RecordsView, in the order of `client_ids`."""
        items = [
            _item(one, record, unchanged=self.etags.get(one) == record.etag)
            for one in self.client_ids
            if (record := laid[one]) is not None
        ]
        missing = [one for one in self.client_ids if laid[one] is None]
        return orjson.dumps({"items": items, "not_found": missing})


class RecordOf(View):
    """One record of the batch."""

    asked: Annotated[ClientId, Field(description="The id it was asked under.")]
    etag: Etag
    unchanged: Annotated[bool, Field(description="Still what your `etags` say: not sent again.")]
    record: RecordView | None


class RecordsView(View):
    """Records, in the order they were asked for."""

    items: list[RecordOf]
    not_found: Annotated[
        list[ClientId],
        Field(description="No such clients among those your institution may see.", examples=[[]]),
    ]


def _item(asked: UUID, record: Record, *, unchanged: bool) -> dict[str, object]:
    body = None if unchanged else orjson.Fragment(record.body)
    return {"asked": asked, "etag": record.etag, "unchanged": unchanged, "record": body}
