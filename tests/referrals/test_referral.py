"""The rules of a referral."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from contracts.intake import Urgency
from contracts.referrals import (
    DeclineReason,
    Outcome,
    ReferralAccepted,
    ReferralCompleted,
    ReferralDeclined,
    ReferralReceived,
    ReferralSent,
    ReferralWithdrawn,
)
from contracts.referrals.codes import CancelReason, ErrorReason, FailReason, PauseReason
from contracts.referrals.steps import ReferralClaimed, ReferralOffered, ReferralReopened
from contracts.values import BasisKind
from kernel.refusals import Refusal
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import (
    AlreadyAcknowledged,
    AnswerStands,
    BasisIncomplete,
    ConsentOver,
    DayIsOver,
    EndBeforeVisit,
    NeitherSide,
    NoAppointment,
    NotADraft,
    NotTheReceiver,
    NotTheSender,
    ReferralToOneself,
    VisitBeforeSending,
    VisitToCome,
)
from services.referrals.domain.referral_states import (
    ENDED,
    MOVES,
    STAYS,
    Appointment,
    ReferralState,
)
from services.referrals.domain.referral_words import Acting, Visit, Words
from tests.referrals.referring import (
    CLIENT,
    OPS,
    OTHER_RELATION,
    PARTNERSHIP,
    PUP,
    REFERRAL,
    VISIT,
    accepted,
    consent,
    draft,
    receiver,
    sender,
    sent,
    standing,
    stranger,
)

Verb = Callable[[Referral, Acting], Any]
SENDER: dict[str, Verb] = {
    "send": lambda r, by: r.send(by),
    "supply": lambda r, by: r.supply("Yes.", by),
    "withdraw": lambda r, by: r.withdraw(by),
    "request_cancellation": lambda r, by: r.request_cancellation(CancelReason.NOT_NEEDED, by),
    "reopen": lambda r, by: r.reopen(OTHER_RELATION, by),
    "acknowledge": lambda r, by: r.acknowledge(None, None, by),
}
RECEIVER: dict[str, Verb] = {
    "receive": lambda r, by: r.receive(by),
    "return": lambda r, by: r.send_back("Why?", by),
    "wait": lambda r, by: r.wait(by),
    "accept": lambda r, by: r.accept(VISIT, by),
    "decline": lambda r, by: r.decline(DeclineReason.NO_PLACES, None, by),
    "start": lambda r, by: r.start(by),
    "schedule": lambda r, by: r.schedule(VISIT, by),
    "miss": lambda r, by: r.miss(by),
    "cancel_appointment": lambda r, by: r.cancel_appointment(by),
    "note": lambda r, by: r.note(by),
    "hold": lambda r, by: r.hold(PauseReason.ILLNESS, date(2026, 4, 1), by),
    "complete": lambda r, by: r.complete(Outcome.EMPLOYMENT, "Hired.", by),
    "fail": lambda r, by: r.fail(FailReason.NO_CONTACT, None, by),
    "confirm_cancellation": lambda r, by: r.confirm_cancellation(by),
    "take_back": lambda r, by: r.take_back(OTHER_RELATION, by),
}
EITHER: dict[str, Verb] = {"mark_error": lambda r, by: r.mark_error(ErrorReason.OTHER, by)}
VERBS = SENDER | RECEIVER | EITHER
BY_ITSELF = {"expire", "supersede", "claim"}
"""The clock, what changed elsewhere, and what has no receiver yet: they have tests of their own."""
FROM = {verb: begins for verb, (begins, _) in MOVES.items()} | STAYS


def whose(verb: str) -> Acting:
    return sender() if verb in SENDER else receiver()


def test_every_step_of_the_table_has_its_verb() -> None:
    assert set(VERBS) | BY_ITSELF == set(MOVES) | set(STAYS)


@pytest.mark.parametrize("state", ReferralState)
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_leads_where_the_table_says_and_from_nowhere_else(
    verb: str, state: ReferralState
) -> None:
    referral = standing(state)
    before = referral.version

    try:
        VERBS[verb](referral, whose(verb))
        outcome: Any = referral.state
    except IllegalMove as refused:
        outcome = refused.members

    if state in FROM[verb]:
        assert outcome == (state if verb in STAYS else MOVES[verb][1])
        assert referral.version == before + 1
    else:
        possible = {name for name, begins in FROM.items() if state in begins}
        assert (outcome["state"], set(outcome["allowed"])) == (state.value, possible)
        assert (referral.state, referral.version) == (state, before)


@pytest.mark.parametrize(("verb", "refusal"), [
    *((verb, NotTheSender) for verb in SENDER),
    *((verb, NotTheReceiver) for verb in RECEIVER),
    *((verb, NeitherSide) for verb in EITHER),
])  # fmt: skip
@pytest.mark.parametrize("state", ReferralState)
def test_whose_step_it_is_not_is_told_so_wherever_it_stands(
    verb: str, refusal: type[Refusal], state: ReferralState
) -> None:
    with pytest.raises(refusal):
        VERBS[verb](standing(state), stranger())


@pytest.mark.parametrize("verb", SENDER)
def test_the_receiver_does_not_act_for_the_sender(verb: str) -> None:
    with pytest.raises(NotTheSender):
        VERBS[verb](sent(), receiver())


@pytest.mark.parametrize("state", sorted(ENDED))
def test_from_the_end_only_opening_again_reading_and_mistakes_lead_on(
    state: ReferralState,
) -> None:
    ways = {verb for verb, begins in FROM.items() if state in begins}

    assert ways <= {"reopen", "take_back", "acknowledge", "mark_error"}


def test_a_sent_referral_lets_the_receiver_see_the_client() -> None:
    assert draft().send(sender()) == ReferralSent(
        client_id=CLIENT,
        relation_id=REFERRAL,
        party_id=PUP,
        basis=BasisKind.REFERRAL,
        referral_id=REFERRAL,
        sent_by=OPS,
        urgency=Urgency.NORMAL,
    )


def test_a_referral_on_a_consent_lets_see_as_long_as_the_consent() -> None:
    told = draft(consent(date(2026, 9, 1))).send(sender())

    assert isinstance(told, ReferralSent)
    assert told.until == date(2026, 9, 1)


def test_a_consent_that_ended_yesterday_is_no_basis() -> None:
    with pytest.raises(ConsentOver) as refused:
        draft(consent(date(2026, 3, 1))).send(sender())

    assert refused.value.pointer == "/basis/until"


@pytest.mark.parametrize(
    ("lacking", "pointer"), [({"basis": None}, "/basis"), ({"sent_to": None}, "/to")]
)
def test_a_draft_names_its_receiver_and_its_basis_before_it_is_sent(
    lacking: Any, pointer: str
) -> None:
    with pytest.raises(BasisIncomplete) as refused:
        draft(**lacking).send(sender())

    assert refused.value.pointer == pointer


def test_nobody_refers_to_oneself() -> None:
    with pytest.raises(ReferralToOneself) as refused:
        draft(sent_to=OPS).send(sender())

    assert refused.value.pointer == "/to/institution"


def test_what_was_sent_is_not_written_anew() -> None:
    with pytest.raises(NotADraft):
        sent().write(Words(purpose="Another"), sender())


def test_an_open_referral_lets_nobody_see_until_one_claims_it() -> None:
    referral = draft(sent_to=None, open_to=PARTNERSHIP)

    offered, claimed = referral.send(sender()), referral.claim(receiver())

    assert isinstance(offered, ReferralOffered)
    assert claimed == ReferralClaimed(
        client_id=CLIENT,
        relation_id=REFERRAL,
        party_id=PUP,
        basis=BasisKind.REFERRAL,
        referral_id=REFERRAL,
    )
    assert (referral.state, referral.sent_to) == (ReferralState.RECEIVED, PUP)


def test_the_sender_does_not_claim_what_it_sent_itself() -> None:
    with pytest.raises(ReferralToOneself):
        sent(sent_to=None, open_to=PARTNERSHIP).claim(sender())


def test_what_was_claimed_is_not_claimed_again() -> None:
    referral = sent(sent_to=None, open_to=PARTNERSHIP)
    referral.claim(receiver())

    with pytest.raises(NotTheReceiver):
        referral.claim(stranger())


def test_the_receiver_opens_it() -> None:
    referral = sent()

    event = referral.receive(receiver())

    assert event == ReferralReceived(client_id=CLIENT, referral_id=REFERRAL)
    assert (referral.received_at, referral.receiver) == (receiver().at, "pup-worker")


def test_to_accept_is_to_have_received() -> None:
    referral = sent()

    event = referral.accept(VISIT, receiver(1))

    assert event == ReferralAccepted(
        client_id=CLIENT, referral_id=REFERRAL, accepted_by=PUP, first_visit_on=date(2026, 3, 10)
    )
    assert (referral.words.first_visit_at, referral.words.place) == ("10:30", "Room 12")
    assert referral.received_at == referral.answered_at == receiver(1).at


def test_the_first_visit_may_be_on_the_day_of_sending_in_poland() -> None:
    referral = sent()

    referral.accept(Visit(date(2026, 3, 2)), receiver())

    assert referral.first_visit_on == date(2026, 3, 2)


def test_the_first_visit_may_not_be_before_the_day_of_sending() -> None:
    referral = sent()

    with pytest.raises(VisitBeforeSending) as refused:
        referral.accept(Visit(date(2026, 3, 1)), receiver())

    assert refused.value.pointer == "/first_visit_on"
    assert (referral.state, referral.version) == (ReferralState.SENT, 1)


def test_the_end_is_not_planned_before_the_beginning() -> None:
    with pytest.raises(EndBeforeVisit):
        sent().accept(VISIT, receiver(), planned_end_on=date(2026, 3, 9))


def test_a_declined_referral_closes_the_relation_and_says_why_by_a_code() -> None:
    referral = sent()

    event = referral.decline(DeclineReason.NO_PLACES, "Next course in May.", receiver())

    assert event == ReferralDeclined(
        client_id=CLIENT,
        relation_id=REFERRAL,
        referral_id=REFERRAL,
        declined_by=PUP,
        reason=DeclineReason.NO_PLACES,
    )
    assert referral.words.note == "Next course in May."


def test_a_completed_referral_closes_the_relation_and_tells_the_outcome() -> None:
    referral = accepted()

    event = referral.complete(Outcome.EMPLOYMENT, "Hired.", receiver(9))

    assert event == ReferralCompleted(
        client_id=CLIENT,
        relation_id=REFERRAL,
        referral_id=REFERRAL,
        completed_by=PUP,
        outcome=Outcome.EMPLOYMENT,
    )
    assert (referral.outcome, referral.ended_at) == (Outcome.EMPLOYMENT, receiver(9).at)


def test_the_sender_withdraws_while_nobody_opened_it() -> None:
    assert sent().withdraw(sender()) == ReferralWithdrawn(
        client_id=CLIENT, relation_id=REFERRAL, referral_id=REFERRAL
    )


def test_of_a_draft_that_is_withdrawn_nobody_hears() -> None:
    assert draft().withdraw(sender()) is None


def test_nobody_misses_what_is_still_to_come() -> None:
    with pytest.raises(VisitToCome):
        accepted().miss(receiver(1))


@pytest.mark.parametrize("verb", ["miss", "cancel_appointment"])
def test_only_an_appointment_that_stands_is_missed_or_called_off(verb: str) -> None:
    referral = accepted()
    referral.miss(receiver(9))

    with pytest.raises(NoAppointment):
        VERBS[verb](referral, receiver(9))


def test_a_note_after_the_day_says_that_the_appointment_took_place() -> None:
    early, late = accepted(), accepted()

    early.note(receiver(1))
    late.note(receiver(9))

    assert early.appointment is Appointment.SCHEDULED
    assert late.appointment is Appointment.TOOK_PLACE


def test_it_does_not_rest_until_yesterday() -> None:
    with pytest.raises(DayIsOver):
        accepted().hold(PauseReason.ILLNESS, date(2026, 3, 1), receiver())


def test_a_reopened_referral_opens_another_relation_and_carries_nothing_of_the_end() -> None:
    referral = sent()
    referral.decline(DeclineReason.NO_PLACES, "In May.", receiver())

    event = referral.reopen(OTHER_RELATION, sender(40))

    assert event == ReferralReopened(
        client_id=CLIENT,
        relation_id=OTHER_RELATION,
        party_id=PUP,
        basis=BasisKind.REFERRAL,
        referral_id=REFERRAL,
        reopened_by=OPS,
    )
    assert (referral.decline_reason, referral.words.note, referral.ended_at) == (None, None, None)
    assert referral.answer_due_on == date(2026, 4, 17)


def test_a_receiver_takes_back_its_own_mistake_only_for_some_days() -> None:
    soon, late = accepted(), accepted()
    soon.complete(Outcome.EMPLOYMENT, "Hired.", receiver(1))
    late.complete(Outcome.EMPLOYMENT, "Hired.", receiver(1))

    soon.take_back(OTHER_RELATION, receiver(15))
    with pytest.raises(AnswerStands):
        late.take_back(OTHER_RELATION, receiver(16))

    assert (soon.state, soon.outcome) == (ReferralState.RECEIVED, None)


def test_the_loop_is_closed_once() -> None:
    referral = accepted()
    referral.complete(Outcome.EMPLOYMENT, "Hired.", receiver())
    referral.acknowledge(None, "Kind people.", sender())

    with pytest.raises(AlreadyAcknowledged):
        referral.acknowledge(None, None, sender())

    assert referral.words.client_words == "Kind people."
