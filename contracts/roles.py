"""Roles that people hold (domain 1.2), and at which kinds of institution each means anything."""

from collections.abc import Iterable

from contracts.values import InstitutionKind as Kind

_CENTRES = frozenset({Kind.OPS, Kind.CUS, Kind.PCPR})
_LABOUR = frozenset({Kind.PUP})
_PARTNERS = frozenset({Kind.NGO, Kind.CIS, Kind.KIS, Kind.ZAZ, Kind.WTZ, Kind.OWES})
_REGION = frozenset({Kind.ROPS, Kind.WUP, Kind.UM})

HELD_AT: dict[str, frozenset[Kind]] = {
    "social_worker": _CENTRES,
    "family_assistant": _CENTRES,
    "ops_manager": _CENTRES,
    "ops_benefits_clerk": frozenset({Kind.OPS, Kind.CUS}),
    "cus_plan_coordinator": frozenset({Kind.CUS}),
    "cus_service_organiser": frozenset({Kind.CUS}),
    "diagnostic_group_member": frozenset({Kind.OPS, Kind.PCPR}),
    "pup_adviser": _LABOUR,
    "pup_career_counsellor": _LABOUR,
    "pup_manager": _LABOUR,
    "ngo_coordinator": _PARTNERS,
    "ngo_worker": _PARTNERS,
    "care_provider": frozenset({Kind.OPS, Kind.CUS, Kind.NGO, Kind.CIS, Kind.ZAZ, Kind.OWES}),
    "regional_analyst": _REGION,
    "operator": frozenset({Kind.OPERATOR}),
    "dpo": frozenset(Kind),
}
"""Roles are granted by each institution to its own people: one that grants a role of another kind of
institution (an NGO a social worker, an OPS an operator) grants nothing by it."""


def held(kind: str, roles: Iterable[str]) -> frozenset[str]:
    """Those of the roles that mean something at such an institution."""
    return frozenset(role for role in roles if kind in HELD_AT.get(role, ()))
