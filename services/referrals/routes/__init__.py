"""The HTTP face: plans and referrals."""

from services.referrals.routes import (
    offers,
    plans,
    referral_answers,
    referral_requests,
    referrals,
)

routers = [
    offers.router,
    plans.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
]
