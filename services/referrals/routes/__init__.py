"""The HTTP face: plans and referrals."""

from services.referrals.routes import plans, referrals

routers = [plans.router, referrals.router]
