"""A plan in which everything that may be withheld says a word of its own, and who reads it."""

from datetime import date
from uuid import UUID

from contracts.referrals.plan import GoalStatus, PartForm
from contracts.values import BasisKind, InstitutionKind
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Database, begin
from services.referrals.domain.goals import Action, Goal, GoalWords
from services.referrals.domain.part_terms import PartText, PartWords
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.domain.plan import PlanWords, SupportPlan
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.reviews import Progress, ProgressCode, Review, ReviewWords
from services.referrals.domain.supports import Support, SupportKind
from services.referrals.store.plans import Plans
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.support.rooms import know, relate, worker

CUS = UUID("0197a000-0000-7000-8000-000000000005")
PCPR = UUID("0197a000-0000-7000-8000-000000000006")
FRIEND = UUID("0197a000-0000-7000-8000-000000000007")
"""An NGO that the client agreed by name to show the plan to."""
READERS: dict[str, Caller] = {
    "ops worker": SOCIAL_WORKER,
    "ops manager": worker(OPS, InstitutionKind.OPS, "ops_manager"),
    "ops assistant": worker(OPS, InstitutionKind.OPS, "family_assistant"),
    "cus coordinator": worker(CUS, InstitutionKind.CUS, "cus_plan_coordinator"),
    "pcpr worker": worker(PCPR, InstitutionKind.PCPR, "social_worker"),
    "pup adviser": ADVISER,
    "pup manager": worker(PUP, InstitutionKind.PUP, "pup_manager"),
    "ngo coordinator": COORDINATOR,
    "ngo worker": worker(NGO, InstitutionKind.NGO, "ngo_worker"),
    "ngo by consent": worker(FRIEND, InstitutionKind.NGO, "ngo_coordinator"),
}
OPEN = {"gcel", "gwynik", "gdzialanie", "gpostep"}
"""What everybody who reads the plan reads of it."""
WORDS = OPEN | {
    *("gdiagnoza", "gmocna", "gpodsumowanie"),
    *("gwnioskiops", "gwnioskipup", "gczescops", "gczescpup", "gczescngo"),
}
WELFARE = WORDS - {"gdiagnoza", "gmocna"}
LABOUR = OPEN | {"gdiagnoza", "gmocna", "gpodsumowanie", "gwnioskipup", "gczescpup"}
SEEN: dict[str, set[str]] = {
    "ops worker": WORDS,
    "ops manager": WORDS,
    "ops assistant": WORDS,  # her institution leads the plan
    "cus coordinator": WORDS,
    "pcpr worker": WELFARE,
    "pup adviser": LABOUR,
    "pup manager": LABOUR,
    "ngo coordinator": OPEN | {"gczescngo"},
    "ngo worker": OPEN | {"gczescngo"},
    "ngo by consent": OPEN | {"gdiagnoza", "gmocna"},
}
"""Which words each reader reads while the OPS leads (domain 8.3, decision 0019)."""
SIGNED_ON, REGISTERED_ON = date(2026, 3, 4), date(1999, 1, 7)
PARTS = {
    PartForm.SOCIAL_CONTRACT_A: (OPS, "gczescops"),
    PartForm.IPD: (PUP, "gczescpup"),
    PartForm.SERVICE_AGREEMENT: (NGO, "gczescngo"),
}


def words_in(text: str) -> set[str]:
    """Which of the words stand somewhere."""
    return {word for word in WORDS if word in text}


async def worded(house: House, lead: UUID = OPS) -> None:
    """Let many institutions work in a plan that is full of words; it was kept, and has ended."""
    await know(house.database, CUS, "CUS Zabrze (demo)", InstitutionKind.CUS)
    await know(house.database, PCPR, "PCPR Zabrze (demo)", InstitutionKind.PCPR)
    await know(house.database, FRIEND, "Fundacja Obok (demo)", InstitutionKind.NGO)
    for party in (CUS, PCPR, PUP, NGO):
        await relate(house.database, CLIENT, party)
    await relate(house.database, CLIENT, FRIEND, BasisKind.CONSENT, ["plan"])
    await _write(house.database, UUID(house.plan_id), lead)


async def led_by(house: House, lead: UUID) -> None:
    """Let another institution lead it."""
    await house.database.pool.execute("UPDATE plans SET lead = $1", lead)


async def ended(house: House) -> None:
    """Let it be over."""
    await house.database.pool.execute(
        "UPDATE plans SET status = 'completed', ended_on = '2026-09-01'"
    )


async def _write(database: Database, plan_id: UUID, lead: UUID) -> None:
    async with begin(database) as tx:
        plans = Plans(tx, by=None)
        plan = await plans.get(plan_id)
        plan.lead, plan.status = lead, PlanStatus.ACTIVE
        plan.words = PlanWords(
            diagnosis="gdiagnoza", strengths=("gmocna",), summary="gpodsumowanie"
        )
        _towards(plan)
        plan.parts += [_part(form, *said) for form, said in PARTS.items()]
        plan.reviews += [_review(OPS, "gwnioskiops", plan), _review(PUP, "gwnioskipup", plan)]
        await plans.keep(plan, for_ever=True)


def _towards(plan: SupportPlan) -> None:
    goal = Goal(ids.new(), "gcel", date(2099, 9, 1), [Action(ids.new(), "gdzialanie", OPS)])
    goal.status, goal.words = GoalStatus.REACHED, GoalWords(indicator="gcel", result="gwynik")
    plan.goals.append(goal)
    award = Support(ids.new(), SupportKind.DEGRESSIVE_AWARD, "2026-03", "2027-02")
    plan.supports.append(award)


def _part(form: PartForm, owner: UUID, word: str) -> Part:
    duties = (f"{word} a", f"{word} b")
    text = PartText(
        problem=word, causes=word, client_duties=duties, institution_duties=duties, effect=word
    )
    words = PartWords(text=text, passing_consent=word, evidence=word, reason=word, results=word)
    return Part(
        ids.new(), owner, form, date(2026, 3, 2), date(2099, 8, 31), date(2026, 6, 1), 30,
        registered_on=REGISTERED_ON, under_30=True, asked_on=date(2026, 3, 3),
        signed_on=SIGNED_ON, signed_by=f"{word}-podpis", client_answer=ClientAnswer.SIGNED,
        client_on=SIGNED_ON, talk_on=date(1998, 1, 1), words=words,
    )  # fmt: skip


def _review(owner: UUID, word: str, plan: SupportPlan) -> Review:
    progress = Progress(
        goal_id=plan.goals[0].id, progress=ProgressCode.ON_TRACK, note="gpostep",
        institution=owner, worker="ktos", on=date(2026, 5, 4),
    )  # fmt: skip
    words = ReviewWords(progress=(progress,), conclusions=word)
    return Review(ids.new(), owner, "ktos", date(2026, 5, 4), date(2026, 5, 5), words=words)
