"""The HTTP face: plans, referrals, and case meetings."""

"""The HTTP face: one module for each theme."""

from services.referrals.routes import (
    advice,
    calendars,
    contacts,
    handovers,
    indicators,
    information,
    links,
    my_day,
    offers,
    plans,
    plans_goals,
    plans_parts,
    referral_answers,
    referral_requests,
    referrals,
    substitutions,
)

routers = [
    plans.router,
    plans_goals.router,
    plans_parts.router,
    offers.router,
    information.router,
    links.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
    # The log stands under an adviser's address, and is asked for first.
    contacts.router,
    advice.router,
    calendars.router,
    handovers.router,
    indicators.router,
    my_day.router,
    plans.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
    substitutions.router,
    meeting_items,
    meetings,
    meetings.router,
    meeting_items.router,
]
