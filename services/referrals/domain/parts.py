"""An institution's part of the plan, in its statutory form, and who signed it (domain 2.9)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from contracts.referrals.plan import PartForm
from kernel.refusals import Kind, Refusal
from services.referrals.domain.part_limits import (
    check_review,
    check_terms,
    forms,
    require_ahead,
)
from services.referrals.domain.part_terms import PartTerms, PartText, PartWords, missing


class ClientAnswer(StrEnum):
    """What the client said to a part."""

    SIGNED = "signed"
    REFUSED = "refused"


class PartNotFound(Refusal):
    """The plan has no such part."""

    kind = Kind.MISSING
    pl = "W planie nie ma takiej części."


class NotThePartsOwner(Refusal):
    """A part of the plan is written and signed only by the institution whose part it is."""

    kind = Kind.FORBIDDEN
    pl = "Część planu pisze i podpisuje tylko instytucja, do której ta część należy."


class FormNotYours(Refusal):
    """An institution of your kind writes no part in this form."""

    kind = Kind.INVALID
    pl = "Instytucja tego rodzaju nie sporządza części planu w tej formie."


class PartOpen(Refusal):
    """Your institution has an open part of this letter already; change that one."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja ma już otwartą część planu tego rodzaju; proszę zmienić tamtą."


class PartOver(Refusal):
    """The part is closed and does not change any more."""

    kind = Kind.CONFLICT
    pl = "Ta część planu jest zamknięta i już się nie zmienia."


class PartIncomplete(Refusal):
    """Something that this form asks for is not said yet; `missing` names it."""

    kind = Kind.CONFLICT
    pl = "Brakuje czegoś, czego wymaga ta forma; wymienia to `missing`."


class AlreadySigned(Refusal):
    """That side has signed this part as it stands."""

    kind = Kind.CONFLICT
    pl = "Ta strona podpisała już tę część w jej obecnym brzmieniu."


class NotYoursToSign(Refusal):
    """Your role does not sign this form for the institution; `signers` names those that do."""

    kind = Kind.FORBIDDEN
    pl = "Twoja rola nie podpisuje tej formy w imieniu instytucji; uprawnione wymienia `signers`."


@dataclass(eq=False)
class Part:
    """What one institution and the client agree on, in the form of its act (część planu)."""

    id: UUID
    institution: UUID
    form: PartForm
    valid_from: date
    valid_to: date | None = None
    review_on: date | None = None
    contact_every_days: int | None = None
    applied_on: date | None = None
    registered_on: date | None = None
    under_30: bool = False
    job_started_on: date | None = None
    passed_to_other_units: bool = False
    version: int = 1
    """The version of the plan in which its text was changed last."""
    asked_on: date | None = None
    """Since when its signatures are asked for."""
    signed_on: date | None = None
    signed_by: str | None = None
    """The worker who signed for the institution."""
    client_answer: ClientAnswer | None = None
    client_on: date | None = None
    talk_on: date | None = None
    """The summary talk at the end (rozmowa podsumowująca)."""
    closed_on: date | None = None
    words: PartWords = field(default_factory=PartWords)
    sealed: bytes = field(default=b"", repr=False)

    @property
    def letter(self) -> str:
        """A, B, C or D: which owner and limits."""
        return forms()[self.form].letter

    @property
    def terms(self) -> PartTerms:
        """Its terms as they stand."""
        said = {name: getattr(self, name, None) for name in PartTerms.model_fields}
        return PartTerms(**said | {"passing_consent": self.words.passing_consent})

    @property
    def agreed(self) -> bool:
        """Whether both sides signed it as it stands."""
        return self.signed_on is not None and self.client_answer is ClientAnswer.SIGNED

    @property
    def open(self) -> bool:
        """Whether it still holds, or is still to be agreed."""
        return self.closed_on is None

    def write(self, terms: PartTerms, text: PartText, since: date, today: date) -> None:
        """Let these terms and words hold, if the act allows them; reviews are counted from `since`."""
        if not self.open:
            raise PartOver
        check_terms(self.form, terms)
        if terms.review_on:
            # Whoever words it anew without a word of the review need not set that day anew.
            if terms.review_on != self.review_on:
                require_ahead(terms.review_on, "/terms/review_on", today)
            check_review(self.form, terms.review_on, since, "/terms/review_on", today)
        said = dict(terms)
        consent = said.pop("passing_consent")
        for name, value in said.items():
            setattr(self, name, value)
        self.say(text=text, passing_consent=consent)

    def reviewed(self, on: date, next_on: date) -> bool:
        """It was reviewed with the plan, and is again with it; whether that moves its day.

        A day to come that its owner set before the plan's next review stays hers.
        """
        if self.review_on is None or on < self.review_on <= next_on:
            return False
        self.review_on = next_on
        return True

    def say(self, **words: object) -> None:
        """Let these words hold; they are sealed anew when it is kept."""
        self.words, self.sealed = self.words.model_copy(update=words), b""

    def require_complete(self) -> None:
        """Refuse to sign what lacks something its form asks for."""
        lacking = missing(forms()[self.form].needs, self.terms, self.words.text)
        if lacking:
            raise PartIncomplete(missing=lacking)

    def ask_anew(self, on: date | None) -> bool:
        """Its signatures no longer stand; whether there was one."""
        had = self.signed_on is not None or self.client_answer is not None
        self.signed_on = self.signed_by = self.client_answer = self.client_on = None
        self.asked_on = on
        if had:
            self.say(evidence=None, reason=None)
        return had
