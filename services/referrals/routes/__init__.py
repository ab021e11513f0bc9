"""The HTTP face: plans and referrals."""

from services.referrals.routes import (
    information,
    links,
    plans,
    referral_answers,
    referral_requests,
    referrals,
)

routers = [
    information.router,
    links.router,
    plans.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
]
