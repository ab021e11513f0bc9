"""Replacing the wrapping key and the index key while the house runs; docs/operations.md says when what."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from gateway.feed import signing
from kernel import idempotency
from kernel.transactions import Database, begin
from kernel.vault import IndexKey, KeyNotHeld, Ring, Vault, place_of
from okienko.local import control
from okienko.local.environment import Environment
from okienko.local.home import Home
from okienko.local.told import ANCHOR_KEY, KEYS, OLD_KEYS
from okienko.processes import PROCESSES
from okienko.trouble import Trouble
from services.intake.store.reindexing import stretch

_BATCH = 500
NEXT: Mapping[str, str] = {"vault-key": "rewrap", "index-key": "reindex"}
_OLD_OF = {secret: variable for variable, secret in OLD_KEYS.items()}
_NEWEST_OF = {secret: variable for variable, secret in KEYS.items()}


@dataclass(frozen=True)
class Held:
    """The keys and databases of a house: the environment's own, or those of a local one."""

    vault: tuple[bytes, ...]
    index: tuple[bytes, ...]
    urls: Mapping[str, str]

    @staticmethod
    def by(home: Home, environment: Environment) -> "Held":
        """Find them as the processes of the house find theirs."""
        return Held(
            vault=_keys(home, environment, "vault-key"),
            index=_keys(home, environment, "index-key"),
            urls={name: control.database_url(home, name, environment) for name in PROCESSES},
        )

    @property
    def ring(self) -> Ring:
        """The wrapping keys."""
        return Ring(*self.vault)


def _keys(home: Home, environment: Environment, name: str) -> tuple[bytes, ...]:
    said = environment.variables
    newest = said.get(_NEWEST_OF[name]) or home.secret(name)
    olds = said.get(_OLD_OF[name]) or ",".join(home.old_secrets(name))
    return tuple(bytes.fromhex(key.strip()) for key in (newest, *olds.split(",")) if key.strip())


def rotate(home: Home, name: str) -> str:
    """Make a new key; answer what comes next. A process knows only the keys it was started with."""
    if name not in (*NEXT, ANCHOR_KEY):
        known = ", ".join((*NEXT, ANCHOR_KEY))
        raise Trouble(f"There is no key {name!r} to rotate; there are: {known}.")
    if home.supervisor() is not None:
        raise Trouble("The house runs and would not know the new key: `okienko down` first.")
    if name in NEXT and home.old_secrets(name):
        raise Trouble(
            f"The {name} is being replaced already: `okienko keys {NEXT[name]}`, then"
            f" `okienko keys retire {name}`."
        )
    home.renew(name)
    if name == ANCHOR_KEY:
        return f"There is a new {name}. The old one is kept: what it signed is still believed."
    return f"There is a new {name}. Start the house, then `okienko keys {NEXT[name]}`."


async def retire(home: Home, held: Held, name: str) -> None:
    """Throw the old keys away, unless something still lies under them."""
    if name not in NEXT:
        raise Trouble(f"There is no key {name!r}; there are: {', '.join(NEXT)}.")
    if name == "vault-key":
        stale = sum([await _stale(url, held.ring) for url in held.urls.values()])
    else:
        stale = (await reindex(held, write=False))[1]
    if stale:
        raise Trouble(f"{stale} still lie under an old {name}: `okienko keys {NEXT[name]}` first.")
    home.retire(name)


async def status(held: Held) -> list[str]:
    """How much lies under which key."""
    lines = []
    for name, url in held.urls.items():
        lines.append(f"{name}: {await _stale(url, held.ring)} under an old vault key")
    seen, stale = await reindex(held, write=False)
    return [*lines, f"intake: {stale} of {seen} numbers under an old index key"]


async def rewrap(held: Held) -> list[str]:
    """Wrap anew what lies under an old key, in every database; answer what was done."""
    return [f"{name}: {await rewrap_one(url, held.ring)}" for name, url in held.urls.items()]


async def rewrap_one(url: str, ring: Ring) -> str:
    """One database, a few rows at a time: nobody waits, and it may stop anywhere."""
    connection = await asyncpg.connect(url)
    try:
        keys = await rewrap_keys(connection, ring)
        answers = await _reseal_answers(connection, ring)
        answers += await _reseal_webhooks(connection, ring)
    except KeyNotHeld:
        raise Trouble(
            "Something lies under a vault key that is not at hand: add it to OKIENKO_VAULT_KEYS_OLD."
        ) from None
    finally:
        await connection.close()
    return f"{keys} keys and {answers} kept answers wrapped anew"


