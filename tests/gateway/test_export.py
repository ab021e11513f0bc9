"""A person's copy of her data: whole, for the institution that answers for it, and noted before it leaves."""

import io
import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
import pytest
from pypdf import PdfReader

from contracts.intake import ClientRegistered
from contracts.intake.rights import ClientErased, ClientRestricted
from contracts.sections import Section
from contracts.values import BasisKind, InstitutionKind
from gateway.record.export import WORKERS, ExportView
from gateway.record.printing import _words
from kernel import ids
from services.benefits.views.award_lists import _FULL as ON_THE_CARD
from services.benefits.views.awards import AwardView
from services.referrals.views.advice import AdviceView
from services.referrals.views.meeting_items import DecisionView
from services.referrals.views.plan import PlanView
from services.referrals.views.referral import ReferralView
from tests.gateway.conftest import (
    ADVISER,
    CLIENT,
    INTAKE,
    MANAGER,
    NGO,
    OPS,
    PARTNERSHIP,
    PESEL,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
    by_the_ops,
)
from tests.support.rooms import know, relate, worker

pytestmark = pytest.mark.anyio

AWARD_WORKERS = {"computed_by", "approved_by", "rejected_by"}
EXPORT, PAPER = f"{RECORD}/export", f"{RECORD}/export.pdf"
DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
HERS = {
    "name": {"given": "Próbna", "family": "Wymyślona"},
    "birth_date": "1985-03-14",
    "pesel": PESEL,
    "status": "in_plan",
    "registered_by": str(OPS),
    "registered_at": "2026-03-02T11:00:00+00:00",
}
CODES = ("ops-kto", "ops-podpis", "ops-ocena", "ops-krok", "ops-doradca")
PLAN = {
    "withheld": [],
    "lead": {
        "institution": {"id": str(OPS), "name": "MOPR Zabrze (demo)"},
        "worker": CODES[0],
    },
    "parts": [
        {
            "signed_on": "2026-03-04",
            "signed_by": CODES[1],
            "text": {"problem": "Czynsz."},
            "withheld": False,
        }
    ],
    "reviews": [{"worker": CODES[2], "progress": [{"worker": CODES[2], "note": "Idzie."}]}],
    "goals": [{"actions": [{"terms": {"worker": CODES[3]}}]}],
    "advisers": [
        {
            "worker": {"code": CODES[4], "name": "Ewa Wymyślna", "confirmed": True},
            "role": "lead_social_worker",
            "since": "2026-03-02",
        }
    ],
}
INCOMES = [
    {
        "month": "2026-02",
        "total": "95.00",
        "items": [{"kind": "family_allowance", "monthly": "95.00"}],
    }
]
NEEDS = [
    {
        "id": str(UUID(int=9)),
        "kind": "housing",
        "urgency": "normal",
        "note": "work & <b>#zimno</b> *w domu*",
    }
]


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def furnished(house: House) -> None:
    rules = [{"rule": "case_file", "until": "2036-12-31"}]
    card = INTAKE | {
        "identity": {"full": HERS},
        "income": {"full": {"months": INCOMES}},
        "needs": {"full": {"reasons": ["unemployment"], "needs": NEEDS}},
        "keeping": {"full": {"closed_on": "2026-03-02", "rules": rules}},
    }
    await house.keep("intake", card, version=2)


async def text_of(house: House, caller: Any = DPO) -> str:
    answer = await house.see(caller, PAPER)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


async def test_the_copy_is_whole_but_for_what_is_also_about_others(house: House) -> None:
    answer = await house.see(DPO, EXPORT)

    body = answer.json()
    ExportView.model_validate(body)
    assert set(body["sections"]) == {
        *("identity", "contact", "household", "income", "needs", "work", "health", "addiction"),
        *("notes", "plan", "referrals", "meetings", "awards", "vouchers"),
    }
    assert body["sections"]["identity"]["pesel"] == PESEL
    assert body["left_out"] == [{"section": "violence", "article": "art. 15 ust. 4 RODO"}]
    assert answer.headers["cache-control"] == "no-store"
    assert PESEL not in answer.headers["content-disposition"]


