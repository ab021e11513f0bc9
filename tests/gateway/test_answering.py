"""The page to answer a referral by: nothing from elsewhere, nothing inline, words for every step."""

import re
from enum import StrEnum

import pytest

from contracts.referrals import DeclineReason, Outcome
from contracts.referrals.codes import FailReason
from services.referrals.domain.referral_states import OPEN, Appointment, ReferralState
from services.referrals.views.answer_sheet import STEPS
from tests.gateway.conftest import House

pytestmark = pytest.mark.anyio

PARTS = {
    "/answer": "text/html; charset=utf-8",
    "/answer/page.js": "text/javascript; charset=utf-8",
    "/answer/page.css": "text/css; charset=utf-8",
}


async def text_of(house: House, path: str) -> str:
    answer = await house.client.get(path)
    assert answer.status_code == 200
    return answer.text


def listed(script: str, name: str) -> set[str]:
    """The codes in one list of the script."""
    found = re.search(rf"const {name} = (?:new Set\()?\[(.*?)\]", script, re.DOTALL)
    assert found, name
    return set(re.findall(r'"([a-z_-]+)"', found[1]))


@pytest.mark.parametrize(("path", "media"), PARTS.items())
async def test_every_part_is_served_to_anybody_and_kept_in(
    house: House, path: str, media: str
) -> None:
    answer = await house.client.get(path)

    policy = answer.headers["content-security-policy"].split("; ")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert policy[0] == "default-src 'none'"
    assert {"script-src 'self'", "form-action 'none'", "frame-ancestors 'none'"} <= {
        one.strip() for rule in policy for one in rule.split(";")
    }
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


async def test_opening_the_page_asks_no_service_and_leaves_no_trace(house: House) -> None:
    for path in PARTS:
        await house.client.get(path)

    assert house.service.asked == []
    assert await house.entries() == []


async def test_nothing_comes_from_elsewhere(house: House) -> None:
    whole = "".join([await text_of(house, path) for path in PARTS])

    assert "http://" not in whole
    assert "https://" not in whole
    assert "//cdn" not in whole


async def test_no_script_and_no_style_stands_in_the_page(house: House) -> None:
    page = await text_of(house, "/answer")

    assert re.findall(r"<script[^>]*>(.*?)</script>", page, re.DOTALL) == [""]
    assert "<style" not in page
    assert not re.search(r"\s(on[a-z]+|style)=", page)


async def test_the_link_is_kept_in_memory_alone(house: House) -> None:
    script = await text_of(house, "/answer/page.js")

    assert "replaceState(null" in script
    for keeping in ("localStorage", "sessionStorage", "document.cookie", "indexedDB", "console."):
        assert keeping not in script


async def test_no_words_of_the_api_become_part_of_the_page(house: House) -> None:
    script = await text_of(house, "/answer/page.js")

    for risky in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert risky not in script


async def test_the_page_is_told_to_readers_aloud(house: House) -> None:
    page = await text_of(house, "/answer")

    assert '<html lang="pl">' in page
    assert 'role="status" aria-live="polite"' in page
    assert 'role="alert"' in page
    assert "<noscript>" in page
    assert 'name="viewport"' in page
    assert len(re.findall(r"<h1", page)) == 1


@pytest.mark.parametrize("language", ["pl", "en"])
async def test_there_are_words_for_every_step_code_and_state(house: House, language: str) -> None:
    script = await text_of(house, "/answer/page.js")
    words = re.search(rf"^  {language}: \{{(.*?)^  \}},$", script, re.DOTALL | re.MULTILINE)
    assert words
    known = set(re.findall(r"[\s{]\"?([a-z_-]+)\"?: (?:\"|\[\"|\[)", words[1]))
    after = {ReferralState.COMPLETED, ReferralState.DECLINED, ReferralState.FAILED}
    codes: list[StrEnum] = [*DeclineReason, *Outcome, *FailReason, *OPEN, *after, *Appointment]

    assert {code.value for code in codes} - known == set()
    assert {step.replace("_", "-") for step in STEPS} - known == set()


async def test_the_page_offers_the_codes_and_steps_that_there_are(house: House) -> None:
    script = await text_of(house, "/answer/page.js")

    assert listed(script, "DECLINE") == {code.value for code in DeclineReason}
    assert listed(script, "OUTCOMES") == {code.value for code in Outcome}
    assert listed(script, "FAIL") == {code.value for code in FailReason}
    assert listed(script, "ORDER") == {step.replace("_", "-") for step in STEPS}
