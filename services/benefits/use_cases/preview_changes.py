"""Somebody who plans asks whom a change of the law would touch. Nothing is changed by asking."""

import asyncio
from collections.abc import Sequence

from kernel.callers import Caller
from kernel.house import House
from kernel.refusals import Refusal
from kernel.transactions import Transaction, transient
from services.benefits.domain.declared import ClientNotFound, Declared
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.preview import (
    MOST_AWARDS,
    Effect,
    Preview,
    PreviewChanges,
    Standing,
    effect_on_cohort,
    standing_of,
)
from services.benefits.store.open_awards import OpenAward, open_awards

_AT_ONCE = 8
_PATIENCE = 5.0
"""Seconds for all of intake's answers; the gateway waits for ours no longer than ten."""


async def preview_changes(
    command: PreviewChanges, *, by: Caller, tx: Transaction, house: House, known: Parameters
) -> Preview:
    """The open awards of the caller's institution and a made-up cohort, by both laws."""
    changed = command.law(known)
    cohort = await asyncio.to_thread(effect_on_cohort, command, (known, changed))
    preview = Preview(awards=Effect(), cohort=cohort)
    found = await open_awards(tx, by)
    asked = found[:MOST_AWARDS]
    for award, declared in zip(asked, await _declared(house, asked), strict=True):
        if isinstance(declared, str):
            preview.not_recomputed[declared] += 1
            continue
        _recompute(preview, award, declared, command, (known, changed))
    if beyond := len(found) - len(asked):
        preview.not_recomputed["too_many"] = beyond
    return preview


def _recompute(
    preview: Preview,
    award: OpenAward,
    declared: Declared,
    command: PreviewChanges,
    laws: tuple[Parameters, Parameters],
) -> None:
    try:
        now, then = (
            standing_of(declared, award.started_on, on=command.on, scope=command.scope, law=law)
            for law in laws
        )
    except Refusal as refusal:
        preview.not_recomputed[type(refusal).__name__] += 1
        return
    preview.looked_at.append(award.client_id)
    if preview.awards.note(now, then):
        preview.affected[award.id] = _difference(now, then)


def _difference(now: Standing, then: Standing) -> int:
    return then.lost - now.lost


async def _declared(house: House, asked: Sequence[OpenAward]) -> list[Declared | str]:
    """What intake knows of each, some at a time; where it does not answer, why not."""
    turn = asyncio.Semaphore(_AT_ONCE)

    async def one(award: OpenAward) -> Declared | str:
        path = f"/internal/ask/intake/clients/{award.client_id}/means/{award.started_on}"
        async with turn:
            found = await house.ask("gateway", path)
        return ClientNotFound.__name__ if found is None else Declared.model_validate(found)

    tasks = [asyncio.create_task(one(award)) for award in asked]
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=_PATIENCE)
        for task in late:
            task.cancel()
    return [_came_of(one) for one in await asyncio.gather(*tasks, return_exceptions=True)]


def _came_of(answer: Declared | str | BaseException) -> Declared | str:
    if isinstance(answer, BaseException):
        if not isinstance(answer, asyncio.CancelledError) and not transient(answer):
            raise answer
        return "unanswered"
    return answer
