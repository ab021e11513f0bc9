"""The first and the last day one can write, wherever a day is written: refused or kept, never a bug."""

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from contracts.values import FIRST_DAY, LAST_DAY
from kernel.callers import Caller
from tests.referrals.advising import ANNA, TO_OLA, advised, logged
from tests.referrals.conferring import decision, lay, plan
from tests.referrals.conftest import ADVISER, PUP, SOCIAL_WORKER, TO_THE_PUP, VISIT, House
from tests.referrals.days import MANAGER
from tests.referrals.planning import CONTRACT, IPD, TEXT, Desk
from tests.referrals.requesting import BODY, STATUS, asked

pytestmark = pytest.mark.anyio

DAY = "2026-03-02"
CONSENT = {"kind": "consent", "evidence": "form 1", "given_on": DAY, "until": "2030-01-01"}
REFERRAL = TO_THE_PUP | {"basis": CONSENT}
TERMS = CONTRACT["terms"] | {"applied_on": DAY, "registered_on": DAY, "job_started_on": DAY}
ACTION = {"title": "CV", "start_on": DAY, "due_on": DAY, "appointment_on": DAY}
CONTACT = {"kind": "phone", "happened_on": DAY, "next_contact_on": DAY}
ANSWERS = [
    STATUS,
    {"kind": "benefit_right", "entitled": True, "first_day": DAY, "last_day": DAY},
]


class Try(NamedTuple):
    """A command that writes days: who asks, where, what, having seen which version."""

    by: Caller
    path: str
    body: dict[str, Any]
    seen: int | None = None


Making = Callable[[House], Awaitable[Try]]


def of_plan(verb: str, body: dict[str, Any], stands: str = "draft") -> Making:
    """A verb of a plan that has a goal, an action and a part."""

    async def make(house: House) -> Try:
        desk = Desk(house)
        walk = {"proposed": desk.proposed, "agreed": desk.agreed, "active": desk.active}
        goal = await desk.goal()
        if stands == "draft":
            part, action = await desk.part(), await desk.action(goal)
        else:
            (part, _), action = await walk[stands](), ""
        if verb == "reviews/close":
            await desk.done("reviews")
        path = f"{desk.path}/{verb.format(goal=goal, action=action, part=part)}"
        said = {"goal_id": goal} | body if verb == "actions" else body
        return Try(SOCIAL_WORKER, path, said, (await desk.seen())["version"])

    return make


def opening(form: dict[str, Any]) -> Making:
    """A part in a form that nobody has written yet."""

    async def make(house: House) -> Try:
        desk = Desk(house)
        await desk.with_pup()
        by = ADVISER if form["form"] == "ipd" else SOCIAL_WORKER
        return Try(by, f"{desk.path}/parts", form | {"terms": form["terms"] | TERMS})

    return make


def of_referral(verb: str, body: dict[str, Any], *, accepted: bool = True) -> Making:
    """A verb of whoever received a referral."""

    async def make(house: House) -> Try:
        address = await (house.accepted() if accepted else house.sent())
        return Try(ADVISER, f"{address}/{verb}", body)

    return make


def at(path: str, body: dict[str, Any], by: Caller = SOCIAL_WORKER) -> Making:
    """Something that begins with this command."""

    async def make(house: House) -> Try:
        await lay(house)
        return Try(by, path, body)

    return make


async def a_draft(house: House) -> Try:
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", REFERRAL)
    body = {name: value for name, value in REFERRAL.items() if name != "client_id"}
    return Try(SOCIAL_WORKER, f"{answer.headers['location']}/change", body)


async def a_contact(house: House) -> Try:
    return Try(ANNA, f"/v1/advice/{(await advised(house))['id']}/contacts", CONTACT)


async def a_correction(house: House) -> Try:
    advice = await advised(house)
    path = f"/v1/advice/{advice['id']}/contacts/{(await logged(house, advice))['id']}/correct"
    return Try(ANNA, path, CONTACT)


async def an_answer(house: House) -> Try:
    return Try(ADVISER, f"{await asked(house)}/answer", {"answers": ANSWERS})


async def a_delay(house: House) -> Try:
    return Try(ADVISER, f"{await asked(house)}/delay", {"until": DAY, "reason": "file_elsewhere"})


async def another_day(house: House) -> Try:
    return Try(SOCIAL_WORKER, f"{await (await lay(house)).convened()}/move", {"planned_on": DAY})


async def a_decision(house: House) -> Try:
    _, item = await (await lay(house)).held()
    return Try(SOCIAL_WORKER, f"{item}/decisions", decision())


