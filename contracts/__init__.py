"""What crosses a boundary: value types, sections, events. No behaviour, no I/O but its own code lists.

Every event is imported here, so that whoever imports one part of the contracts knows them all: a
process that knew only some would pass over the others in silence.
"""

from contracts import benefits, directory, intake, referrals
from contracts.intake import filing, interviews, means, person, rights
from contracts.referrals import advice, meetings, plan, requests, steps

__all__ = [
    "advice",
    "benefits",
    "directory",
    "filing",
    "intake",
    "interviews",
    "means",
    "meetings",
    "person",
    "plan",
    "referrals",
    "requests",
    "rights",
    "steps",
]
