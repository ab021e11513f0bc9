"""Referrals: the combined support plan of a client, and every referral with its answer.

Owns SupportPlan (goals, actions, supports) and Referral. Never keeps an income, and knows
institutions only by the names the directory announces.
"""
