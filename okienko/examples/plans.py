"""Examples of the operations of the combined plan, each on a plan that stands where it can succeed."""

from collections.abc import Sequence
from typing import Any

from okienko.caller import Front
from okienko.examples.example import ACTION, CLIENT, GOAL, OPS, PLAN, Example, id_of

WRITTEN, TO_PROPOSE, TO_AGREE, TO_SIGN, TO_REFUSE, TO_ACTIVATE = (
    id_of(f"d31{number}") for number in range(6)
)
TO_REVIEW, REVIEWED, CONCLUDED, TO_COMPLETE, TO_GIVE_UP, ONCE_MORE = (
    id_of(f"d32{number}") for number in range(6)
)
TO_WORD, TO_CONCLUDE, TO_DROP, LOOKED_AT, REACHED = (id_of(f"d33{n}") for n in range(5))
TO_CHANGE, TO_BEGIN, TO_CANCEL = (id_of(f"d34{number}") for number in range(3))
PART, PART_TO_AGREE, PART_TO_SIGN, PART_TO_REFUSE, PART_TO_CLOSE = (
    id_of(f"d35{number}") for number in range(5)
)
_TERMS = {"valid_from": "2030-03-02", "valid_to": "2030-08-31", "review_on": "2030-06-01"}
_TEXT = {
    "problem": "Utrata pracy i zaległości w czynszu.",
    "causes": "Zamknięcie zakładu.",
    "client_duties": ["Zgłasza się do urzędu pracy.", "Co tydzień odpowiada na dwie oferty."],
    "institution_duties": ["Praca socjalna raz w tygodniu.", "Pomoc w rozłożeniu zaległości."],
    "effect": "Ponowna ocena planu, zanim zapadnie decyzja o świadczeniu.",
}
_PART = {"form": "social_contract_a", "terms": _TERMS, "text": _TEXT}
_P = {"plan_id": PLAN}
_W = {"plan_id": WRITTEN}
EXAMPLES: dict[str, Example] = {
    "show_plan": Example(path=_P),
    "list_plan_conflicts": Example(path=_P),
    "add_goal": Example(
        path=_P,
        body={
            "title": "Praca w ciągu pół roku",
            "due_on": "2030-06-30",
            "indicator": "tygodnie pracy",
            "baseline": "0",
            "target": "26",
        },
    ),
    "add_action": Example(
        path=_P,
        body={
            "goal_id": GOAL,
            "title": "Kurs zawodowy",
            "due_on": "2030-05-31",
            "category": "labour.training",
            "engagement": "full_time_training",
            "cost": "1200.00",
            "funding": "labour_fund",
        },
    ),
    "finish_action": Example(path=_P | {"action_id": ACTION}),
    "set_diagnosis": Example(
        path=_W,
        body={
            "diagnosis": "Długo bez pracy, chce wrócić do piekarni.",
            "strengths": ["Zna trzy języki."],
        },
        if_match='"v1"',
    ),
    "change_goal": Example(
        path=_W | {"goal_id": TO_WORD}, body={"title": "Praca na pół etatu"}, if_match='"v7"'
    ),
    "conclude_goal": Example(path=_W | {"goal_id": TO_CONCLUDE}, body={"result": "reached"}),
    "drop_goal": Example(path=_W | {"goal_id": TO_DROP}, if_match='"v7"'),
    "change_action": Example(
        path=_W | {"action_id": TO_CHANGE},
        body={"title": "CV i list motywacyjny", "due_on": "2030-04-30"},
        if_match='"v7"',
    ),
    "begin_action": Example(path=_W | {"action_id": TO_BEGIN}),
    "cancel_action": Example(path=_W | {"action_id": TO_CANCEL}),
    "open_part": Example(path=_P, body=_PART),
    "change_part": Example(
        path=_W | {"part_id": PART}, body={"terms": _TERMS, "text": _TEXT}, if_match='"v8"'
    ),
    "assign_plan_lead": Example(path=_W, body={"worker": "ops-zabrze"}),
    "propose_plan": Example(path={"plan_id": TO_PROPOSE}),
    "agree_part": Example(path={"plan_id": TO_AGREE, "part_id": PART_TO_AGREE}, if_match='"v4"'),
    "sign_part": Example(
        path={"plan_id": TO_SIGN, "part_id": PART_TO_SIGN},
        body={"evidence": "KS/12/2026"},
        if_match='"v4"',
    ),
    "refuse_part": Example(
        path={"plan_id": TO_REFUSE, "part_id": PART_TO_REFUSE},
        body={"reason": "W poniedziałki nie ma z kim zostawić dzieci."},
    ),
    "activate_plan": Example(path={"plan_id": TO_ACTIVATE}, body={"ends_on": "2099-12-31"}),
    "open_review": Example(path={"plan_id": TO_REVIEW}),
    "record_progress": Example(
        path={"plan_id": REVIEWED},
        body={"goal_id": LOOKED_AT, "progress": "on_track", "note": "Dwie rozmowy o pracę."},
    ),
    "close_review": Example(path={"plan_id": CONCLUDED}, body={"conclusions": "Plan trwa."}),
    "close_part": Example(
        path={"plan_id": TO_COMPLETE, "part_id": PART_TO_CLOSE},
        body={"results": "Zaległości spłacone.", "talk_on": "2026-03-20"},
    ),
    "complete_plan": Example(
        path={"plan_id": TO_COMPLETE},
        body={
            "results": [{"goal_id": REACHED, "result": "reached"}],
            "summary": "Pracuje na cały etat.",
        },
    ),
    "discontinue_plan": Example(path={"plan_id": TO_GIVE_UP}, body={"reason": "moved_away"}),
    "list_plan_changes": Example(path=_P),
    "list_plan_versions": Example(path={"plan_id": TO_REVIEW}),
    "show_plan_version": Example(path={"plan_id": TO_REVIEW, "version": "7"}),
    "begin_plan": Example(body={"client_id": ONCE_MORE}),
    "list_plans": Example(path={"client_id": CLIENT}),
}


