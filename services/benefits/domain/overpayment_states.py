"""Where an overpayment stands, why it came about, and which verb leads from where to where."""

from enum import StrEnum
from typing import Final

from contracts.benefits import OverpaymentState
from kernel.refusals import Kind, Refusal

_S = OverpaymentState
OWED: Final = frozenset({_S.DETERMINED, _S.INSTALMENTS, _S.SET_OFF})
"""To be repaid."""
MOVES: Final[dict[str, tuple[frozenset[OverpaymentState], OverpaymentState]]] = {
    "explain": (frozenset({_S.DETECTED}), _S.EXPLAINED),
    "change_decision": (frozenset({_S.EXPLAINED}), _S.DECISION_CHANGED),
    "determine": (frozenset({_S.DECISION_CHANGED}), _S.DETERMINED),
    "plan_instalments": (OWED, _S.INSTALMENTS),
    "set_off": (OWED, _S.SET_OFF),
    "waive": (OWED, _S.WAIVED),
    "settle": (OWED | {_S.WAIVED}, _S.SETTLED),
    "write_off": (frozenset({_S.DETECTED, _S.EXPLAINED}), _S.WRITTEN_OFF),
}
STAYS: Final[dict[str, frozenset[OverpaymentState]]] = {"repay": OWED, "ask_waiver": OWED}


class OverpaymentCause(StrEnum):
    """How it came that too much was paid."""

    UNREPORTED_INCOME = "unreported_income"
    UNREPORTED_JOB_LOSS = "unreported_job_loss"
    FALSE_DATA = "false_data"
    OFFICE_ERROR = "office_error"
    """Hers it is not: what the office got wrong is not claimed back."""


class Awareness(StrEnum):
    """What hearing her showed: only what was taken knowingly is claimed back (art. 6 pkt 16 u.p.s.)."""

    KNOWINGLY = "knowingly"
    IN_GOOD_FAITH = "in_good_faith"


class WaiverReason(StrEnum):
    """Why repaying is waived, in whole (art. 104 ust. 4 u.p.s.)."""

    EXCESSIVE_BURDEN = "excessive_burden"
    WOULD_RUIN_HELP = "would_ruin_help"


class OverpaymentNotFound(Refusal):
    """There is no such overpayment among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród nienależnie pobranych świadczeń, które może zobaczyć Twoja instytucja, nie ma takiego."


class NothingOverpaid(Refusal):
    """These months paid no more than they should have."""

    kind = Kind.CONFLICT
    pl = "Za te miesiące nie wypłacono więcej, niż należało."


class MonthNotPaid(Refusal):
    """Only a month that has come can have been paid too high; `month` names the one that has not."""

    kind = Kind.CONFLICT
    pl = "Za dużo można było wypłacić tylko za miesiąc, który nadszedł; `month` wskazuje inny."


class MonthOverpaidAlready(Refusal):
    """An overpayment of this month is open already; `overpayment_id` names it."""

    kind = Kind.CONFLICT
    pl = "W sprawie tego miesiąca toczy się już postępowanie; wskazuje je `overpayment_id`."


class NotRecoverable(Refusal):
    """Only what was taken knowingly, by false data or silence, is claimed back; write it off."""

    kind = Kind.CONFLICT
    pl = "Zwrotu można żądać tylko za świadczenie pobrane świadomie, przez fałszywe dane lub przemilczenie."


class OwnFinding(Refusal):
    """Whoever found an overpayment, or asked to waive it, may not decide on it."""

    kind = Kind.FORBIDDEN
    pl = (
        "Kto stwierdził nadpłatę albo wniósł o odstąpienie od żądania, nie może o tym rozstrzygać."
    )


class NoWaiverAsked(Refusal):
    """Nobody asked for a waiver that could be granted."""

    kind = Kind.CONFLICT
    pl = "Nikt nie wniósł o odstąpienie od żądania zwrotu."


class StillOwed(Refusal):
    """Something is still to be repaid, so the case cannot be closed."""

    kind = Kind.CONFLICT
    pl = "Pozostała jeszcze kwota do zwrotu, więc sprawy nie można zamknąć."


class RepaidTooMuch(Refusal):
    """No more can be repaid than is owed."""

    kind = Kind.INVALID
    pl = "Nie można zwrócić więcej, niż pozostało do zwrotu."


class NothingToSetOff(Refusal):
    """No month of the award is still to be paid from which something could be kept."""

    kind = Kind.CONFLICT
    pl = "Nie ma już miesiąca wsparcia do wypłaty, z którego można by potrącać."


class SetOffUnderWay(Refusal):
    """A payment list that is not paid yet keeps some of it back; wait until it is paid, or cancel it."""

    kind = Kind.CONFLICT
    pl = "Lista wypłat, której jeszcze nie wypłacono, potrąca część tej kwoty: trzeba poczekać na wypłatę albo anulować listę."


class ShareTooHigh(Refusal):
    """So much of a month may not be kept; `most` is the highest share."""

    kind = Kind.INVALID
    pl = "Tak dużej części miesiąca nie wolno potrącać; `most` to największa część."


class TimeBarred(Refusal):
    """Three years have passed since the decision was final: nothing can be claimed any more."""

    kind = Kind.CONFLICT
    pl = "Minęły trzy lata od ostateczności decyzji: należność jest przedawniona."


class TooManyInstalments(Refusal):
    """Each instalment must come to at least a grosz, and there are at most 120 of them."""

    kind = Kind.INVALID
    pl = "Każda rata musi wynosić co najmniej grosz, a rat może być najwyżej 120."
