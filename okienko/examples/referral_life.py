"""Examples of the life of a referral: drafts, questions, appointments, rests, ends and new beginnings."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kernel import clock
from okienko.caller import Front
from okienko.examples.example import (
    CONSENT,
    HOME,
    MANAGER,
    OPS,
    PUP,
    TASK,
    Example,
    id_of,
    referral,
)
from okienko.personas import PUP_ZABRZE, with_check_digit

_TO = {"institution": str(PUP_ZABRZE.id)}
_VISIT = {"first_visit_on": "2030-01-07"}
_CLIENT = id_of("e1c0")
(DRAFT, TO_RETURN, RETURNED, TO_START, TO_SCHEDULE, TO_MISS, TO_CALL_OFF, TO_NOTE, TO_HOLD) = (
    {"referral_id": id_of(f"e1{number:02}")} for number in range(1, 10)
)
(
    TO_ASK_BACK,
    TO_GIVE_BACK,
    TO_FAIL,
    TO_REOPEN,
    TO_ACKNOWLEDGE,
    TO_RETRACT,
    ON_CONSENT,
    TO_SEND,
) = ({"referral_id": id_of(f"e1{number:02}")} for number in range(10, 18))
EXAMPLES: dict[str, Example] = {
    "draft_referral": Example(body={"client_id": _CLIENT, "purpose": "Poradnictwo zawodowe"}),
    "change_draft": Example(
        body={"purpose": "Poradnictwo zawodowe", "to": _TO, "basis": TASK}, path=DRAFT
    ),
    "send_draft": Example(path=TO_SEND),
    "show_referral_history": Example(path=TO_ACKNOWLEDGE),
    "return_referral": Example(PUP, {"question": "Czy ma opiekę dla dziecka?"}, TO_RETURN),
    "supply_referral": Example(body={"answer": "Tak, od września."}, path=RETURNED),
    "start_referral": Example(PUP, path=TO_START),
    "schedule_appointment": Example(
        PUP, {"visit_on": "2030-01-14", "visit_at": "09:00", "place": "Pokój 12"}, TO_SCHEDULE
    ),
    "miss_appointment": Example(PUP, path=TO_MISS),
    "cancel_appointment": Example(PUP, path=TO_CALL_OFF),
    "note_referral": Example(PUP, {"note": "Kurs trwa, przychodzi codziennie."}, TO_NOTE),
    "hold_referral": Example(PUP, {"reason": "illness", "review_on": "2030-02-01"}, TO_HOLD),
    "request_cancellation": Example(body={"reason": "not_needed"}, path=TO_ASK_BACK),
    "confirm_cancellation": Example(PUP, path=TO_GIVE_BACK),
    "fail_referral": Example(PUP, {"reason": "no_contact", "note": "Trzy telefony."}, TO_FAIL),
    "reopen_referral": Example(path=TO_REOPEN),
    "acknowledge_referral": Example(
        body={"satisfaction": "satisfied", "client_words": "Mieli dla mnie czas."},
        path=TO_ACKNOWLEDGE,
    ),
    "mark_referral_error": Example(MANAGER, {"reason": "entered_twice"}, TO_RETRACT),
    "withdraw_referral_consent": Example(path=ON_CONSENT),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """A referral for each step, each of another client: one institution has one open at a time."""
    del clients
    today = clock.today().isoformat()
    ready: dict[str, Callable[[str], None]] = {
        _id(TO_RETURN): lambda _: None,
        _id(RETURNED): lambda path: _pup(front, f"{path}/return", question="Kiedy może zacząć?"),
        _id(TO_MISS): lambda path: _pup(front, f"{path}/accept", first_visit_on=today),
        _id(TO_ASK_BACK): lambda path: _pup(front, f"{path}/receive"),
        _id(TO_GIVE_BACK): lambda path: _ask_back(front, path),
        _id(TO_FAIL): lambda path: _begin(front, path),
        _id(TO_REOPEN): lambda path: _pup(front, f"{path}/decline", reason="no_places"),
        _id(TO_ACKNOWLEDGE): lambda path: _complete(front, path),
        _id(TO_RETRACT): lambda _: None,
        _id(ON_CONSENT): lambda _: None,
    }
    for accepted in (TO_START, TO_SCHEDULE, TO_CALL_OFF, TO_NOTE, TO_HOLD):
        ready[_id(accepted)] = lambda path: _pup(front, f"{path}/accept", **_VISIT)
    made = {_CLIENT: _somebody(front, 0)}
    for number, (placeholder, step) in enumerate(ready.items(), start=1):
        made[placeholder] = _sent(front, number, placeholder)
        step(f"/v1/referrals/{made[placeholder]}")
    for number, draft in ((30, DRAFT), (31, TO_SEND)):
        body = {
            "client_id": _somebody(front, number),
            "purpose": "Praca",
            "to": _TO,
            "basis": TASK,
        }
        made[_id(draft)] = front.post(OPS, "/v1/referrals/drafts", body)["id"]
    return made


def _id(path: Mapping[str, str]) -> str:
    return path["referral_id"]


def _somebody(front: Front, number: int) -> str:
    """A client of the office whom nothing else is about."""
    body = {
        "name": {"given": "Jan", "family": "Przykładowy-Demo"},
        "pesel": with_check_digit(f"85031492{number:02}0"),
        "birth_date": "1985-03-14",
        "residence": HOME,
    }
    client = str(front.post(OPS, "/v1/clients", body, key=f"referral-example-{number}")["id"])
    front.wait_for_plan(OPS, client)
    return client


def _sent(front: Front, number: int, placeholder: str) -> str:
    on_consent = placeholder == _id(ON_CONSENT)
    body = referral(_somebody(front, number)) | ({"basis": CONSENT} if on_consent else {})
    return str(front.post(OPS, "/v1/referrals", body)["id"])


def _pup(front: Front, path: str, **body: Any) -> None:
    front.post(PUP, path, body or None)


def _ask_back(front: Front, path: str) -> None:
    _pup(front, f"{path}/receive")
    front.post(OPS, f"{path}/request-cancellation", {"reason": "not_needed"})


def _begin(front: Front, path: str) -> None:
    _pup(front, f"{path}/accept", **_VISIT)
    _pup(front, f"{path}/start")


def _complete(front: Front, path: str) -> None:
    _pup(front, f"{path}/accept", **_VISIT)
    _pup(front, f"{path}/complete", outcome="training", note="Ukończony kurs.")
