"""What can be printed, and what cannot: rules of papers that are handed over, signed, kept."""

from kernel.refusals import Kind, Refusal


class PaperIncomplete(Refusal):
    """What the paper needs from elsewhere is not to be had now, and half a paper is none."""

    kind = Kind.UNAVAILABLE
    pl = "Nie można teraz pobrać danych potrzebnych do wydruku, a niepełnego się nie drukuje."


class NoVisitAhead(Refusal):
    """There is no appointment ahead that a slip could tell of."""

    kind = Kind.CONFLICT
    pl = "Nie ma umówionego spotkania, o którym mogłaby mówić kartka dla klientki lub klienta."


class NoFeedback(Refusal):
    """Nothing came of the referral yet that could be told."""

    kind = Kind.CONFLICT
    pl = "Skierowanie nie ma jeszcze wyniku, który można przekazać w informacji zwrotnej."
