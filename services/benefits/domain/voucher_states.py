"""Where a care voucher stands, which steps lead on, and the ways a step is refused."""

from enum import StrEnum
from typing import Final

from kernel.refusals import Kind, Refusal


class VoucherState(StrEnum):
    """Where a care voucher stands."""

    DRAFT = "draft"
    """Worked out; a second person has not granted it yet."""
    ISSUED = "issued"
    """Granted; not handed over yet."""
    ACTIVE = "active"
    """The client has it and her code; visits can be recorded."""
    SUSPENDED = "suspended"
    EXHAUSTED = "exhausted"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    TRANSFERRED = "transferred"
    """Another voucher took its place."""


_S = VoucherState
_NOT_OVER = frozenset({_S.DRAFT, _S.ISSUED, _S.ACTIVE, _S.SUSPENDED})
OPEN: Final = _NOT_OVER | {_S.EXHAUSTED}
"""Keeps its days: the client gets no second voucher for the same service in them."""

MOVES: Final[dict[str, tuple[frozenset[VoucherState], VoucherState]]] = {
    "issue": (frozenset({_S.DRAFT}), _S.ISSUED),
    "hand_over": (frozenset({_S.ISSUED}), _S.ACTIVE),
    "suspend": (frozenset({_S.ACTIVE}), _S.SUSPENDED),
    "resume": (frozenset({_S.SUSPENDED}), _S.ACTIVE),
    "exhaust": (frozenset({_S.ACTIVE}), _S.EXHAUSTED),
    "refill": (frozenset({_S.EXHAUSTED}), _S.ACTIVE),
    "expire": (_NOT_OVER, _S.EXPIRED),
    "cancel": (_NOT_OVER, _S.CANCELLED),
    "transfer": (frozenset({_S.ACTIVE, _S.SUSPENDED}), _S.TRANSFERRED),
}
"""`exhaust`, `refill` and `expire` are the house's own: by what was used, and by the clock."""
STAYS: Final[dict[str, frozenset[VoucherState]]] = {
    "renew_code": frozenset({_S.ACTIVE, _S.SUSPENDED}),
}


class VoucherCancelReason(StrEnum):
    """Why a voucher is cancelled."""

    CLIENT_RESIGNED = "client_resigned"
    CLIENT_DIED = "client_died"
    RESIDENTIAL_CARE = "residential_care"
    """She moved to where care is given round the clock (DPS)."""
    MOVED_AWAY = "moved_away"
    MISUSED = "misused"
    ISSUED_WRONGLY = "issued_wrongly"
    NOT_GRANTED = "not_granted"
    """Of a draft: the second person did not grant it."""


class SuspendReason(StrEnum):
    """Why a voucher rests."""

    HOSPITAL = "hospital"
    AWAY = "away"
    MISUSE_SUSPECTED = "misuse_suspected"
    LOST = "lost"
    OTHER = "other"


class VoucherNotFound(Refusal):
    """There is no such care voucher among those you may see."""

    kind = Kind.MISSING
    pl = "Wśród bonów, które możesz zobaczyć, nie ma takiego."


class NotTheIssuer(Refusal):
    """Only the institution that issued the voucher may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która wydała bon."


class OwnDraft(Refusal):
    """The person who worked a voucher out may not grant it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która przygotowała bon, nie może go przyznać."


class VoucherOpen(Refusal):
    """The client has a voucher for some of these services and days already; `voucher_id` names it."""

    kind = Kind.CONFLICT
    pl = "Na część tych usług i dni ta osoba ma już bon; wskazuje go `voucher_id`."


class OutsideProgramme(Refusal):
    """The programme does not cover this; `what` says what of it: days, services, hours, place."""

    kind = Kind.CONFLICT
    pl = "Program tego nie obejmuje; `what` wskazuje, czego: dni, usług, liczby godzin czy gminy."


class NotOnContract(Refusal):
    """The provider has no contract in this programme on the day."""

    kind = Kind.CONFLICT
    pl = "Ta instytucja nie ma w tym dniu umowy w programie."


class NotAPeriod(Refusal):
    """The last day lies before the first, or further than two years from it."""

    kind = Kind.INVALID
    pl = "Ostatni dzień jest wcześniejszy niż pierwszy albo dalszy niż dwa lata."


class CodeLocked(Refusal):
    """Too many wrong codes: the issuer must give the client a new one."""

    kind = Kind.CONFLICT
    pl = "Za dużo błędnych kodów: nowy kod musi wydać ośrodek, który wydał bon."


class SameProvider(Refusal):
    """The voucher stands as you ask for it: with this provider, or free to choose."""

    kind = Kind.CONFLICT
    pl = "Bon już tak wygląda: z tym usługodawcą albo z wolnym wyborem."
