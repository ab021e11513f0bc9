"""The HTTP face: plans, referrals, and case meetings."""

from services.referrals.routes import (
    advice,
    contacts,
    handovers,
    information,
    links,
    meeting_items,
    meetings,
    papers,
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
    handovers.router,
    meetings.router,
    meeting_items.router,
    papers.router,
    information.router,
    links.router,
    plans.router,
    plans_goals.router,
    plans_parts.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
    substitutions.router,
]
