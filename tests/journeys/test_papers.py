"""Papers through the whole house: the name comes from the record, under the reader's own rights."""

import signal
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from okienko.personas import NGO_ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.people import pesel, somebody

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
OPS, MANAGER, PUP, NGO, STRANGER = (
    "ops-zabrze",
    "ops-zabrze-manager",
    "pup-zabrze",
    "ngo-zabrze",
    "ops-strzelce",
)
NAME = {"given": "Drukowana", "family": "Wymyślona"}
TERMS = {"valid_from": "2030-03-02", "valid_to": "2030-08-31", "review_on": "2030-06-01"}
TEXT = {"problem": "Utrata pracy.", "institution_duties": ["Pomoc w spłacie czynszu."]}
TO_THE_NGO = {
    "to": {"institution": str(NGO_ZABRZE.id)},
    "purpose": "Grupa wsparcia",
    "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
}


def registered(house: House) -> tuple[str, str]:
    """A client and her number."""
    number = pesel()
    client = house.post(OPS, "/v1/clients", somebody(name=NAME, pesel=number))
    return str(client["id"]), number


def plan_of(house: House, client_id: str) -> Any:
    return house.section(OPS, client_id, "plan")


def paper(house: House, who: str, path: str) -> str:
    """The words of a paper."""

    def ask() -> Any:
        answer = house.ask(who, "GET", path)
        return answer if answer.status_code == 200 else None

    answer = eventually(ask, f"{path} printed for {who}")
    assert answer.headers["content-type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_plan_is_printed_in_its_statutory_form_with_her_name(house: House) -> None:
    client_id, number = registered(house)
    path = f"/v1/plans/{plan_of(house, client_id)['id']}"
    house.post(OPS, f"{path}/goals", {"title": "Praca na pełen etat"})
    part = {"form": "social_contract_a", "terms": TERMS, "text": TEXT}
    made = house.post(OPS, f"{path}/parts", part)["parts"][0]["id"]

    whole = paper(house, OPS, f"{path}/paper.pdf")
    contract = paper(house, OPS, f"{path}/parts/{made}/paper.pdf")
    hers = paper(house, OPS, f"{path}/sheet.pdf")

    assert "Drukowana Wymyślona" in whole
    assert "Praca na pełen etat" in whole
    assert number in contract
    assert "Pomoc w spłacie czynszu." in contract
    assert "PROJEKT" in contract
    assert "Mój plan" in hers
    assert number not in hers


def test_each_reader_prints_what_she_may_see_and_it_is_audited_as_hers(house: House) -> None:
    client_id, number = registered(house)
    plan_of(house, client_id)
    sent = house.post(OPS, "/v1/referrals", TO_THE_NGO | {"client_id": client_id})
    path = f"/v1/referrals/{sent['id']}/paper.pdf"

    ours, theirs = paper(house, OPS, path), paper(house, NGO, path)

    assert number in ours
    assert f"{number[:6]}*****" in theirs
    assert number not in theirs
    assert house.ask(STRANGER, "GET", path).status_code == 404
    seen = house.get(MANAGER, f"/v1/records/{client_id}/accesses")["items"]
    told = {(one["worker"], one["verb"]): one["sections"] for one in seen}
    assert sorted(told["ngo-zabrze", "read_record"]) == ["contact", "identity"]
    assert ("ngo-zabrze", "print_referral") in told


def test_papers_are_printed_while_intake_is_away(house: House) -> None:
    client_id, _ = registered(house)
    plan = plan_of(house, client_id)
    house.hurt("intake", signal.SIGSTOP)
    try:
        text = paper(house, OPS, f"/v1/plans/{plan['id']}/sheet.pdf")
    finally:
        house.hurt("intake", signal.SIGCONT)

    assert "Drukowana Wymyślona" in text
