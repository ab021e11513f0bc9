"""Where benefits is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.benefits.reactions import reactions
from services.benefits.routes import routers
from services.benefits.settings import Settings
from services.benefits.use_cases.expire_vouchers import expire_vouchers
from services.benefits.use_cases.keep_award_clocks import keep_award_clocks
from services.benefits.use_cases.work_on_simulations import work_on_simulations
from services.benefits.views.card import cut


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service."""
    settings = settings or Settings()
    return assemble(
        Parts(
            settings=settings,
            title="Benefits",
            routers=routers,
            listener=reactions,
            hears={"gateway": settings.gateway_url},
            cut=cut,
            rounds=[work_on_simulations, keep_award_clocks, expire_vouchers],
        )
    )
