"""The HTTP face: plans, referrals, and case meetings."""

from services.referrals.routes import (
    meeting_items,
    meetings,
    papers,
    plans,
    plans_goals,
    plans_parts,
    referral_answers,
    referral_requests,
    referrals,
)

routers = [
    meetings.router,
    meeting_items.router,
    papers.router,
    plans.router,
    plans_goals.router,
    plans_parts.router,
    referral_answers.router,
    referral_requests.router,
    referrals.router,
]
