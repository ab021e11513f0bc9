"""The HTTP face: plans and referrals."""

from services.referrals.routes import papers, plans, plans_goals, plans_parts, referrals

routers = [
    papers.router,
    plans.router,
    plans_goals.router,
    plans_parts.router,
    referrals.router,
]
