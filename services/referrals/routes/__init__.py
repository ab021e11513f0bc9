"""The HTTP face: plans and referrals."""

from services.referrals.routes import information, plans, referrals

routers = [information.router, plans.router, referrals.router]
