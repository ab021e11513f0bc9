"""A crowd of invented clients, copied straight into intake's database, and three offices that see them.

Rows are laid as intake lays them, by its own code for words and fingerprints. Only the sealed
bytes and the wrapped keys are random: a search opens neither, and half of all time would be theirs.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate
from typing import Any
from uuid import UUID

import asyncpg

from benchmarks.grounds import Site
from contracts.identifiers import birth_part
from contracts.values import InstitutionKind
from kernel import clock, ids
from okienko.personas import Office, Persona, with_check_digit
from okienko.token import token_at
from services.intake.domain.folding import words_of
from services.intake.store.indexes import Mark, file_number_indexes, indexes

_AT_ONCE = 20_000
_FIRST_DAY = date(1940, 1, 1)
_DAYS = 24_000
_FIRST_SERIAL = 1_000
_NOWAK, _KOWALSKI, _DOUBLE = 0.03, 0.03, 0.05
_SAMPLE, _LATER = 2_000, 0.002
_TEN = 10
_SYLLABLES = (
    "bą", "bo", "cha", "cię", "da", "dę", "gra", "ja", "ką", "ko", "kra", "la", "łę", "łu", "ma", "mi",
    "na", "no", "ńcza", "pa", "pió", "ra", "ró", "sa", "się", "ść", "ta", "to", "wa", "wi", "żą", "źli",
)  # fmt: skip
_ENDINGS = ("ński", "wicz", "czyk", "łak", "owski", "ek", "ała", "ura", "ska", "iak")


@dataclass(frozen=True)
class Person:
    """What somebody may be asked for by."""

    given: str
    family: str
    born: date
    pesel: str
    phone: str
    number: str


@dataclass
class Desk:
    """An office that searches, and a sample of those it sees."""

    name: str
    office: Office
    known: list[Person] = field(default_factory=list)
    sees: int = 0

    def login(self, site: Site) -> str:
        """The header that says who asks."""
        persona = Persona("bench", "Jan Fikcyjny", self.office, ("social_worker",))
        token = token_at(site.home, site.run.gateway_url, persona)
        return f"Authorization: Bearer {token}"


def _office(place: int) -> Office:
    number = UUID(int=0xBE << 96 | place)
    return Office(number, f"Pomiar {place} (demo)", InstitutionKind.OPS, "2478011")


class Crowd:
    """So many clients, and who sees them: all by registration, all by partnership, 1 in 100, ten."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._secret = bytes.fromhex(site.home.secret("index-key"))
        self._random = random.Random(7)  # noqa: S311 invented people
        self._people = self._invent()
        self._partners = ids.new()
        self.size = 0
        self.desks = [
            Desk("registered all", _office(1)),
            Desk("all by partnership", _office(2)),
            Desk("1 in 100", _office(3)),
            Desk("ten", _office(4)),
        ]

    async def grow(self, size: int) -> None:
        """Have so many; then do what autovacuum does within minutes."""
        intake = await asyncpg.connect(self._site.run.database_urls["intake"])
        try:
            if not self.size:
                await self._join(intake)
            while self.size < size:
                await self._lay(intake, min(_AT_ONCE, size - self.size))
            for table in ("clients", "client_words", "client_marks", "file_numbers", "relations"):
                await intake.execute(f"VACUUM ANALYZE {table}")
        finally:
            await intake.close()

    async def _join(self, intake: asyncpg.Connection) -> None:
        await intake.execute(
            "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from)"
            " VALUES ($1, $2, $3, '2025-01-01')",
            ids.new(), self.desks[1].office.id, self._partners,
        )  # fmt: skip

    def _invent(self) -> Iterator[Person]:
        """Three in a hundred are Nowak and three Kowalski; one in twenty has a double surname."""
        pick = self._random
        families = [self._word(_ENDINGS) for _ in range(30_000)]
        givens = ["Anna", "Maria", "Łucja", "Jan", *(self._word(("a", "an")) for _ in range(150))]
        often = list(accumulate(1 / (place + 20) for place in range(len(families))))
        commonly = list(accumulate(1 / (place + 5) for place in range(len(givens))))
        for number in range(10**9):
            family = pick.choices(families, cum_weights=often)[0]
            if (draw := pick.random()) < _NOWAK:
                family = "Nowak"
            elif draw < _NOWAK + _KOWALSKI:
                family = pick.choice(("Kowalski", "Kowalska"))
            if pick.random() < _DOUBLE:
                family = f"{family}-{pick.choice(families)}"
            born = _FIRST_DAY + timedelta(days=number % _DAYS)
            serial = _FIRST_SERIAL + number // _DAYS
            pesel = with_check_digit(f"{birth_part(born)[:6]}{serial:04}0")
            given = pick.choices(givens, cum_weights=commonly)[0]
            phone = f"+48{500_000_000 + number * 7}"
            yield Person(given, family, born, pesel, phone, f"OPS.4110.{number}.2026")

    def _word(self, endings: tuple[str, ...]) -> str:
        pick = self._random
        syllables = [pick.choice(_SYLLABLES) for _ in range(pick.randint(1, 3))]
        return ("".join(syllables) + pick.choice(endings)).capitalize()

    def _who_sees(self, number: int) -> Iterator[tuple[Desk, UUID, str]]:
        everybody, partner, some, ten = self.desks
        yield everybody, everybody.office.id, "registration"
        yield partner, self._partners, "statutory_task"
        if number % 100 == 0:
            yield some, some.office.id, "consent"
        if ten.sees < _TEN and number % 97 == 0:
            yield ten, ten.office.id, "consent"

    async def _lay(self, intake: asyncpg.Connection, count: int) -> None:
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _COLUMNS}
        now = clock.now()
        for _ in range(count):
            client, person = ids.new(), next(self._people)
            self._lay_one(rows, client, person, now)
            for desk, party, basis in self._who_sees(self.size):
                relation = client if basis == "registration" else ids.new()
                rows["relations"].append((client, relation, party, basis, now))
                desk.sees += 1
                if len(desk.known) < _SAMPLE or self._random.random() < _LATER:
                    desk.known.append(person)
            self.size += 1
        for table, columns in _COLUMNS.items():
            await intake.copy_records_to_table(table, records=rows[table], columns=columns)

    def _lay_one(
        self, rows: dict[str, list[tuple[Any, ...]]], client: UUID, person: Person, now: Any
    ) -> None:
        owner, draw = self.desks[0].office.id, self._random.randbytes
        pesel = indexes(self._secret, Mark.PESEL, person.pesel)[0]
        phone = indexes(self._secret, Mark.PHONE, person.phone)[0]
        number = file_number_indexes(self._secret, owner, person.number)[0]
        rows["clients"].append(
            (client, person.given, person.family, person.born, "2478011", pesel, draw(300),
             "registered", owner, now, 1)
        )  # fmt: skip
        rows["client_keys"].append((client, draw(61)))
        rows["client_words"] += [
            (client, word.part.value, word.text, word.rest, person.born)
            for word in words_of(person.family, person.given)
        ]
        rows["client_marks"] += [(client, pesel), (client, phone)]
        rows["file_numbers"].append((client, owner, number, draw(60), now))


_COLUMNS = {
    "clients": (
        "id", "given", "family", "birth_date", "municipality", "pesel_index", "sealed", "status",
        "registered_by", "registered_at", "version",
    ),
    "client_keys": ("client_id", "wrapped"),
    "client_words": ("client_id", "part", "word", "rest", "birth_date"),
    "client_marks": ("client_id", "fingerprint"),
    "file_numbers": ("client_id", "institution", "fingerprint", "sealed", "set_at"),
    "relations": ("client_id", "relation_id", "party_id", "basis", "since"),
}  # fmt: skip
