"""Why something cannot be done with an award."""

from kernel.refusals import Kind, Refusal


class AwardNotFound(Refusal):
    """There is no such award among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród przyznanych i wyliczonych wsparć, które może zobaczyć Twoja instytucja, nie ma takiego."


class AwardOpen(Refusal):
    """An open award of this client covers some of these months already; `award_id` names it."""

    kind = Kind.CONFLICT
    pl = "Część tych miesięcy obejmuje już inne wsparcie tej osoby; wskazuje je `award_id`."


class AwardTooSoon(Refusal):
    """Another award of this person is too near; `award_id` names it, `months` how far apart they must be."""

    kind = Kind.CONFLICT
    pl = "Inne wsparcie tej osoby jest zbyt blisko; wskazuje je `award_id`, a wymagany odstęp `months`."


class NotTheAwarder(Refusal):
    """Only the institution that computed the award may decide on it."""

    kind = Kind.FORBIDDEN
    pl = "O przyznaniu decyduje tylko instytucja, która wyliczyła wsparcie."


class OwnCalculation(Refusal):
    """The person who computed an award may not approve it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która wyliczyła wsparcie, nie może go zatwierdzić."


class ResumedTooEarly(Refusal):
    """Work begins again on the first day without support or later; `suspended_from` names that day."""

    kind = Kind.INVALID
    pl = (
        "Praca zaczyna się ponownie najwcześniej w pierwszym dniu bez wsparcia (`suspended_from`)."
    )


class NothingToResume(Refusal):
    """No month is left that could be paid: every step was used, or the time to use them is over."""

    kind = Kind.CONFLICT
    pl = "Nie ma już miesiąca, który można wypłacić: wykorzystano wszystkie progi albo minął czas na nie."
