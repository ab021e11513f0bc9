"""The HTTP face: one module for each theme."""

from services.referrals.routes import (
    advice,
    calendars,
    contacts,
    handovers,
    indicators,
    my_day,
    plans,
    plans_goals,
    plans_parts,
    referral_answers,
    referral_requests,
    referrals,
    substitutions,
)

routers = [
    # The log stands under an adviser's address, and is asked for first.
    contacts.router,
    advice.router,
    calendars.router,
    handovers.router,
    indicators.router,
    my_day.router,
    plans.router,
    plans_goals.router,
    plans_parts.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
    substitutions.router,
]
