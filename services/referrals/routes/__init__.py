"""The HTTP face: plans and referrals."""

from services.referrals.routes import calendars, indicators, my_day, plans, referrals

routers = [calendars.router, indicators.router, my_day.router, plans.router, referrals.router]
