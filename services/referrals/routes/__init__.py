"""The HTTP face: plans, referrals, and case meetings."""

from services.referrals.routes import (
    advice,
    contacts,
    handovers,
    information,
    links,
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
    handovers.router,
    substitutions.router,
    meeting_items,
    meetings,
    meetings.router,
    meeting_items.router,
]
