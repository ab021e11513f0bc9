"""A client's first day through the generated client: registered, seen, referred, answered.

Says where by the environment: OKIENKO_URL, the tokens OKIENKO_OPS, OKIENKO_PUP, OKIENKO_STRANGER, and the
ids OKIENKO_PARTNERSHIP, OKIENKO_PUP_ID (see clients/README.md). Everybody in it is invented.
"""

import datetime as dt
import os
import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar
from uuid import UUID

from okienko_client import AuthenticatedClient
from okienko_client.api.intake import register_client
from okienko_client.api.plans import add_goal, show_plan
from okienko_client.api.record import read_record
from okienko_client.api.referrals import (
    accept_referral,
    complete_referral,
    list_referrals,
    send_referral,
    show_referral,
)
from okienko_client.models.accept_referral import AcceptReferral
from okienko_client.models.add_goal import AddGoal
from okienko_client.models.complete_referral import CompleteReferral
from okienko_client.models.consent import Consent
from okienko_client.models.outcome import Outcome
from okienko_client.models.person_name import PersonName
from okienko_client.models.plan_view import PlanView
from okienko_client.models.problem import Problem
from okienko_client.models.record_view import RecordView
from okienko_client.models.referral_box import ReferralBox
from okienko_client.models.referral_page import ReferralPage
from okienko_client.models.referral_state import ReferralState
from okienko_client.models.referral_view import ReferralView
from okienko_client.models.register_client import RegisterClient
from okienko_client.models.registered_client import RegisteredClient
from okienko_client.models.send_referral import SendReferral
from okienko_client.models.share_with import ShareWith
from okienko_client.models.statutory_task import StatutoryTask
from okienko_client.models.to_institution import ToInstitution
from okienko_client.types import Response

T = TypeVar("T")


def caller(who: str) -> AuthenticatedClient:
    """Somebody with a token."""
    return AuthenticatedClient(os.environ["OKIENKO_URL"], token=os.environ[f"OKIENKO_{who}"])


OPS, PUP, STRANGER = caller("OPS"), caller("PUP"), caller("STRANGER")
PUP_ID, PARTNERSHIP = UUID(os.environ["OKIENKO_PUP_ID"]), UUID(os.environ["OKIENKO_PARTNERSHIP"])


def got(answer: Response[Any], kind: type[T]) -> T:
    """What was asked for, or a sentence why not: every problem has its type."""
    parsed = answer.parsed
    if isinstance(parsed, Problem):
        raise SystemExit(f"{parsed.status} {parsed.type_}: {parsed.title}")
    assert isinstance(parsed, kind), answer.status_code
    return parsed


def eventually(ask: Callable[[], T | None]) -> T:
    """What a front end does with what travels between services: look again in a moment."""
    until = time.monotonic() + 30
    while (found := ask()) is None:
        assert time.monotonic() < until, "not in time"
        time.sleep(0.05)
    return found


def registered() -> tuple[UUID, str]:
    """A client of the OPS, shared with the partnership, and the token of that write."""
    answer = register_client.sync_detailed(
        client=OPS,
        body=RegisterClient(
            name=PersonName("Próbna", "Wymyślona"),
            birth_date=dt.date(1985, 3, 14),
            share_with=[ShareWith(Consent("consent", "form 12/2026"), partnership=PARTNERSHIP)],
        ),
    )
    client = got(answer, RegisteredClient)
    assert answer.headers["ETag"] == '"v1"'
    return client.id, answer.headers["Sync-Token"]


def seen(client_id: UUID, sync_token: str) -> None:
    """The partner sees her at once, a stranger gets a problem, and it has a type."""
    record = got(
        read_record.sync_detailed(client_id, client=PUP, sync_token=sync_token), RecordView
    )
    assert record.sections["identity"]["name"]["given"] == "Próbna"
    refused = read_record.sync(client_id, client=STRANGER)
    assert isinstance(refused, Problem)
    assert refused.status == HTTPStatus.NOT_FOUND


def planned(client_id: UUID) -> tuple[UUID, UUID]:
    """Her plan, and a goal in it."""

    def plan() -> UUID | None:
        record = got(read_record.sync_detailed(client_id, client=OPS), RecordView)
        found = record.sections.additional_properties.get("plan")
        return UUID(found["id"]) if found else None

    plan_id = eventually(plan)
    body = AddGoal("Praca w pół roku")
    with_goal = got(add_goal.sync_detailed(plan_id, client=OPS, body=body), PlanView)
    return plan_id, with_goal.goals[0].id


def referred(client_id: UUID, goal_id: UUID) -> UUID:
    """A referral to the labour office, in the box of whom it goes to."""
    sent = got(
        send_referral.sync_detailed(
            client=OPS,
            body=SendReferral(
                client_id=client_id,
                to=ToInstitution(PUP_ID),
                purpose="Pośrednictwo pracy",
                basis=StatutoryTask("statutory_task", "art. 100 ust. 2 u.p.s."),
                goal_id=goal_id,
            ),
        ),
        ReferralView,
    )
    box = got(list_referrals.sync_detailed(client=PUP, box=ReferralBox.IN), ReferralPage)
    assert sent.id in {referral.id for referral in box.items}
    return sent.id


def answered(referral_id: UUID) -> None:
    """Accepted once, and not a second time; then what came of it."""
    visit = AcceptReferral(dt.date.today() + dt.timedelta(days=3))
    got(accept_referral.sync_detailed(referral_id, client=PUP, body=visit), ReferralView)
    again = accept_referral.sync(referral_id, client=PUP, body=visit)
    assert isinstance(again, Problem)
    assert (again.status, "complete" in again["allowed"]) == (HTTPStatus.CONFLICT, True)
    done = CompleteReferral(Outcome.EMPLOYMENT, "Przyjęta do piekarni.")
    got(complete_referral.sync_detailed(referral_id, client=PUP, body=done), ReferralView)
    told = got(show_referral.sync_detailed(referral_id, client=OPS), ReferralView)
    assert told.state is ReferralState.COMPLETED


def shown(plan_id: UUID, referral_id: UUID) -> None:
    """Her plan shows the action of the referral as done."""

    def status() -> str | None:
        plan = got(show_plan.sync_detailed(plan_id, client=OPS), PlanView)
        actions = [action for goal in plan.goals for action in goal.actions]
        found = [a.status for a in actions if a.referral_id == referral_id]
        return found[0].value if found and found[0].value == "done" else None

    assert eventually(status) == "done"


def main() -> None:
    """The whole journey."""
    client_id, sync_token = registered()
    seen(client_id, sync_token)
    plan_id, goal_id = planned(client_id)
    referral_id = referred(client_id, goal_id)
    answered(referral_id)
    shown(plan_id, referral_id)
    print("Registered, seen, planned, referred, answered: all through the client.")


main()
