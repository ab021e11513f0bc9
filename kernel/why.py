"""Why an institution may see a client, told in one sentence of plain Polish or English."""

from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from contracts.sections import Level
from contracts.values import BasisKind
from kernel.clock import WARSAW
from kernel.rights import Ground, Seat, Sight, remembered, sights


class Why(NamedTuple):
    """One live relation, and what it rests on. Instants and days as ISO text."""

    who: str
    through: str | None
    """The partnership it runs through, if any."""
    basis: str
    scope: tuple[str, ...]
    since: str
    until: str | None = None
    expires_at: str | None = None
    article: str | None = None
    because: dict[str, str] | None = None
    """What the article says, by language."""


def sentence(why: Why, seat: Seat, language: str) -> str:
    """Who may see which sections, from when to when, on which basis, and for what reason."""
    if language == "pl":
        return _polish(why, seat)
    return _english(why, seat)


def _polish(why: Why, seat: Seat) -> str:
    who = why.who + (f" (jako członek: {why.through})" if why.through else "")
    period = f"od {_day(why.since, 'pl')}"
    if why.expires_at:
        period += f" do godz. {_moment(why.expires_at, 'pl')}"
    elif why.until:
        period += f" do {_day(why.until, 'pl')}"
    return (
        f"{who} może widzieć dane: {_sections(seat, why, 'pl')} – {period}, {_basis(why, 'pl')}."
    )


def _english(why: Why, seat: Seat) -> str:
    who = why.who + (f" (as a member of {why.through})" if why.through else "")
    period = f"since {_day(why.since, 'en')}"
    if why.expires_at:
        period += f" until {_moment(why.expires_at, 'en')}"
    elif why.until:
        period += f" until {_day(why.until, 'en')}"
    return f"{who} may see: {_sections(seat, why, 'en')} – {period}, {_basis(why, 'en')}."


_BASES = {
    ("registration", "pl"): "bo ta instytucja zarejestrowała tę osobę",
    ("registration", "en"): "because it registered the client",
    ("referral", "pl"): "bo skierowano do niej tę osobę",
    ("referral", "en"): "because the client was referred to it",
    ("vital_interest", "pl"): "bo zależy od tego czyjeś życie lub zdrowie (żywotny interes)",
    ("vital_interest", "en"): "because somebody's life or health depends on it (vital interest)",
    ("consent", "pl"): "bo osoba, której dane dotyczą, wyraziła na to zgodę",
    ("consent", "en"): "because the client agreed to it (consent)",
}
_TASKS = {
    "pl": ("na podstawie: {} (zadanie ustawowe)", "zadania ustawowego", ", bo "),
    "en": ("on the ground of {} (statutory task)", "a statutory task", ", because "),
}


def _basis(why: Why, language: str) -> str:
    if why.basis != BasisKind.STATUTORY_TASK:
        return _BASES[why.basis, language]
    named, unnamed, joint = _TASKS[language]
    told = named.format(why.article) if why.article else _unnamed(unnamed, language)
    reason = (why.because or {}).get(language)
    return told + (joint + reason if reason else "")


def _unnamed(task: str, language: str) -> str:
    return f"na podstawie {task}" if language == "pl" else f"on the ground of {task}"


def _sections(seat: Seat, why: Why, language: str) -> str:
    return _listed(seat, Ground(why.basis, why.scope), language)


@remembered(8_192)
def _listed(seat: Seat, ground: Ground, language: str) -> str:
    """The sections a seat sees on one ground, in words; those seen in part say so."""
    words = [_told(s, language) for s in sights(seat, frozenset({ground})) if s.level is not None]
    return "; ".join(words) or ("żadne" if language == "pl" else "nothing")


def _told(sight: Sight, language: str) -> str:
    section, polish = sight.section, language == "pl"
    name = section.pl if polish else section.en
    if sight.level is Level.MASKED:
        return f"{name} ({section.masked_pl if polish else section.masked_en})"
    if sight.level is Level.SUMMARY:
        return f"{name} ({'w skrócie' if polish else 'in brief'})"
    return name


@lru_cache(maxsize=8_192)
def _day(written: str, language: str) -> str:
    """A day as people write it; an instant counts by the calendar in Poland."""
    at = datetime.fromisoformat(written)
    day = (at.astimezone(WARSAW) if at.tzinfo else at).date()
    return f"{day.day}.{day:%m.%Y}" if language == "pl" else day.isoformat()


def _moment(written: str, language: str) -> str:
    at = datetime.fromisoformat(written).astimezone(WARSAW)
    return f"{at:%H:%M} dnia {_day(written, 'pl')}" if language == "pl" else f"{at:%Y-%m-%d %H:%M}"
