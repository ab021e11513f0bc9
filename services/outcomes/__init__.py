"""Outcomes: social bonds, contracts that pay for results.

Will own OutcomesContract, Competition, Enrolment, OutcomeClaim and Payment. Never sees a name.
It answers its health; its rooms are not furnished yet.
"""
