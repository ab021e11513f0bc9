"""Examples of case meetings, each on a meeting that stands where it can succeed."""

from collections.abc import Sequence
from typing import Any

from kernel import clock
from okienko.caller import Front
from okienko.examples.example import CLIENT, OPS, PUP, Example, id_of
from okienko.personas import MOPR_ZABRZE, PUP_ZABRZE, ZABRZE

PLANNED, TO_ANSWER, TO_MOVE, TO_CANCEL, TO_FILL, TO_BUILD, TO_OPEN, IN_SESSION, TO_DRAFT = (
    id_of(f"d50{number}") for number in range(1, 10)
)
TO_APPROVE, FINAL = id_of("d50a"), id_of("d50b")
ITEM, TO_DROP, PROPOSED, TO_DECIDE, DELICATE, CORRECTED = (
    id_of(f"d51{number}") for number in range(1, 7)
)
TO_FINISH = id_of("d521")
_PUP_TOO = [{"institution": str(PUP_ZABRZE.id)}]
_DECISION = {"text": "PUP opłaci kurs", "owner": str(PUP_ZABRZE.id), "due_on": "2030-03-01"}


def _meeting(day: str = "2030-02-04") -> dict[str, Any]:
    return {
        "partnership": str(ZABRZE),
        "planned_on": day,
        "starts_at": "10:00",
        "place": "MOPR, sala 4",
        "participants": _PUP_TOO,
    }


def _item(meeting: str, item: str) -> dict[str, str]:
    return {"meeting_id": meeting, "item_id": item}


def _at(meeting: str) -> dict[str, str]:
    return {"meeting_id": meeting}


EXAMPLES: dict[str, Example] = {
    "plan_meeting": Example(body=_meeting()),
    "list_meetings": Example(),
    "suggest_meeting": Example(),
    "show_meeting": Example(path=_at(PLANNED)),
    "invite_to_meeting": Example(path=_at(PLANNED), body={"participants": []}),
    "answer_invitation": Example(PUP, {"answer": "accepted"}, _at(TO_ANSWER)),
    "move_meeting": Example(path=_at(TO_MOVE), body={"planned_on": "2030-02-11"}),
    "cancel_meeting": Example(path=_at(TO_CANCEL), body={"reason": "nothing_to_discuss"}),
    "build_agenda": Example(path=_at(TO_FILL)),
    "add_agenda_item": Example(
        path=_at(TO_FILL), body={"client_id": CLIENT, "purpose": "Kto płaci za kurs"}
    ),
    "show_agenda_item": Example(path=_item(TO_FILL, ITEM)),
    "change_agenda_item": Example(
        path=_item(TO_FILL, ITEM),
        body={"purpose": "Kto płaci za kurs i od kiedy", "client_takes_part": True},
    ),
    "withdraw_agenda_item": Example(path=_item(TO_FILL, TO_DROP), body={"reason": "settled"}),
    "confirm_agenda_item": Example(path=_item(TO_BUILD, PROPOSED)),
    "open_meeting": Example(path=_at(TO_OPEN), body={"present": _PUP_TOO}),
    "decide_in_meeting": Example(path=_item(IN_SESSION, TO_DECIDE), body=_DECISION),
    "finish_decision": Example(path=_at(IN_SESSION) | {"decision_id": TO_FINISH}),
    "show_minutes": Example(path=_at(IN_SESSION)),
    "draft_minutes": Example(path=_at(TO_DRAFT), body={"notes": []}),
    "approve_minutes": Example(path=_at(TO_APPROVE)),
    "annex_minutes": Example(
        path=_item(FINAL, CORRECTED), body={"text": "Kurs zaczyna się w kwietniu, nie w marcu."}
    ),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A meeting for every step, and items where one decides, proposes, drops and corrects."""
    about = {"client_id": clients[0], "purpose": "Kto płaci za kurs"}
    today = clock.today().isoformat()
    made = {name: _planned(front) for name in (PLANNED, TO_FILL, TO_BUILD)}
    made |= {name: _convened(front) for name in (TO_ANSWER, TO_MOVE, TO_CANCEL)}
    made |= {
        name: _convened(front, today)
        for name in (TO_OPEN, IN_SESSION, TO_DRAFT, TO_APPROVE, FINAL)
    }
    made |= {
        name: _brought(front, made[meeting], about | more)
        for name, meeting, more in (
            (ITEM, TO_FILL, {}),
            (TO_DROP, TO_FILL, {}),
            (TO_DECIDE, IN_SESSION, {}),
            (DELICATE, IN_SESSION, {"delicate": True, "need_to_know": _PUP_TOO}),
            (CORRECTED, FINAL, {}),
        )
    }
    for name in (IN_SESSION, TO_DRAFT, TO_APPROVE, FINAL):
        present = _PUP_TOO if name == IN_SESSION else []
        front.post(OPS, f"/v1/meetings/{made[name]}/open", {"present": present})
    for name in (TO_APPROVE, FINAL):
        front.post(OPS, f"/v1/meetings/{made[name]}/minutes", {"notes": []})
    front.post(OPS, f"/v1/meetings/{made[FINAL]}/minutes/approve")
    path = f"/v1/meetings/{made[IN_SESSION]}/items/{made[DELICATE]}/decisions"
    mine = _DECISION | {"owner": str(MOPR_ZABRZE.id)}
    decided = front.post(OPS, path, mine)["decisions"][0]["id"]
    return made | {TO_FINISH: decided, PROPOSED: _proposed(front, made[TO_BUILD], clients[3])}


def _planned(front: Front, day: str = "2030-02-04") -> str:
    return str(front.post(OPS, "/v1/meetings", _meeting(day))["id"])


def _convened(front: Front, day: str = "2030-02-04") -> str:
    meeting = _planned(front, day)
    front.post(OPS, f"/v1/meetings/{meeting}/invite", {"participants": []})
    return meeting


def _brought(front: Front, meeting: str, body: dict[str, Any]) -> str:
    return str(front.post(OPS, f"/v1/meetings/{meeting}/items", body)["id"])


def _proposed(front: Front, meeting: str, client: str) -> str:
    """What the house proposes once something of a client's plan is overdue."""
    path = f"/v1/plans/{front.wait_for_plan(OPS, client)['id']}"
    goal = front.post(OPS, f"{path}/goals", {"title": "Własne mieszkanie"})["goals"][-1]["id"]
    late = {"goal_id": goal, "title": "Wniosek o mieszkanie", "due_on": "2029-12-03"}
    front.post(OPS, f"{path}/actions", late)
    agenda = front.post(OPS, f"/v1/meetings/{meeting}/agenda")["agenda"]
    return next(str(item["id"]) for item in agenda if item["client_id"] == client)
