"""The HTTP face: plans and referrals."""

from services.referrals.routes import plans, referral_answers, referral_requests, referrals

routers = [plans.router, referral_answers.router, referral_requests.router, referrals.router]
