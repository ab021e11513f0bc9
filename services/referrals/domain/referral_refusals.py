"""How a referral says no."""

from kernel.refusals import Kind, Refusal


class ReferralNotFound(Refusal):
    """There is no such referral among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród skierowań, które może zobaczyć Twoja instytucja, nie ma takiego."


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class ReceiverUnknown(Refusal):
    """The receiver is not an institution of the directory."""

    kind = Kind.INVALID
    pl = "Odbiorca nie jest instytucją z katalogu."


class ReferralToOneself(Refusal):
    """A referral goes to another institution, not to one's own."""

    kind = Kind.INVALID
    pl = "Skierowanie wysyła się do innej instytucji, nie do własnej."


class ConsentOver(Refusal):
    """The consent ended before today."""

    kind = Kind.INVALID
    pl = "Zgoda wygasła przed dniem dzisiejszym."


class GroundOver(Refusal):
    """What the referral rests on has ended: the sharing it names, or its sender's right to see the client."""

    kind = Kind.CONFLICT
    pl = "To, na czym opiera się skierowanie, ustało: udostępnienie, które wskazuje, albo prawo nadawcy do widzenia tej osoby."


class BasisIncomplete(Refusal):
    """A referral names its receiver and its legal basis before it is sent."""

    kind = Kind.INVALID
    pl = "Przed wysłaniem skierowanie wskazuje odbiorcę i podstawę prawną."


class ReferralOpen(Refusal):
    """An open referral of this client to this institution, or to be claimed, is there already; `referral_id` names it."""

    kind = Kind.CONFLICT
    pl = "Jest już otwarte skierowanie tej osoby do tej instytucji albo takie, które można podjąć; wskazuje je `referral_id`."


class NotTheReceiver(Refusal):
    """Only the institution that the client was referred to answers the referral."""

    kind = Kind.FORBIDDEN
    pl = "Na skierowanie odpowiada tylko instytucja, do której je wysłano."


class NotTheSender(Refusal):
    """Only the institution that sent the referral may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która wysłała skierowanie."


class NeitherSide(Refusal):
    """Only the institution that sent the referral, or the one it was sent to, may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która wysłała skierowanie, albo ta, do której je wysłano."


class VisitBeforeSending(Refusal):
    """The first visit cannot be before the day the referral was sent."""

    kind = Kind.INVALID
    pl = "Pierwsza wizyta nie może wypadać przed dniem wysłania skierowania."


class EndBeforeVisit(Refusal):
    """The planned end cannot be before the first visit."""

    kind = Kind.INVALID
    pl = "Planowany koniec nie może wypadać przed pierwszą wizytą."


class DayIsOver(Refusal):
    """The day must be today or later."""

    kind = Kind.INVALID
    pl = "Dzień nie może być wcześniejszy niż dzisiejszy."


class NoAppointment(Refusal):
    """No appointment is set that could be missed or cancelled."""

    kind = Kind.CONFLICT
    pl = "Nie ma wyznaczonej wizyty, którą można by odwołać albo opuścić."


class VisitToCome(Refusal):
    """The day of the appointment is still to come, so nobody can have missed it."""

    kind = Kind.CONFLICT
    pl = "Dzień wizyty jeszcze nie nadszedł, więc nie można było jej opuścić."


class AnswerStands(Refusal):
    """The time in which a receiver may take back its own answer is over; the sender may reopen it."""

    kind = Kind.CONFLICT
    pl = "Minął czas, w którym odbiorca może cofnąć swoją odpowiedź; skierowanie może ponownie otworzyć nadawca."


class NotOnConsent(Refusal):
    """The referral does not rest on a consent, so there is none to withdraw."""

    kind = Kind.CONFLICT
    pl = "Podstawą skierowania nie jest zgoda, więc nie ma czego cofnąć."


class AlreadyAcknowledged(Refusal):
    """The sender has acknowledged the outcome already."""

    kind = Kind.CONFLICT
    pl = "Nadawca już potwierdził zapoznanie się z wynikiem."


class NotADraft(Refusal):
    """What was sent cannot be changed; ask for it back, or answer the receiver's question."""

    kind = Kind.CONFLICT
    pl = "Wysłanego skierowania nie można zmienić; można poprosić o jego wycofanie albo je uzupełnić."
