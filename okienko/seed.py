"""Demo data: invented institutions, partnerships and clients. Safe to sow twice."""

import json
from typing import Any

from okienko import examples
from okienko.caller import Front
from okienko.local.home import Home
from okienko.personas import (
    LAPSED,
    MOPR_ZABRZE,
    NGO_ZABRZE,
    OFFICES,
    OPS_STRZELCE,
    PUP_STRZELCE,
    PUP_ZABRZE,
    STRZELCE,
    ZABRZE,
    with_check_digit,
)
from okienko.seed_services import sow_services

_CONSENT = {"kind": "consent", "evidence": "zgoda demo 1/2026"}
_HOME = {"municipality": "2478011", "postal_code": "41-800", "city": "Zabrze"}
_PARTNERSHIPS: list[dict[str, Any]] = [
    {
        "id": str(ZABRZE),
        "name": "Partnerstwo Zabrze (demo)",
        "territory": ["2478"],
        "agreement": {
            "id": "0197a000-0000-7000-8000-00000000ab01",
            "number": "1/2026 (demo)",
            "members": [str(MOPR_ZABRZE.id), str(PUP_ZABRZE.id), str(NGO_ZABRZE.id)],
            "valid_from": "2026-01-01",
        },
    },
    {
        "id": str(STRZELCE),
        "name": "Partnerstwo Strzelce Opolskie (demo)",
        "territory": ["1611"],
        "agreement": {
            "id": "0197a000-0000-7000-8000-00000000ab02",
            "number": "2/2026 (demo)",
            "members": [str(OPS_STRZELCE.id), str(PUP_STRZELCE.id)],
            "valid_from": "2026-01-01",
        },
    },
    {
        "id": str(LAPSED),
        "name": "Partnerstwo z wygasłym porozumieniem (demo)",
        "territory": ["2478"],
        "agreement": {
            "id": "0197a000-0000-7000-8000-00000000ab03",
            "number": "7/2024 (demo)",
            "members": [str(MOPR_ZABRZE.id), str(NGO_ZABRZE.id)],
            "valid_from": "2024-01-01",
            "valid_to": "2025-12-31",
        },
    },
]
_CLIENTS: list[dict[str, Any]] = [
    {  # a family of four
        "name": {"given": "Próbna", "family": "Rodzinna-Demo"},
        "pesel": "88020200001",
        "birth_date": "1988-02-02",
        "residence": _HOME | {"street": "Zmyślona 1"},
        "contact": {"phone": "+48600000001"},
        "reasons": ["unemployment", "maternity"],
        "members": [
            ("applicant", "1988-02-02"),
            ("spouse", "1986-05-05"),
            ("child", "2016-01-10"),
            ("child", "2019-09-20"),
        ],
        "incomes": {"2026-02": [("family_allowance", "248.00"), ("child_benefit_800", "1600.00")]},
    },
    {  # a single parent
        "name": {"given": "Testowa", "family": "Samotna-Demo"},
        "pesel": "92071200002",
        "birth_date": "1992-07-12",
        "residence": _HOME | {"street": "Nieistniejąca 7"},
        "contact": {"phone": "+48600000002"},
        "reasons": ["unemployment"],
        "members": [("applicant", "1992-07-12"), ("child", "2023-03-03"), ("child", "2019-04-04")],
        "incomes": {"2026-02": [("alimony", "700.00"), ("family_allowance", "219.00")]},
    },
    {  # homeless: the municipality of her last registration
        "name": {"given": "Bezimienny", "family": "Bezdomny-Demo"},
        "birth_date": "1971-11-30",
        "residence": {"municipality": "2478011", "homeless": True},
        "reasons": ["homelessness", "unemployment"],
    },
    {  # a foreigner without a PESEL number
        "name": {"given": "Olena", "family": "Vyhadana-Demo"},
        "birth_date": "1990-08-24",
        "residence": _HOME,
        "contact": {"phone": "+380000000000", "email": "olena.demo@example.org"},
        "reasons": ["foreigner_integration"],
    },
    {  # two likely duplicates: one of them without a number
        "name": {"given": "Jan", "family": "Podwójny-Demo"},
        "pesel": "79010100003",
        "birth_date": "1979-01-01",
        "residence": _HOME | {"street": "Podwójna 2"},
        "reasons": ["unemployment"],
    },
    {
        "name": {"given": "Jan", "family": "Podwojny-Demo"},
        "birth_date": "1979-01-01",
        "residence": _HOME | {"street": "Podwójna 2"},
        "reasons": ["unemployment"],
    },
]


def seed(home: Home) -> None:
    """Sow what is not there yet."""
    front = Front(home)
    for office in OFFICES:
        body = {
            "id": str(office.id),
            "name": office.name,
            "kind": office.kind.value,
            "territory": office.territory,
        }
        front.post("operator", "/v1/institutions", body)
    for partnership in _PARTNERSHIPS:
        founding = {k: partnership[k] for k in ("id", "name", "territory")}
        front.post("operator", "/v1/partnerships", founding)
        path = f"/v1/partnerships/{partnership['id']}/agreements"
        front.post("operator", path, partnership["agreement"])
    sow_services(front)
    for client in _CLIENTS:
        _sow(front, dict(client))
    if not home.demo_examples.exists():
        home.demo_examples.write_text(json.dumps(examples.sow(front)))


def _sow(front: Front, client: dict[str, Any]) -> None:
    wanted = {"family": client["name"]["family"], "birth_date": client["birth_date"]}
    if front.post("ops-zabrze", "/v1/clients/search", wanted)["items"]:
        return
    members, incomes = client.pop("members", []), client.pop("incomes", {})
    client["pesel"] = with_check_digit(client["pesel"]) if "pesel" in client else None
    client["share_with"] = [{"partnership": str(ZABRZE), "basis": _CONSENT}]
    client_id = front.post("ops-zabrze", "/v1/clients", client)["id"]
    if members:
        household = {
            "valid_from": "2026-01-01",
            "members": [{"relation": r, "birth_date": b} for r, b in members],
        }
        front.post("ops-zabrze", f"/v1/clients/{client_id}/household", household)
    for month, items in incomes.items():
        declared = {"month": month, "items": [{"kind": k, "monthly": m} for k, m in items]}
        front.post("ops-zabrze", f"/v1/clients/{client_id}/incomes", declared)
