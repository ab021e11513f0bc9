"""Sharing: on which legal basis a partner may see a client's record (domain 8.2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from contracts.intake import SharingClosed, SharingOpened
from contracts.sections import Section
from contracts.values import (
    BasisKind,
    Command,
    Consent,
    Day,
    InstitutionId,
    LegalBasis,
    PartnershipId,
    StatutoryTask,
)
from kernel.refusals import Kind, Refusal
from services.intake.domain.articles import Article, known_article


class PartyUnknown(Refusal):
    """The directory knows no such institution or partnership."""

    kind = Kind.INVALID
    pl = "Katalog nie zna takiej instytucji ani partnerstwa."


class PartnershipNotInForce(Refusal):
    """No agreement in force joins your institution to this partnership, so nothing can be shared in it."""

    kind = Kind.INVALID
    pl = "Żadne obowiązujące porozumienie nie łączy Twojej instytucji z tym partnerstwem."


class ConsentOver(Refusal):
    """The consent ended before today."""

    kind = Kind.INVALID
    pl = "Zgoda wygasła przed dniem dzisiejszym."


class ConsentNotYet(Refusal):
    """The consent is dated in the future."""

    kind = Kind.INVALID
    pl = "Zgoda ma datę z przyszłości."


class ArticleDoesNotCarry(Refusal):
    """This article is no basis for sharing these sections; `carries` names those it can carry."""

    kind = Kind.INVALID
    pl = "Ten przepis nie pozwala udostępnić tych danych; `carries` wymienia te, na które pozwala."


class MoreThanYouSee(Refusal):
    """Your institution may not share what it was not itself let see; `sections` names what it may."""

    kind = Kind.FORBIDDEN
    pl = "Twoja instytucja nie może udostępnić tego, czego sama nie widzi; `sections` wymienia, co może."


class WouldWiden(Refusal):
    """That would open more than the sharing does; open a new sharing for it."""

    kind = Kind.INVALID
    pl = "To otworzyłoby więcej niż dotychczasowe udostępnienie; proszę otworzyć nowe."


class NothingNarrowed(Refusal):
    """The sharing is as narrow as that already."""

    kind = Kind.CONFLICT
    pl = "Udostępnienie już jest tak wąskie."


class EndsInThePast(Refusal):
    """A sharing cannot end before today; to end it now, withdraw it."""

    kind = Kind.INVALID
    pl = "Udostępnienie nie może kończyć się w przeszłości; aby je zakończyć teraz, proszę je cofnąć."


class SharingNotFound(Refusal):
    """There is no such sharing of this client."""

    kind = Kind.MISSING
    pl = "Nie ma takiego udostępnienia karty."


class SharingOver(Refusal):
    """The sharing has been withdrawn already."""

    kind = Kind.CONFLICT
    pl = "Udostępnienie już cofnięto."


class NotWithYourself(Refusal):
    """An institution cannot share a record with itself; ask the one that registered the client."""

    kind = Kind.INVALID
    pl = "Instytucja nie może udostępnić karty sama sobie; proszę poprosić tę, która zarejestrowała osobę."


class OnlyReferred(Refusal):
    """Your institution sees this client for a referral or an emergency only, and may not share her on."""

    kind = Kind.FORBIDDEN
    pl = (
        "Twoja instytucja widzi tę osobę tylko z powodu skierowania albo nagłej potrzeby"
        " i nie może udostępnić jej dalej."
    )


class SharingOfOthers(Refusal):
    """Only the institution that opened the sharing, or that registered the client, may end or narrow it."""

    kind = Kind.FORBIDDEN
    pl = (
        "Udostępnienie może cofnąć lub zawęzić tylko instytucja, która je otworzyła"
        " albo zarejestrowała osobę."
    )


class ShareWith(Command):
    """One partner, or all members of a partnership, and why they may see the record."""

    partnership: PartnershipId | None = None
    institution: InstitutionId | None = None
    basis: LegalBasis
    sections: Annotated[
        tuple[Section, ...],
        Field(
            max_length=15,
            description="The partner sees these alone, as far as its task permits, and who she is;"
            " none: all that its task permits. A consent must name the delicate ones.",
            examples=[[]],
        ),
    ] = ()

    @model_validator(mode="after")
    def _one_party(self) -> "ShareWith":
        if (self.partnership is None) == (self.institution is None):
            raise ValueError("names either a partnership or an institution")
        return self

    @property
    def party(self) -> UUID:
        """Whoever may see."""
        found = self.partnership or self.institution
        if found is None:
            raise ValueError("names either a partnership or an institution")
        return found

    @property
    def until(self) -> date | None:
        """The last day, inclusive; only a consent may end by itself."""
        return self.basis.until if isinstance(self.basis, Consent) else None


class NarrowSharing(Command):
    """Let a partner see less, or for a shorter time, from now on."""

    sections: Annotated[
        tuple[Section, ...],
        Field(max_length=15, description="What stays; none: as before.", examples=[["work"]]),
    ] = ()
    until: Annotated[Day | None, Field(description="Last day, inclusive; none: as before.")] = None


EXPRESSLY = frozenset({Section.HOUSEHOLD, Section.HEALTH, Section.ADDICTION, Section.NOTES})
"""What some partners see only by a consent that names it (domain 8.3, cells C)."""


@dataclass(eq=False)
class Sharing:
    """A sharing (udostępnienie) in force until it is withdrawn or ends."""

    id: UUID
    client_id: UUID
    party: UUID
    basis: LegalBasis
    sections: tuple[Section, ...]
    until: date | None
    opened_by: UUID
    opened_at: datetime
    closed_at: datetime | None = None
    expires_at: datetime | None = None
    narrowed_to: UUID | None = None

    @property
    def article(self) -> Article | None:
        """The article it rests on, if it is one that the register knows."""
        if not isinstance(self.basis, StatutoryTask):
            return None
        return known_article(self.basis.article, self.opened_at.date())

    def opened(self, today: date, at: str = "") -> SharingOpened:
        """Announce it; `at` is where it stands in what was sent."""
        if self.until is not None and self.until < today:
            raise ConsentOver(pointer=f"{at}/basis/until")
        if isinstance(self.basis, Consent) and (self.basis.given_on or today) > today:
            raise ConsentNotYet(pointer=f"{at}/basis/given_on")
        self._check_article(f"{at}/sections")
        return SharingOpened(
            client_id=self.client_id,
            relation_id=self.id,
            party_id=self.party,
            basis=BasisKind(self.basis.kind),
            scope=self._scope(),
            until=self.until,
            expires_at=self.expires_at,
        )

    def withdraw(self, at: datetime, *, by: UUID, registered_by: UUID) -> SharingClosed:
        """End it at once."""
        if by not in {self.opened_by, registered_by}:
            raise SharingOfOthers
        if self.closed_at is not None:
            raise SharingOver(state="withdrawn", allowed=[])
        self.closed_at = at
        return SharingClosed(client_id=self.client_id, relation_id=self.id)

    def narrowed(
        self, to: NarrowSharing, sharing_id: UUID, at: datetime, today: date
    ) -> "Sharing":
        """What stays of it: a sharing of its own, so that the history keeps what was open before."""
        if self.until is not None and self.until < today:
            raise SharingOver(state="over", allowed=[])
        self._check_narrower(to, today)
        sections, until = to.sections or self.sections, to.until or self.until
        if (set(sections), until) == (set(self.sections), self.until):
            raise NothingNarrowed
        basis = self.basis
        if isinstance(basis, Consent):
            basis = basis.model_copy(update={"until": until})
        self.narrowed_to = sharing_id
        return replace(
            self,
            id=sharing_id,
            basis=basis,
            sections=sections,
            until=until,
            opened_at=at,
            closed_at=None,
            narrowed_to=None,
        )

    def _scope(self) -> tuple[Section, ...]:
        """What it is limited to: what it names, else what its article can carry."""
        carried = self.article.carries if self.article else None
        return tuple(sorted(set(self.sections or carried or ())))

    def _check_article(self, pointer: str) -> None:
        carries = self.article.carries if self.article else None
        if carries is not None and set(self.sections) - set(carries):
            raise ArticleDoesNotCarry(pointer=pointer, carries=sorted(carries))

    def _check_narrower(self, to: NarrowSharing, today: date) -> None:
        if to.until and to.until < today:
            raise EndsInThePast(pointer="/until")
        if to.until and self.until and to.until > self.until:
            raise WouldWiden(pointer="/until")
        open_before = set(self._scope()) or set(Section)
        # What nobody had named expressly was open to some and closed to others: to name it now
        # would open it to those others.
        if isinstance(self.basis, Consent) and not self.sections:
            open_before -= EXPRESSLY
        if set(to.sections) - open_before:
            raise WouldWiden(pointer="/sections")
