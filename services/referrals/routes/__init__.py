"""The HTTP face: plans and referrals."""

from services.referrals.routes import information, links, plans, referrals

routers = [information.router, links.router, plans.router, referrals.router]
