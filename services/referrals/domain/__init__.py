"""The rules of plans and referrals, with no database and no web."""
