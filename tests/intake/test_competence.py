"""Which offices are hers, and the sentence why."""

from typing import Any

import pytest

from contracts.territory import REGISTER_OF, register
from contracts.values import InstitutionKind
from services.intake.domain.client import Residence
from services.intake.domain.competence import competent
from tests.intake.conftest import SOCIAL_WORKER, House
from tests.support.rooms import bearer

OFFICES = [InstitutionKind.OPS, InstitutionKind.PCPR, InstitutionKind.PUP]


def territories(residence: Residence | None) -> list[str | None]:
    return [one.territory.code if one.territory else None for one in competent(residence)]


@pytest.mark.parametrize(
    ("municipality", "county"),
    [("2478011", "2478"), ("0201022", "0201"), ("1465011", "1465"), ("0206011", "0206")],
)
def test_assistance_goes_by_municipality_and_the_labour_office_by_county(
    municipality: str, county: str
) -> None:
    assert territories(Residence(municipality=municipality)) == [municipality, county, county]


def test_every_municipality_has_its_offices() -> None:
    everywhere = [u.code for u in register().values() if u.kind.endswith("municipality")]

    found = {code: territories(Residence(municipality=code)) for code in everywhere}

    assert [code for code, codes in found.items() if codes != [code, code[:4], code[:4]]] == []


def test_for_the_homeless_the_last_registration_decides_and_the_reason_says_so() -> None:
    found = competent(Residence(municipality="2478011", homeless=True))

    assert [one.kind for one in found] == OFFICES
    assert "art. 101 ust. 2" in found[0].reason.pl
    assert "check where she stays" in found[2].reason.en


def test_without_a_residence_no_office_is_named() -> None:
    found = competent(None)

    assert [(one.kind, one.territory) for one in found] == [(kind, None) for kind in OFFICES]
    assert all("art. 101 ust. 3" in one.reason.pl for one in found)


def test_a_reason_is_one_sentence_in_both_languages() -> None:
    places = (
        None,
        Residence(municipality="2478011"),
        Residence(municipality="2478011", homeless=True),
    )
    reasons = [one.reason for place in places for one in competent(place)]

    assert all(text.endswith(".") for reason in reasons for text in reason)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("asked", "language", "word"),
    [
        ("pl-PL, en;q=0.5", "pl", "gmina miejsca zamieszkania"),
        ("en", "en", "where the person lives"),
    ],
)
async def test_the_reason_is_told_in_the_readers_language(
    house: House, asked: str, language: str, word: str
) -> None:
    address = await house.registered()

    answer = await house.client.get(
        f"{address}/competence", headers=bearer(SOCIAL_WORKER, Accept_Language=asked)
    )

    first: Any = answer.json()["items"][0]
    assert answer.headers["content-language"] == language
    assert word in first["reason"]
    assert first["territory"] == {"code": "2478011", "name": "Zabrze"}
    assert answer.json()["register_of"] == REGISTER_OF.isoformat()
