"""The HTTP face: plans, referrals, and case meetings."""

from services.referrals.routes import meeting_items, meetings, plans, referrals

routers = [meetings.router, meeting_items.router, plans.router, referrals.router]
