"""A worker looks for clients her institution may see."""

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from contracts.identifiers import Pesel, Phone
from contracts.values import SENSITIVE, Command, Day, Line
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.file_number import FileNumber
from services.intake.domain.folding import Part
from services.intake.domain.search import (
    MOST_WORDS,
    Born,
    Criterion,
    Found,
    Token,
    ask,
    tokens,
)
from services.intake.store.indexes import Mark, file_number_indexes, indexes
from services.intake.store.search import Search

_Words = Annotated[Line, SENSITIVE]


class FindClients(Command):
    """Look for clients among those your institution may see; all that is given must hold."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name": "wymyslona pro", "birth_date": "1985-03-14"}]}
    )

    name: Annotated[
        _Words | None,
        Field(description="Words of the name or beginnings of them, in any order."),
    ] = None
    family: _Words | None = None
    given: _Words | None = None
    birth_date: Day | None = None
    birth_year: Annotated[
        int | None, Field(ge=1900, le=2200, strict=True, description="Beside a name.")
    ] = None
    pesel: Pesel | None = None
    phone: Phone | None = None
    file_number: Annotated[
        FileNumber | None, Field(description="As your own institution set it.")
    ] = None
    limit: Annotated[int, Field(ge=1, le=50, strict=True)] = 20

    @model_validator(mode="after")
    def _by_something(self) -> "FindClients":
        if self.name and (self.family or self.given):
            raise ValueError("takes either the whole name or its parts")
        if self.birth_date and self.birth_year:
            raise ValueError("takes either the birth date or its year")
        words = [token.text for token in self.typed]
        if (self.name or self.family or self.given) and max(map(len, words), default=0) < 2:  # noqa: PLR2004
            raise ValueError("needs two letters of a name at least")
        if len(words) > MOST_WORDS:
            raise ValueError("has too many words")
        if not (words or self.birth_date or self.pesel or self.phone or self.file_number):
            raise ValueError("needs a name, a birth date, a PESEL, phone or file number")
        return self

    @property
    def typed(self) -> list[Token]:
        """The words that were typed."""
        return [
            *tokens(self.name),
            *tokens(self.family, Part.FAMILY),
            *tokens(self.given, Part.GIVEN),
        ]

    @property
    def born(self) -> Born:
        """When she may be born."""
        if self.birth_date:
            return self.birth_date, self.birth_date
        if self.birth_year:
            return date(self.birth_year, 1, 1), date(self.birth_year, 12, 31)
        return None


async def find_clients(
    command: FindClients, *, by: Caller, tx: Transaction, index_secret: bytes
) -> Found:
    """Whole names and beginnings; only where nobody is found, names with one letter wrong."""
    search, limit = Search(tx, by), command.limit + 1
    asked = ask(command.typed, command.born) if command.typed else None
    given = ((Mark.PESEL, command.pesel), (Mark.PHONE, command.phone))
    marks = [indexes(index_secret, kind, value) for kind, value in given if value]
    number = command.file_number
    filed = file_number_indexes(index_secret, by.institution, number) if number else []
    approximate = False
    if asked is None or marks or filed:
        hits = await search.by_marks(
            marks, filed, asked, command.born, limit, reached=command.phone is not None
        )
    elif not (hits := await search.by_words(asked, limit)):
        approximate, hits = True, await search.by_slips(asked, limit)
    found = Found(
        hits=hits[: command.limit],
        by=[c for c in Criterion if getattr(command, c)],
        more=len(hits) > command.limit,
        approximate=approximate,
    )
    if command.pesel:
        found.elsewhere = await search.out_of_sight(marks[0])
    return found