async def rewrap_keys(connection: asyncpg.Connection, ring: Ring) -> int:
    """Wrap the clients' keys of one database anew; answer how many."""
    count, after = 0, UUID(int=0)
    while rows := await connection.fetch(_OLD_KEYS, after, ring.mark, _BATCH):
        after = rows[-1]["client_id"]
        fresh = [ring.reseal(row["wrapped"], place_of(row["client_id"])) for row in rows]
        done = await connection.execute(
            _REWRAP, [r["client_id"] for r in rows], [r["wrapped"] for r in rows], fresh
        )
        count += int(done.split()[1])
    return count


async def _reseal_answers(connection: asyncpg.Connection, ring: Ring) -> int:
    count, after = 0, (b"", b"")
    while rows := await connection.fetch(_OLD_ANSWERS, *after, ring.mark, _BATCH):
        after = rows[-1]["caller"], rows[-1]["key"]
        fresh = [ring.reseal(row["answer"], idempotency.place_of(row["key"])) for row in rows]
        done = await connection.execute(
            _RESEAL, [r["caller"] for r in rows], [r["key"] for r in rows],
            [r["answer"] for r in rows], fresh,
        )  # fmt: skip
        count += int(done.split()[1])
    return count


async def _reseal_webhooks(connection: asyncpg.Connection, ring: Ring) -> int:
    """The secrets of subscriptions, which the gateway alone has; few, so all at once."""
    if not await connection.fetchval(_HAS_WEBHOOKS):
        return 0
    rows = await connection.fetch(_OLD_WEBHOOKS, ring.mark)
    for row in rows:
        place, old = signing.place_of(row["id"]), row["old_secret"]
        fresh = ring.reseal(row["secret"], place), old and ring.reseal(old, place)
        await connection.execute(_RESEAL_WEBHOOK, row["id"], row["secret"], *fresh)
    return len(rows)


async def _stale(url: str, ring: Ring) -> int:
    connection = await asyncpg.connect(url)
    try:
        webhooks = 0
        if await connection.fetchval(_HAS_WEBHOOKS):
            webhooks = len(await connection.fetch(_OLD_WEBHOOKS, ring.mark))
        return int(await connection.fetchval(_STALE, ring.mark)) + webhooks
    finally:
        await connection.close()


async def reindex(held: Held, *, write: bool) -> tuple[int, int]:
    """Compare every number's fingerprint with the newest key's; answer how many, and how many not."""
    database = Database(held.urls["intake"], "intake", Vault(*held.vault))
    secret = IndexKey(*held.index)
    seen = stale = 0
    after: UUID | None = UUID(int=0)
    try:
        while after is not None:
            async with begin(database) as tx:
                step = await stretch(tx, secret, after, _BATCH, lay=write)
            seen, stale, after = seen + step.seen, stale + step.stale, step.last
    finally:
        await database.engine.dispose()
    return seen, stale


# A row is changed only if it still is what was read: who was erased meanwhile stays so.
_OLD_KEYS = (
    "SELECT client_id, wrapped FROM client_keys WHERE client_id > $1"
    " AND substring(wrapped FROM 1 FOR 5) <> $2 ORDER BY client_id LIMIT $3"
)
_REWRAP = (
    "UPDATE client_keys k SET wrapped = n.fresh"
    " FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS n (id, old, fresh)"
    " WHERE k.client_id = n.id AND k.wrapped = n.old"
)
_OLD_ANSWERS = (
    "SELECT caller, key, answer FROM idempotency WHERE (caller, key) > ($1, $2)"
    " AND substring(answer FROM 1 FOR 5) <> $3 ORDER BY caller, key LIMIT $4"
)
_RESEAL = (
    "UPDATE idempotency i SET answer = n.fresh"
    " FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS n (caller, key, old, fresh)"
    " WHERE i.caller = n.caller AND i.key = n.key AND i.answer = n.old"
)
_STALE = (
    "SELECT (SELECT count(*) FROM client_keys WHERE substring(wrapped FROM 1 FOR 5) <> $1)"
    " + (SELECT count(*) FROM idempotency WHERE substring(answer FROM 1 FOR 5) <> $1)"
)
_HAS_WEBHOOKS = "SELECT to_regclass('subscriptions') IS NOT NULL"
_OLD_WEBHOOKS = (
    "SELECT id, secret, old_secret FROM subscriptions WHERE substring(secret FROM 1 FOR 5) <> $1"
    " OR substring(old_secret FROM 1 FOR 5) <> $1"
)
_RESEAL_WEBHOOK = (
    "UPDATE subscriptions SET secret = $3, old_secret = $4 WHERE id = $1 AND secret = $2"
)
