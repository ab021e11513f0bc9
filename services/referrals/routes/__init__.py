"""The HTTP face: one module for each theme."""

from services.referrals.routes import (
    calendars,
    indicators,
    my_day,
    plans,
    referral_answers,
    referral_requests,
    referrals,
)

routers = [
    calendars.router,
    indicators.router,
    my_day.router,
    plans.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
]
