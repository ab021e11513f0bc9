"""A room that prints: the referrals of the other tests, and a gateway that knows who the client is."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

from aiohttp import web
from fastapi import FastAPI
from httpx2 import Response
from pypdf import PdfReader

from contracts.values import InstitutionKind
from kernel.callers import Caller
from services.referrals.app import build
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.referrals.conftest import CLIENT, NGO, OPS, PUP, House, registered
from tests.support.rooms import bearer, fact_of, hear, know, room

PESEL = "85031412347"
RECORD: Mapping[str, Any] = {
    "client_id": str(CLIENT),
    "sections": {
        "identity": {
            "name": {"given": "Wiesława", "family": "Próbna-Żółć"},
            "birth_date": "1985-03-14",
            "pesel": PESEL,
        },
        "contact": {
            "phone": "+48600100200",
            "residence": {
                "street": "Wolności",
                "building": "1A",
                "flat": "7",
                "postal_code": "41-800",
                "city": "Zabrze",
                "homeless": False,
            },
            "communication": None,
        },
    },
}


def named(given: str, family: str) -> dict[str, Any]:
    """The record of somebody of that name."""
    sections = RECORD["sections"]
    identity = sections["identity"] | {"name": {"given": given, "family": family}}
    return dict(RECORD) | {"sections": sections | {"identity": identity}}


def spoken(**said: Any) -> dict[str, Any]:
    """The record of somebody who is spoken with in a way of her own."""
    sections = RECORD["sections"]
    contact = sections["contact"] | {"communication": said}
    return dict(RECORD) | {"sections": sections | {"contact": contact}}


class Gateway:
    """Answers a reader's question for a record as the gateway does: the record, 404, or 503."""

    def __init__(self) -> None:
        self.record: Mapping[str, Any] | None = RECORD
        self.others: dict[str, Mapping[str, Any]] = {}
        """Records of other clients, by id."""
        self.status = 503
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.when_asked: Any = None
        app = web.Application()
        app.router.add_get("/v1/records/{client_id}", self.answer)
        self._runner = web.AppRunner(app)

    async def answer(self, request: web.Request) -> web.Response:
        """Answer one question."""
        self.asked.append((request.path_qs, request.headers.copy()))
        if self.when_asked:
            self.when_asked()
        if self.record is None:
            return web.json_response({"type": "/problems/any"}, status=self.status)
        return web.json_response(self.others.get(request.match_info["client_id"], self.record))

    async def open(self) -> str:
        """Listen on a free port; answer the address."""
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def close(self) -> None:
        """Be away."""
        await self._runner.cleanup()


class Press(House):
    """The service of one test, and whom it asks."""

    gateway: Gateway

    async def print(
        self, caller: Caller, path: str, headers: Mapping[str, str] | None = None, **params: Any
    ) -> Response:
        """Ask for a paper."""
        sent = bearer(caller) | dict(headers or {})
        return await self.client.get(path, params=params, headers=sent)


@asynccontextmanager
async def press_room() -> AsyncIterator[Press]:
    """One client, registered by the OPS, and a gateway that answers."""
    gateway = Gateway()
    url = await gateway.open()
    built: list[FastAPI] = []

    def build_app(said: Mapping[str, Any]) -> FastAPI:
        built.append(build(Settings(**(dict(said) | {"gateway_url": url}))))
        return built[0]

    async with room(build_app, mapping.metadata) as (client, database):
        asked = built[0].state.house
        await asked.open()
        await know(database, OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        await know(database, PUP, "PUP Zabrze (demo)", InstitutionKind.PUP)
        await know(database, NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
        await hear(database, reactions, fact_of(registered()))
        plan_id = await database.pool.fetchval("SELECT id FROM plans")
        press = Press(client, database, str(plan_id))
        object.__setattr__(press, "gateway", gateway)
        yield press
        await asked.close()
    await gateway.close()


def reader(answer: Response) -> PdfReader:
    """The paper that was answered."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def text_of(answer: Response) -> str:
    """All its words in one line; where a long word may break is no part of it."""
    text = " ".join(page.extract_text() for page in reader(answer).pages)
    return " ".join(text.replace("\u200b", "").split())


def headings_of(answer: Response) -> list[str]:
    """The headings as a screen reader finds them: by the tree of tags, in order."""
    return [title.title for title in _flat(reader(answer).outline)]


def _flat(outline: Any) -> list[Any]:
    found: list[Any] = []
    for one in outline:
        found += _flat(one) if isinstance(one, list) else [one]
    return found


def problem(answer: Response) -> tuple[int, str]:
    """Why there is no paper."""
    return answer.status_code, answer.json()["type"].removeprefix("/problems/")
