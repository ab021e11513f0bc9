"""The HTTP face: plans and referrals."""

from services.referrals.routes import plans, plans_goals, plans_parts, referrals

routers = [plans.router, plans_goals.router, plans_parts.router, referrals.router]
