"""The ways a visit is refused."""

from kernel.refusals import Kind, Refusal


class VisitNotFound(Refusal):
    """There is no such visit among those you may see."""

    kind = Kind.MISSING
    pl = "Wśród wizyt, które możesz zobaczyć, nie ma takiej."


class NotTheCareProvider(Refusal):
    """Only the provider of the visit may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko usługodawca, który zapisał wizytę."


class NotThePayer(Refusal):
    """Only the institution that pays for the care may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która płaci za opiekę."


class NotATime(Refusal):
    """A visit lies in the past, ends after it begins, and lasts a day at most."""

    kind = Kind.INVALID
    pl = "Wizyta leży w przeszłości, kończy się po rozpoczęciu i trwa najwyżej dobę."


class TwoPlacesAtOnce(Refusal):
    """The carer or the client has another visit at the same time; `who` says which of them."""

    kind = Kind.CONFLICT
    pl = "Opiekunka albo osoba pod opieką ma w tym czasie inną wizytę; wskazuje to `who`."


class VoucherNotGood(Refusal):
    """The voucher does not pay for care on that day; `state` says where it stands."""

    kind = Kind.CONFLICT
    pl = "Bon nie płaci za opiekę w tym dniu; `state` wskazuje jego stan."


class VoucherUsedUp(Refusal):
    """So much is not left on the voucher in that month; `minutes_left` says how much is."""

    kind = Kind.CONFLICT
    pl = "Na bonie nie zostało tyle w tym miesiącu; `minutes_left` wskazuje, ile zostało."


class ServiceNotCovered(Refusal):
    """The voucher does not pay for this service."""

    kind = Kind.CONFLICT
    pl = "Ten bon nie płaci za tę usługę."


class OtherProvider(Refusal):
    """The voucher names another provider."""

    kind = Kind.CONFLICT
    pl = "Bon wskazuje innego usługodawcę."


class MonthSubmitted(Refusal):
    """The visits of that month were submitted for settlement: they change no more."""

    kind = Kind.CONFLICT
    pl = "Wizyty z tego miesiąca przekazano już do rozliczenia: nie można ich zmieniać."


class VisitStruck(Refusal):
    """The visit was struck; it counts no more."""

    kind = Kind.CONFLICT
    pl = "Wizytę skreślono; już się nie liczy."


class NoSuchFlag(Refusal):
    """The visit has no such flag that waits for an explanation."""

    kind = Kind.CONFLICT
    pl = "Ta wizyta nie ma takiego znacznika, który czeka na wyjaśnienie."


class NotDrawn(Refusal):
    """This visit was not drawn for a check by telephone."""

    kind = Kind.CONFLICT
    pl = "Tej wizyty nie wylosowano do sprawdzenia telefonicznego."
