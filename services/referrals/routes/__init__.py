"""The HTTP face: plans and referrals."""

from services.referrals.routes import papers, plans, referrals

routers = [papers.router, plans.router, referrals.router]
