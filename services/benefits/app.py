"""Where benefits is put together."""

from fastapi import FastAPI

from kernel.rounds import Round
from kernel.service import Parts, assemble
from services.benefits.reactions import reactions
from services.benefits.routes import routers
from services.benefits.settings import Settings
from services.benefits.store.law import LawInForce
from services.benefits.use_cases.discard_cohort import discard_old_cohorts
from services.benefits.use_cases.expire_vouchers import expire_vouchers
from services.benefits.use_cases.follow_law import FollowLaw
from services.benefits.use_cases.keep_award_clocks import keep_award_clocks
from services.benefits.use_cases.work_on_simulations import work_on_simulations
from services.benefits.views.card import cut


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service."""
    settings = settings or Settings()
    rounds: list[Round] = []
    app = assemble(
        Parts(
            settings=settings,
            title="Benefits",
            routers=routers,
            listener=reactions,
            hears={"gateway": settings.gateway_url},
            cut=cut,
            rounds=rounds,
        )
    )
    law = LawInForce(app.state.database)
    # Opened last: it is read from the database.
    app.state.alive.append(law)
    app.state.law = law
    rounds += [
        FollowLaw(law),
        keep_award_clocks,
        expire_vouchers,
        discard_old_cohorts,
        FollowLaw(law, then=work_on_simulations),
    ]
    return app
