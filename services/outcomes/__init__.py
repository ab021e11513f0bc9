"""Outcomes: social bonds, contracts that pay for results.

Will own OutcomesContract, Competition, Enrolment, OutcomeClaim and Payment. Never sees a name.
It hears the feed and answers its health; its rooms are not furnished yet.
"""
