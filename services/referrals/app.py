"""Where referrals are put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.referrals.domain.calendar import ROLE as CALENDAR
from services.referrals.domain.links import ROLE as LINK
from services.referrals.reactions import reactions
from services.referrals.routes import routers
from services.referrals.settings import Settings
from services.referrals.store.links import admit_link
from services.referrals.use_cases.close_silent_minutes import close_silent_minutes
from services.referrals.use_cases.follow_access import check_access
from services.referrals.use_cases.follow_moves import FollowMoves
from services.referrals.use_cases.keep_referral_clocks import keep_referral_clocks
from services.referrals.use_cases.lapse_place_offers import lapse_place_offers
from services.referrals.use_cases.revoke_calendar import admits_calendar
from services.referrals.use_cases.settle_offer import notice_exhausted_offers
from services.referrals.use_cases.tidy_duties import TidyDuties
from services.referrals.use_cases.watch_information import watch_information
from services.referrals.views.card import cut


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service."""
    settings = settings or Settings()
    return assemble(
        Parts(
            settings=settings,
            title="Referrals",
            routers=routers,
            listener=reactions,
            hears={"gateway": settings.gateway_url},
            cut=cut,
            rounds=[
                check_access,
                close_silent_minutes,
                keep_referral_clocks,
                lapse_place_offers,
                notice_exhausted_offers,
                watch_information,
                TidyDuties(),
                FollowMoves(),
            ],
            admits={CALENDAR: admits_calendar, LINK: admit_link},
        )
    )
