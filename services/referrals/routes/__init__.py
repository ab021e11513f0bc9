"""The HTTP face: plans and referrals."""

from services.referrals.routes import (
    papers,
    plans,
    plans_goals,
    plans_parts,
    referral_answers,
    referral_requests,
    referrals,
)

routers = [
    papers.router,
    plans.router,
    plans_goals.router,
    plans_parts.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
]