async def test_it_says_who_could_see_her_also_once(house: House) -> None:
    over = await relate(house.database, CLIENT, NGO, BasisKind.CONSENT)
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() WHERE relation_id = $1", over
    )
    shared = await relate(house.database, CLIENT, PARTNERSHIP)
    rests_on = {str(shared): {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}}
    await house.keep("intake", INTAKE | {"sharing": {"full": rests_on}}, version=2)
    await house.database.pool.execute(
        "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from)"
        " VALUES (gen_random_uuid(), $1, $2, '2026-01-01')",
        PUP,
        PARTNERSHIP,
    )

    found = (await house.see(DPO, EXPORT)).json()["recipients"]

    assert [one["basis"] for one in found] == ["registration", "consent", "statutory_task"]
    assert (found[0]["ended_at"], found[1]["ended_at"] is not None) == (None, True)
    assert found[2]["members"] == ["PUP Zabrze (demo)"]
    assert found[2]["rests_on"]["article"] == "art. 100 ust. 2 u.p.s."


async def test_it_says_which_institution_used_her_data_and_names_no_worker(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await house.see(ADVISER)
    await house.see(STRANGER)

    answer = await house.see(DPO, EXPORT)

    used = answer.json()["accesses"]
    assert [(one["institution"]["name"], one["verb"], one["what"]) for one in used] == [
        ("PUP Zabrze (demo)", "read_record", "read"),
    ]
    assert used[0]["bases"] == ["statutory_task"]
    assert "Anna Nowak" not in answer.text
    assert ADVISER.worker not in answer.text


async def test_no_worker_is_named_inside_it_either(house: House) -> None:
    await house.keep("referrals", {"plan": {"full": PLAN}}, version=2)

    answer = await house.see(DPO, EXPORT)
    paper = await text_of(house)

    plan = answer.json()["sections"]["plan"]
    assert [word for word in (*CODES, "Ewa Wymyślna") if word in answer.text + paper] == []
    assert plan["lead"] == {"institution": {"id": str(OPS), "name": "MOPR Zabrze (demo)"}}
    assert plan["parts"] == [{"signed_on": "2026-03-04", "text": {"problem": "Czynsz."}}]
    assert plan["advisers"] == [{"role": "lead_social_worker", "since": "2026-03-02"}]
    assert "Czynsz." in paper


def test_every_name_under_which_a_card_keeps_a_worker_is_known_to_the_copy() -> None:
    schemas = [
        view.model_json_schema(mode="serialization")
        for view in (PlanView, AdviceView, ReferralView, DecisionView, AwardView)
    ]

    # An award's computing and deciding workers are not on the card.
    names = {name for schema in schemas for name in workers_in(schema)}
    assert names - AWARD_WORKERS <= WORKERS | {"substitute", "code"}
    assert {"worker", "signed_by"} <= names
    assert not AWARD_WORKERS & ON_THE_CARD


def workers_in(schema: Any) -> set[str]:
    """The fields of a view that hold a worker: her code, or her code and name."""
    models = [schema, *schema.get("$defs", {}).values()]
    fields = [field for model in models for field in model.get("properties", {}).items()]
    return {
        name for name, field in fields if "ops-zabrze" in str(field) or "WorkerView" in str(field)
    }


async def test_it_is_noted_before_it_leaves(house: House) -> None:
    await house.see(DPO, EXPORT)
    await house.see(DPO, PAPER)

    entries = await house.entries()
    assert [(e["verb"], e["status"], e["worker"]) for e in entries] == [
        ("export_record", 200, "ops-dpo"),
        ("print_export", 200, "ops-dpo"),
    ]
    assert "identity" in entries[0]["sections"]
    assert "violence" not in entries[0]["sections"]


@pytest.mark.parametrize("path", [EXPORT, PAPER])
async def test_only_the_institution_that_registered_her_gives_it(house: House, path: str) -> None:
    await relate(house.database, CLIENT, PUP)
    far = replace(STRANGER, roles=DPO.roles)

    assert outcome(await house.see(PUP_MANAGER, path)) == (403, "/problems/OnlyItsRegistrar")
    assert outcome(await house.see(far, path)) == (404, "/problems/RecordNotFound")
    assert outcome(await house.see(SOCIAL_WORKER, path)) == (403, "/problems/RoleMayNot")
    assert [entry["status"] for entry in await house.entries()] == [403, 404, 403]
    assert (await house.see(MANAGER, path)).status_code == 200


async def test_thousands_of_accesses_are_written_piece_by_piece(house: House) -> None:
    await house.database.pool.execute(
        "INSERT INTO audit (seq, at, worker, institution, verb, client_id, status, sections, bases,"
        " prev, hash) SELECT n, now() - (12345 - n) * interval '1 hour', 'w', $1, 'read_record', $2, 200,"
        " '{identity}', '{registration}', '', '' FROM generate_series(1, 12345) n",
        OPS,
        CLIENT,
    )

    body = orjson.loads((await house.see(DPO, EXPORT)).content)
    paper = await text_of(house)

    assert len(body["accesses"]) == 12_345
    assert [one["at"] for one in body["accesses"][:3]] == sorted(
        (one["at"] for one in body["accesses"][:3]), reverse=True
    )
    assert "odczyt 24" in paper


async def test_the_paper_is_read_in_polish(house: House) -> None:
    await furnished(house)

    text = await text_of(house)

    for words in (
        "Kopia danych osobowych",
        "imię: Próbna",
        f"PESEL: {PESEL}",
        "data urodzenia: 14.03.1985",
        "etap: w planie wsparcia",
        "zarejestrowana przez: MOPR Zabrze (demo)",
        "zarejestrowano: 02.03.2026, 12:00",
        "rodzaj: zasiłek rodzinny",
        "powody: bezrobocie",
        "notatka: work & <b>#zimno</b> *w domu*",
        "akta sprawy (kategoria B10): do 31.12.2036",
        "art. 15 ust. 4 RODO",
        "Prezesa Urzędu Ochrony Danych Osobowych",
    ):
        assert words in text
    assert str(UUID(int=9)) not in text


async def test_the_paper_can_be_read_aloud(house: House) -> None:
    answer = await house.see(DPO, PAPER)

    document = PdfReader(io.BytesIO(answer.content))
    root: Any = document.trailer["/Root"].get_object()
    assert str(root["/Lang"]).startswith("pl")
    assert bool(root["/MarkInfo"]["/Marked"])
    assert document.metadata
    assert document.metadata.title == "Kopia danych osobowych"


async def test_every_section_and_basis_has_its_polish_words() -> None:
    assert set(_words()["sections"]) == {section.value for section in Section}
    assert set(_words()["bases"]) == {basis.value for basis in BasisKind}


async def test_a_restricted_record_says_so_to_its_owner_and_is_hidden_from_partners(
    house: House,
) -> None:
    await relate(house.database, CLIENT, PUP)
    assert (await house.see(ADVISER)).status_code == 200

    await house.tell(by_the_ops(ClientRestricted(client_id=CLIENT)))

    assert (await house.see(ADVISER)).status_code == 404
    assert (await house.see(SOCIAL_WORKER)).json()["restricted"] is True
    assert (await house.see(DPO, EXPORT)).json()["restricted"] is True
    assert "art. 18 RODO" in await text_of(house)


async def test_of_the_erased_nothing_is_left_and_nothing_comes_back(house: House) -> None:
    registered = ClientRegistered(
        client_id=CLIENT, relation_id=ids.new(), party_id=OPS, basis=BasisKind.REGISTRATION
    )
    await know(house.database, NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)

    await house.tell(by_the_ops(ClientErased(client_id=CLIENT)))
    await house.tell(by_the_ops(registered))
    await house.keep("intake", INTAKE, version=9)

    for path in (RECORD, f"{RECORD}/timeline", f"{RECORD}/accesses", EXPORT, PAPER):
        both = replace(SOCIAL_WORKER, roles=frozenset({"social_worker", "dpo"}))
        assert outcome(await house.see(both, path)) == (404, "/problems/RecordNotFound")
    for table in ("cards", "client_keys", "relations"):
        assert await house.database.pool.fetchval(f"SELECT count(*) FROM {table}") == 0  # noqa: S608 words of ours
    # The feed goes on without a gap, for every hearer counts.
    assert await house.database.pool.fetchval("SELECT count(*) FROM journal") == 2
