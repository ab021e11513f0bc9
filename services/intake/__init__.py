"""Intake: who the client is, her household, incomes and needs; and on which basis it is shared.

Owns Client, Household, Interview, income declarations, needs, employments, Sharing and AccessRequest.
Never decides benefits.
"""