def sow(front: Front, _: Sequence[str]) -> dict[str, str]:
    """People of their own: each plan stands at the step that one of the verbs takes."""
    names = [WRITTEN, TO_PROPOSE, TO_AGREE, TO_SIGN, TO_REFUSE, TO_ACTIVATE, TO_REVIEW, REVIEWED]
    names += [CONCLUDED, TO_COMPLETE, TO_GIVE_UP]
    made = {name: _plan(front, number) for number, name in enumerate(names)}
    written = _write(front, made[WRITTEN])
    goals = {name: _goal(front, made[name]) for name in names[1:-1]}
    parts = {name: _part(front, made[name]) for name in names[1:-1]}
    for name in names[2:-1]:
        front.post(OPS, f"/v1/plans/{made[name]}/propose")
    for name in names[5:-1]:
        _sign(front, made[name], parts[name])
    for name in names[6:-1]:
        front.post(OPS, f"/v1/plans/{made[name]}/activate", {})
    for name in (REVIEWED, CONCLUDED):
        front.post(OPS, f"/v1/plans/{made[name]}/reviews")
    more = {
        PART_TO_AGREE: parts[TO_AGREE],
        PART_TO_SIGN: parts[TO_SIGN],
        PART_TO_REFUSE: parts[TO_REFUSE],
        PART_TO_CLOSE: parts[TO_COMPLETE],
        LOOKED_AT: goals[REVIEWED],
        REACHED: goals[TO_COMPLETE],
        ONCE_MORE: _given_up(front, len(names)),
    }
    return made | written | more


def _plan(front: Front, number: int) -> str:
    return str(front.wait_for_plan(OPS, _client(front, number))["id"])


def _client(front: Front, number: int) -> str:
    body = {"name": {"given": "Ewa", "family": "Planowa-Demo"}, "birth_date": "1984-02-02"}
    return str(front.post(OPS, "/v1/clients", body, key=f"plan-example-{number}")["id"])


def _given_up(front: Front, number: int) -> str:
    client = _client(front, number)
    plan = front.wait_for_plan(OPS, client)["id"]
    front.post(OPS, f"/v1/plans/{plan}/discontinue", {"reason": "moved_away"})
    return client


def _goal(front: Front, plan: str, title: str = "Praca w ciągu pół roku") -> str:
    return str(front.post(OPS, f"/v1/plans/{plan}/goals", {"title": title})["goals"][-1]["id"])


def _part(front: Front, plan: str) -> str:
    return str(front.post(OPS, f"/v1/plans/{plan}/parts", _PART)["parts"][0]["id"])


def _sign(front: Front, plan: str, part: str) -> None:
    path = f"/v1/plans/{plan}/parts/{part}"
    front.post(OPS, f"{path}/agree", if_match='"v4"')
    front.post(OPS, f"{path}/sign", {"evidence": "KS/12/2026"}, if_match='"v4"')


def _write(front: Front, plan: str) -> dict[str, str]:
    """Three goals and three actions, in the versions 2 to 7, and a part in the eighth."""
    goals = [_goal(front, plan, f"Przykładowy cel {number}") for number in range(3)]
    made: dict[str, Any] = {}
    for number in range(3):
        body = {"goal_id": goals[0], "title": f"Przykładowe działanie {number}"}
        made = front.post(OPS, f"/v1/plans/{plan}/actions", body)
    actions = [str(action["id"]) for action in made["goals"][0]["actions"]]
    named = dict(zip((TO_WORD, TO_CONCLUDE, TO_DROP), goals, strict=True))
    named |= dict(zip((TO_CHANGE, TO_BEGIN, TO_CANCEL), actions, strict=True))
    return named | {PART: _part(front, plan)}