HOLDING = {"reason": "illness", "review_on": DAY}
OFFER = REFERRAL | {"to": [{"institution": str(PUP)}]}
AWAY = {"substitute": TO_OLA, "first_day": DAY, "last_day": DAY}
COMMANDS: dict[str, list[Making]] = {
    "accept_referral": [of_referral("accept", VISIT | {"planned_end_on": DAY}, accepted=False)],
    "activate_plan": [of_plan("activate", {"review_on": DAY, "ends_on": DAY}, "agreed")],
    "add_action": [of_plan("actions", ACTION)],
    "add_goal": [of_plan("goals", {"title": "Job", "due_on": DAY})],
    "answer_information": [an_answer],
    "ask_information": [at("/v1/information-requests", BODY | {"basis": CONSENT})],
    "change_action": [of_plan("actions/{action}/change", ACTION)],
    "change_draft": [a_draft],
    "change_goal": [of_plan("goals/{goal}/change", {"title": "Job", "due_on": DAY})],
    "change_part": [of_plan("parts/{part}/change", {"terms": TERMS, "text": TEXT}, "active")],
    "close_part": [of_plan("parts/{part}/close", {"results": "Paid.", "talk_on": DAY})],
    "close_review": [
        of_plan("reviews/close", {"conclusions": "On.", "next_review_on": DAY}, "active")
    ],
    "correct_contact": [a_correction],
    "decide_in_meeting": [a_decision],
    "delay_information": [a_delay],
    "draft_referral": [at("/v1/referrals/drafts", REFERRAL)],
    "hold_referral": [of_referral("hold", HOLDING)],
    "log_contact": [a_contact],
    "make_offer": [at("/v1/offers", OFFER)],
    "move_meeting": [another_day],
    "open_part": [opening(CONTRACT), opening(IPD)],
    "open_substitution": [at("/v1/substitutions", AWAY)],
    "plan_meeting": [at("/v1/meetings", plan())],
    "refuse_part": [of_plan("parts/{part}/refuse", {"reason": "No.", "on": DAY}, "proposed")],
    "schedule_appointment": [of_referral("schedule", {"visit_on": DAY, "planned_end_on": DAY})],
    "send_referral": [at("/v1/referrals", REFERRAL)],
    "sign_part": [of_plan("parts/{part}/sign", {"evidence": "1", "on": DAY}, "proposed")],
}
ALL = [(name, making) for name, makings in COMMANDS.items() for making in makings]


@pytest.mark.parametrize(
    ("name", "making"), ALL, ids=[f"{name}-{number}" for number, (name, _) in enumerate(ALL)]
)
async def test_the_first_and_the_last_day_are_kept_or_refused(
    house: House, name: str, making: Making
) -> None:
    what = await making(house)
    headers = {} if what.seen is None else {"if_match": f'"v{what.seen}"'}
    written = list(_days(what.body))
    assert written, name
    # What it does is done once: the day from which one can count furthest comes first.
    for day in (LAST_DAY, FIRST_DAY):
        for places in (written, *([one] for one in written)):
            body = _with(what.body, places, day.isoformat())
            answer = await house.ask(what.by, what.path, body, **headers)
            assert answer.status_code < 500, (places, day, answer.text)
    for who, path, params in SHOWN:
        seen = await house.see(who, path.format(plan=house.plan_id), **params)
        assert seen.status_code < 500, (path, seen.text)


SHOWN: list[tuple[Caller, str, dict[str, Any]]] = [
    (SOCIAL_WORKER, "/v1/my-day", {"until": LAST_DAY.isoformat()}),
    (ADVISER, "/v1/my-day", {"until": FIRST_DAY.isoformat()}),
    (MANAGER, "/v1/my-day/team", {"until": LAST_DAY.isoformat()}),
    (SOCIAL_WORKER, "/v1/plans/{plan}", {}),
    (SOCIAL_WORKER, "/v1/plans/{plan}/conflicts", {}),
    (SOCIAL_WORKER, "/v1/referrals", {"box": "out"}),
    (SOCIAL_WORKER, "/v1/meetings", {}),
    (SOCIAL_WORKER, "/v1/meetings/next", {}),
    (SOCIAL_WORKER, "/v1/substitutions", {"day": LAST_DAY.isoformat()}),
    (SOCIAL_WORKER, "/v1/advice", {}),
    (MANAGER, "/v1/indicators", {"from": "2199-01", "to": "2199-12"}),
    (MANAGER, "/v1/indicators", {"from": "1900-01", "to": "1900-12"}),
]
"""Where such a day is shown, or counted with, afterwards."""


@pytest.mark.parametrize("day", ["0001-01-01", "1799-12-31", "2300-01-01", "9999-12-31"])
async def test_a_day_beyond_is_refused_at_its_field(house: House, day: str) -> None:
    path = f"/v1/plans/{house.plan_id}/goals"
    wrote = await house.ask(SOCIAL_WORKER, path, {"title": "Job", "due_on": day})
    read = await house.see(SOCIAL_WORKER, "/v1/my-day", until=day)

    assert [answer.status_code for answer in (wrote, read)] == [422, 400]
    assert wrote.json()["errors"][0]["pointer"] == "/due_on"
    assert "between 1800-01-01 and 2299-12-31" in wrote.json()["errors"][0]["detail"]


def test_every_command_of_this_service_that_writes_a_day_is_tried() -> None:
    path = Path(__file__).parents[2] / "gateway" / "openapi.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    ours = {"advice", "information requests", "meetings", "offers", "plans", "referrals"}
    writing = {
        verb["operationId"]
        for verbs in said["paths"].values()
        for verb in verbs.values()
        if ours & set(verb["tags"]) and _dated(verb.get("requestBody"), said, set())
    }

    assert writing == COMMANDS.keys()


def _days(body: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each day in a body."""
    if isinstance(body, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", body):
        yield way
    inside = body.items() if isinstance(body, dict) else ()
    for step, part in enumerate(body) if isinstance(body, list | tuple) else inside:
        yield from _days(part, (*way, step))


def _with(body: Any, ways: list[tuple[Any, ...]], day: str) -> Any:
    """The same with another day in some places."""
    made = json.loads(json.dumps(body))
    for *steps, last in ways:
        inner = made
        for step in steps:
            inner = inner[step]
        inner[last] = day
    return made


def _dated(schema: Any, said: Any, known: set[str]) -> bool:
    """Whether a day stands anywhere in it."""
    if isinstance(schema, list):
        return any(_dated(one, said, known) for one in schema)
    if not isinstance(schema, dict):
        return False
    name = str(schema.get("$ref", "")).rsplit("/", 1)[-1]
    if name and name not in known:
        known.add(name)
        return _dated(said["components"]["schemas"][name], said, known)
    return schema.get("format") == "date" or _dated(list(schema.values()), said, known)
