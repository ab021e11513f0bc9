"""The HTTP face: plans and referrals."""

from services.referrals.routes import calendars, my_day, plans, referrals

routers = [calendars.router, my_day.router, plans.router, referrals.router]
