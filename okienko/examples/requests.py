"""Examples of requests for information, and of links to answer a referral by."""

from collections.abc import Sequence
from datetime import timedelta

from kernel import clock
from okienko.caller import Front
from okienko.examples.example import HOME, OPS, PUP, Example, id_of, referral
from okienko.personas import NGO_ZABRZE, PUP_ZABRZE, with_check_digit

NGO = "ngo-zabrze"
_REQUEST, _LINK, _REFERRAL = "request_id", "link_id", "referral_id"
_TO_RECEIVE, _TO_ANSWER, _TO_REFUSE = id_of("d601"), id_of("d603"), id_of("d604")
_TO_PASS_ON, _TO_DELAY, _TO_WITHDRAW = id_of("d605"), id_of("d606"), id_of("d607")
_TO_ACKNOWLEDGE, _CLIENT = id_of("d608"), id_of("d609")
_TO_LINK, _LINKED, _TO_RENEW, _TO_REVOKE = (
    id_of("d610"),
    id_of("d611"),
    id_of("d602"),
    id_of("d612"),
)
_LATER = "2031-02-07"
"""Stands for a day that a notice of delay can name today."""
_BASIS = {"kind": "statutory_task", "article": "art. 105 ust. 1 u.p.s."}
_TO = {"institution": str(PUP_ZABRZE.id)}
_NGO = {"institution": str(NGO_ZABRZE.id)}
_ANSWER = {"kind": "benefit_right", "entitled": False, "last_day": "2026-01-31"}
_HANDED = {"handed_to": "Stowarzyszenie Przykład, telefonicznie"}


def _named(name: str, placeholder: str) -> dict[str, str]:
    return {name: placeholder}


EXAMPLES: dict[str, Example] = {
    "ask_information": Example(
        body={
            "client_id": _CLIENT,
            "to": _TO,
            "questions": [{"kind": "pup_status"}, {"kind": "benefit_right"}],
            "basis": _BASIS,
        }
    ),
    "list_information_requests": Example(),
    "show_information_request": Example(path=_named(_REQUEST, _TO_ANSWER)),
    "receive_information": Example(PUP, path=_named(_REQUEST, _TO_RECEIVE)),
    "answer_information": Example(PUP, {"answers": [_ANSWER]}, _named(_REQUEST, _TO_ANSWER)),
    "refuse_information": Example(PUP, {"reason": "no_data"}, _named(_REQUEST, _TO_REFUSE)),
    "pass_on_information": Example(PUP, {"to": _NGO}, _named(_REQUEST, _TO_PASS_ON)),
    "delay_information": Example(
        PUP, {"until": _LATER, "reason": "archive"}, _named(_REQUEST, _TO_DELAY)
    ),
    "withdraw_information": Example(path=_named(_REQUEST, _TO_WITHDRAW)),
    "acknowledge_information": Example(path=_named(_REQUEST, _TO_ACKNOWLEDGE)),
    "hand_out_link": Example(body=_HANDED, path=_named(_REFERRAL, _TO_LINK)),
    "list_links": Example(path=_named(_REFERRAL, _LINKED)),
    "show_answer_sheet": Example(NGO, path=_named(_REFERRAL, _LINKED)),
    "renew_link": Example(path=_named(_LINK, _TO_RENEW)),
    "revoke_link": Example(path=_named(_LINK, _TO_REVOKE)),
}


def sow(front: Front, clients: Sequence[str]) -> dict[str, str]:
    """One client about whom much is asked, one about whom nothing yet, and links to three referrals."""
    del clients
    asked_about, fresh, third = (_somebody(front, number) for number in range(3))
    made = {
        _CLIENT: fresh,
        _LATER: (clock.today() + timedelta(days=20)).isoformat(),
        _TO_RECEIVE: _ask(front, asked_about, "pup_status"),
        _TO_ANSWER: _ask(front, asked_about, "benefit_right"),
        _TO_REFUSE: _ask(front, asked_about, "ipd_state"),
        _TO_PASS_ON: _ask(front, asked_about, "services_provided"),
        _TO_DELAY: _ask(front, asked_about, "attendance"),
        _TO_WITHDRAW: _ask(front, asked_about, "benefits_paid"),
        _TO_ACKNOWLEDGE: _ask(front, asked_about, "contact"),
        _TO_LINK: _refer(front, asked_about),
        _LINKED: _refer(front, fresh),
    }
    path = f"/v1/information-requests/{made[_TO_ACKNOWLEDGE]}/refuse"
    front.post(PUP, path, {"reason": "no_data"})
    return made | {
        _TO_RENEW: _link(front, made[_LINKED]),
        _TO_REVOKE: _link(front, _refer(front, third)),
    }


def _somebody(front: Front, number: int) -> str:
    body = {
        "name": {"given": "Ewa", "family": "Przykładowa-Demo"},
        "pesel": with_check_digit(f"85031493{number:02}0"),
        "birth_date": "1985-03-14",
        "residence": HOME,
    }
    client = str(front.post(OPS, "/v1/clients", body, key=f"request-example-{number}")["id"])
    front.wait_for_plan(OPS, client)
    return client


def _ask(front: Front, client: str, kind: str) -> str:
    body = {"client_id": client, "to": _TO, "questions": [{"kind": kind}], "basis": _BASIS}
    return str(front.post(OPS, "/v1/information-requests", body)["id"])


def _refer(front: Front, client: str) -> str:
    body = referral(client) | {"to": _NGO, "purpose": "Paczka żywnościowa"}
    return str(front.post(OPS, "/v1/referrals", body)["id"])


def _link(front: Front, referral_id: str) -> str:
    handed = front.post(OPS, f"/v1/referrals/{referral_id}/links", _HANDED)
    return str(handed["link"]["id"])
