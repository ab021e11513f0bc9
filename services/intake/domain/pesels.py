"""Replacing a PESEL number: mistyped, re-issued, added, or somebody else's."""

from dataclasses import dataclass
from datetime import date

from contracts.identifiers import Pesel, Sex
from contracts.intake.person import FactKind, PeselReplacement
from kernel.refusals import Kind, Refusal
from services.intake.domain.changes import put
from services.intake.domain.client import Client
from services.intake.domain.facts import Change, FactOrigin


class PeselKnownAlready(Refusal):
    """The client has a PESEL number already; say whether it is corrected or was re-issued."""

    kind = Kind.CONFLICT
    pl = "Ta osoba ma już numer PESEL; proszę wskazać, czy jest poprawiany, czy został zmieniony."


class NoPeselToReplace(Refusal):
    """The client has no PESEL number to replace; add one."""

    kind = Kind.CONFLICT
    pl = "Ta osoba nie ma numeru PESEL, który można zastąpić; proszę go dodać."


@dataclass(frozen=True)
class NewNumber:
    """The number that comes, if any, and what the register changed together with it."""

    why: PeselReplacement
    pesel: Pesel | None
    birth_date: date | None = None
    sex: Sex | None = None


def renumber(client: Client, new: NewNumber, today: date) -> list[Change]:
    """Let her bear the number; only one that was truly hers is remembered as a former one."""
    old = client.pesel
    if new.pesel is not None and new.pesel == old:
        return []
    if new.why is PeselReplacement.ADDED and old is not None:
        raise PeselKnownAlready(pointer="/kind")
    if new.why is not PeselReplacement.ADDED and old is None:
        raise NoPeselToReplace(pointer="/kind")
    changes = put(client, FactKind.PESEL, new.pesel, _ORIGIN[new.why])
    if new.birth_date is not None:
        changes += put(client, FactKind.BIRTH_DATE, new.birth_date, FactOrigin.CORRECTED)
    if new.sex is not None:
        changes += put(client, FactKind.SEX, new.sex, _ORIGIN[new.why])
    _remember(client, old if new.why is PeselReplacement.REISSUED else None)
    client.agree(today)
    return changes


def _remember(client: Client, old: Pesel | None) -> None:
    known = dict.fromkeys(client.particulars.former_pesels) | ({old: None} if old else {})
    former = tuple(number for number in known if number != client.pesel)
    client.particulars = client.particulars.with_(former_pesels=former)


_ORIGIN = {
    PeselReplacement.CORRECTION: FactOrigin.CORRECTED,
    PeselReplacement.REISSUED: FactOrigin.REISSUED,
    PeselReplacement.ADDED: FactOrigin.ADDED,
    PeselReplacement.REMOVED: FactOrigin.REMOVED,
}
