"""The HTTP face: plans and referrals."""

from services.referrals.routes import my_day, plans, referrals

routers = [my_day.router, plans.router, referrals.router]
