"""A signed link: how an institution without software answers one referral (docs/decisions/0018)."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from contracts.referrals.requests import LinkHanded, LinkRevoked
from kernel.refusals import Kind, Refusal

_POLAND = ZoneInfo("Europe/Warsaw")
ROLE = "referral_link"
"""The role that the holder of a link has, and no other."""


class LinkNotFound(Refusal):
    """There is no such link among those your institution handed out."""

    kind = Kind.MISSING
    pl = "Wśród odnośników, które wydała Twoja instytucja, nie ma takiego."


class NotYoursToHandOut(Refusal):
    """Only the institution that sent the referral hands out links to it."""

    kind = Kind.FORBIDDEN
    pl = "Odnośniki do skierowania wydaje tylko instytucja, która je wysłała."


class NobodyToAnswer(Refusal):
    """The referral has no receiver, or it has ended: there is nothing to answer."""

    kind = Kind.CONFLICT
    pl = "Skierowanie nie ma odbiorcy albo się zakończyło: nie ma na co odpowiadać."


class LinkHandedOut(Refusal):
    """A link to this referral is in somebody's hands; renew or revoke it. `link_id` names it."""

    kind = Kind.CONFLICT
    pl = "Odnośnik do tego skierowania już wydano; można go odnowić albo cofnąć. Wskazuje go `link_id`."


class LinkGone(Refusal):
    """The link was taken back, or another one took its place."""

    kind = Kind.CONFLICT
    pl = "Odnośnik cofnięto albo zastąpiono innym."


@dataclass(eq=False, kw_only=True)
class ReferralLink:
    """One link (podpisany odnośnik), from the sender's hands into the receiver's."""

    id: UUID
    """Also what the audit calls whoever uses it: `pass:<id>`."""
    referral_id: UUID
    client_id: UUID
    handed_by: UUID
    giver: str
    """The worker who handed it out."""
    institution: UUID
    """Whose it is: the receiver of the referral."""
    handed_at: datetime
    until: datetime
    handed_to: str | None = None
    """Whom it was given to, in words: sealed where it is kept."""
    revoked_at: datetime | None = None
    renewed_by: UUID | None = None
    """The link that took its place."""
    version: int = 1
    sealed: bytes | None = field(default=None, repr=False)

    def alive(self, now: datetime) -> bool:
        """Whether it can be used, as far as the link goes."""
        return self.revoked_at is None and now < self.until

    def hand(self) -> LinkHanded:
        """Announce it; the link itself is told to whoever asked for it, and to nobody else."""
        return LinkHanded(
            client_id=self.client_id,
            referral_id=self.referral_id,
            link_id=self.id,
            handed_by=self.handed_by,
            until=self.until.astimezone(_POLAND).date(),
        )

    def revoke(self, at: datetime) -> LinkRevoked:
        """Take it back: it opens nothing from now on."""
        if self.revoked_at is not None:
            raise LinkGone
        self.revoked_at = at
        self.version += 1
        return LinkRevoked(client_id=self.client_id, referral_id=self.referral_id, link_id=self.id)
