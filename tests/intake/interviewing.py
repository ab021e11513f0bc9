"""Interviews ready for a test: opened, recorded, signed."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from kernel import clock
from tests.intake.conftest import SOCIAL_WORKER, House

TODAY = clock.today()
COLLEAGUE = replace(SOCIAL_WORKER, worker="ops-colleague", name="Ewa Druga (demo)")
OPENED: dict[str, Any] = {
    "channel": "person",
    "received_as": "oral",
    "received_on": (TODAY - timedelta(days=3)).isoformat(),
}
VISIT = {"held_on": TODAY.isoformat(), "place": "w domu", "present": ["wnioskodawczyni"]}
A = {
    "segment": "A",
    "applicant": {
        "name": {"given": "Próbna", "family": "Wymyślona"},
        "birth_date": "1985-03-14",
        "pesel": "85031412347",
    },
    "members": [{"relation": "child", "name": "Zmyślony Wymyślony", "disability": "light"}],
}
H = {"segment": "H", "needs": "Opłacenie zaległego czynszu."}
I = {"segment": "I", "diagnosis": "Utrata pracy.", "conclusions": "Wskazana pomoc."}  # noqa: E741
J = {"segment": "J", "plan": "Zasiłek i szkolenie.", "help_forms": ["periodic_allowance"]}
E = {"segment": "E", "relations": "Zgodne."}
VIOLENCE = {"segment": "violence", "observed": True, "note": "Krzyki zza ściany."}
ADDICTION = {"segment": "addiction", "note": "Pije od roku."}
SIGNED: dict[str, Any] = {
    "signed_on": TODAY.isoformat(),
    "worker_signed": "paper",
    "statement": {"outcome": "signed", "how": "paper"},
}


async def opened(house: House, address: str, caller: Any = SOCIAL_WORKER, **changes: Any) -> str:
    answer = await house.ask(caller, f"{address}/interviews", OPENED | changes)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


async def recorded(
    house: House, place: str, *segments: Any, caller: Any = SOCIAL_WORKER, visit: bool = True
) -> None:
    if visit:
        assert (await house.ask(caller, f"{place}/visit", VISIT)).status_code == 200
    for content in segments:
        answer = await house.ask(caller, f"{place}/segments", {"content": content})
        assert answer.status_code == 200, answer.text


async def signed(house: House, address: str, *more: Any, **changes: Any) -> str:
    place = await opened(house, address)
    await recorded(house, place, A, H, I, J, *more)
    answer = await house.ask(SOCIAL_WORKER, f"{place}/sign", SIGNED | changes)
    assert answer.status_code == 200, answer.text
    return place


async def savings_of(house: House, place: str, caller: Any = SOCIAL_WORKER) -> dict[str, Any]:
    shown = (await house.see(caller, place)).json()
    return {saving["content"]["segment"]: saving for saving in shown["savings"]}
