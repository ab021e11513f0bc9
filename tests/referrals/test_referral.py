"""The rules of a referral."""

from datetime import UTC, date, datetime
from uuid import UUID

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
from contracts.values import BasisKind, Consent, LegalBasis, StatutoryTask
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.referral import (
    ConsentOver,
    NotTheReceiver,
    NotTheSender,
    Referral,
    ReferralToOneself,
    Visit,
    VisitBeforeSending,
    Words,
)
from services.referrals.domain.referral_states import MOVES, OPEN, ReferralState

REFERRAL, CLIENT, OPS, PUP = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
# Half past midnight in Poland, still the evening before in UTC.
SENT_AT = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
VISIT = Visit(date(2026, 3, 10), "10:30", "Room 12")
ARTICLE = StatutoryTask(kind="statutory_task", article="art. 100 ust. 2 u.p.s.")


def sent(to: UUID = PUP, basis: LegalBasis = ARTICLE) -> Referral:
    return Referral(
        id=REFERRAL,
        relation_id=REFERRAL,
        client_id=CLIENT,
        sent_by=OPS,
        sent_to=to,
        sent_at=SENT_AT,
        urgency=Urgency.NORMAL,
        words=Words(purpose="Counselling", basis=basis),
    )


def accepted() -> Referral:
    referral = sent()
    referral.accept(VISIT, by=PUP)
    return referral


def consent(until: date) -> Consent:
    return Consent(kind="consent", evidence="form 12/2026", until=until)


def test_a_sent_referral_lets_the_receiver_see_the_client() -> None:
    assert sent().send() == ReferralSent(
        client_id=CLIENT,
        relation_id=REFERRAL,
        party_id=PUP,
        basis=BasisKind.REFERRAL,
        referral_id=REFERRAL,
        sent_by=OPS,
        urgency=Urgency.NORMAL,
    )


def test_a_referral_on_a_consent_lets_see_as_long_as_the_consent() -> None:
    assert sent(basis=consent(date(2026, 9, 1))).send().until == date(2026, 9, 1)


def test_a_consent_that_ended_yesterday_is_no_basis() -> None:
    with pytest.raises(ConsentOver) as refused:
        sent(basis=consent(date(2026, 3, 1))).send()

    assert refused.value.pointer == "/basis/until"


def test_nobody_refers_to_oneself() -> None:
    with pytest.raises(ReferralToOneself) as refused:
        sent(to=OPS).send()

    assert refused.value.pointer == "/to/institution"


def test_the_receiver_opens_it() -> None:
    referral = sent()

    event = referral.receive(by=PUP)

    assert event == ReferralReceived(client_id=CLIENT, referral_id=REFERRAL)
    assert (referral.state, referral.version) == (ReferralState.RECEIVED, 2)


def test_to_accept_is_to_have_received() -> None:
    referral = sent()

    event = referral.accept(VISIT, by=PUP)

    assert event == ReferralAccepted(
        client_id=CLIENT,
        referral_id=REFERRAL,
        accepted_by=PUP,
        first_visit_on=date(2026, 3, 10),
    )
    assert (referral.state, referral.version) == (ReferralState.ACCEPTED, 2)
    assert (referral.words.first_visit_at, referral.words.place) == ("10:30", "Room 12")


def test_a_received_referral_is_accepted_too() -> None:
    referral = sent()
    referral.receive(by=PUP)
    referral.accept(VISIT, by=PUP)

    assert (referral.state, referral.version) == (ReferralState.ACCEPTED, 3)


def test_the_first_visit_may_be_on_the_day_of_sending_in_poland() -> None:
    referral = sent()

    referral.accept(Visit(date(2026, 3, 2)), by=PUP)

    assert referral.first_visit_on == date(2026, 3, 2)


def test_the_first_visit_may_not_be_before_the_day_of_sending() -> None:
    referral = sent()

    with pytest.raises(VisitBeforeSending) as refused:
        referral.accept(Visit(date(2026, 3, 1)), by=PUP)

    assert refused.value.pointer == "/first_visit_on"
    assert (referral.state, referral.version) == (ReferralState.SENT, 1)


def test_a_declined_referral_closes_the_relation_and_says_why_by_a_code() -> None:
    referral = sent()

    event = referral.decline(DeclineReason.NO_PLACES, "Next course in May.", by=PUP)

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

    event = referral.complete(Outcome.EMPLOYMENT, None, by=PUP)

    assert event == ReferralCompleted(
        client_id=CLIENT,
        relation_id=REFERRAL,
        referral_id=REFERRAL,
        completed_by=PUP,
        outcome=Outcome.EMPLOYMENT,
    )
    assert (referral.state, referral.outcome) == (ReferralState.COMPLETED, Outcome.EMPLOYMENT)


def test_the_sender_withdraws_while_it_is_unanswered() -> None:
    referral = sent()

    event = referral.withdraw(by=OPS)

    assert event == ReferralWithdrawn(client_id=CLIENT, relation_id=REFERRAL, referral_id=REFERRAL)
    assert referral.state is ReferralState.WITHDRAWN


def test_the_sender_may_not_accept_its_own_referral() -> None:
    with pytest.raises(NotTheReceiver):
        sent().accept(VISIT, by=OPS)


def test_the_receiver_may_not_withdraw() -> None:
    with pytest.raises(NotTheSender):
        sent().withdraw(by=PUP)


def test_a_referral_is_answered_once() -> None:
    with pytest.raises(IllegalMove) as refused:
        accepted().decline(DeclineReason.NO_PLACES, None, by=PUP)

    assert refused.value.members == {"state": "accepted", "allowed": ["complete"]}


def test_the_same_answer_again_is_refused_too() -> None:
    with pytest.raises(IllegalMove) as refused:
        accepted().accept(VISIT, by=PUP)

    assert refused.value.members == {"state": "accepted", "allowed": ["complete"]}


def test_only_an_accepted_referral_is_completed() -> None:
    with pytest.raises(IllegalMove) as refused:
        sent().complete(Outcome.EMPLOYMENT, None, by=PUP)

    assert refused.value.members["allowed"] == ["receive", "accept", "decline", "withdraw"]


@pytest.mark.parametrize("state", [state for state in ReferralState if state not in OPEN])
def test_from_the_end_no_way_leads_on(state: ReferralState) -> None:
    assert [verb for verb, (begins, _) in MOVES.items() if state in begins] == []
