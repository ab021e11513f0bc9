"""The person on a paper: her name is not kept here, so her record is asked under the reader's rights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from contracts.sections import Section
from kernel.house import House, Unanswered
from services.referrals.domain.papers import PaperIncomplete

_WANTED = (Section.IDENTITY.value, Section.CONTACT.value)
Reader = Mapping[str, str]
"""The headers under which a reader asked: her token, and what she already wrote elsewhere."""


@dataclass(frozen=True)
class Person:
    """As much of a client as the reader of a paper may see."""

    name: str
    born: date
    pesel: str | None
    """Covered, where the reader sees it covered."""
    address: str | None = None
    phone: str | None = None
    language: str | None = None
    interpreter: bool = False
    needs: frozenset[str] = field(default_factory=frozenset)
    """What to arrange for her so that a service is open to her."""

    @property
    def large_print(self) -> bool:
        """Whether her own sheets are printed large."""
        return "large_print" in self.needs


async def person_of(house: House, reader: Reader, client_id: UUID) -> Person | None:
    """Who she is; none: the reader sees her no more, and writes the name in by hand."""
    try:
        record = await house.ask_for(
            reader, "gateway", f"/v1/records/{client_id}", sections=_WANTED
        )
    except Unanswered as error:
        raise PaperIncomplete(retry_after=2, lacking="client") from error
    if record is None:
        return None
    if Section.IDENTITY not in record["sections"]:
        # Her card has not come to the gateway yet.
        raise PaperIncomplete(retry_after=1, lacking="client")
    return _person(record["sections"])


def _person(sections: Mapping[str, Any]) -> Person:
    who, reached = sections["identity"], sections.get("contact", {})
    name, spoken = who["name"], reached.get("communication") or {}
    return Person(
        name=f"{name['given']} {name['family']}",
        born=date.fromisoformat(who["birth_date"]),
        pesel=who["pesel"],
        address=_address(reached.get("residence")),
        phone=reached.get("phone"),
        language=spoken.get("language"),
        interpreter=bool(spoken.get("interpreter_needed")),
        needs=frozenset(spoken.get("accessibility", ())),
    )


def _address(home: Mapping[str, Any] | None) -> str | None:
    if home is None:
        return None
    if home.get("homeless"):
        return "bez stałego miejsca zamieszkania"
    door = "/".join(part for part in (home.get("building"), home.get("flat")) if part)
    street = " ".join(part for part in (home.get("street"), door) if part)
    city = " ".join(part for part in (home.get("postal_code"), home.get("city")) if part)
    return ", ".join(part for part in (street, city) if part) or None
