"""The web app over real HTTP: the webhook keeps what is right and wastes nothing on the rest."""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.people import Member
from bot.gateway.decode import arrival
from bot.ports.storage import Json, NewMessage
from bot.serving import serving
from bot.storage.database import open_storage
from bot.web.app import LARGEST, WEBHOOK_PATH, web_app
from tests.delivery.kit import NOW, Team, Watched, rows

SECRET = "a-secret-of-the-tests"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 7, "message": {"chat": {"id": 5}, "text": "Maya wrote this"}}


@dataclass
class Site:
    """The served app, and a client."""

    address: str
    client: aiohttp.ClientSession
    team: Team
    taken: list[Json] = field(default_factory=list)

    async def post(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {HEADER: secret}
        url = self.address + WEBHOOK_PATH
        async with self.client.post(url, data=body, headers=headers) as response:
            return response.status

    async def get(self, path: str) -> tuple[int, str]:
        async with self.client.get(self.address + path) as response:
            return response.status, await response.text()

    async def kept(self) -> int:
        return sum((await self.team.inbox()).values())


@asynccontextmanager
async def served(team: Team, secret: str | None = SECRET) -> AsyncIterator[Site]:
    """The app on a free port, which keeps updates as the bot does."""

    async def take(updates: Sequence[Json]) -> None:
        await team.storage.inbox.put([arrival(one) for one in updates], NOW)

    app = web_app(team.storage, team.clock, take, secret)
    async with serving(app, "127.0.0.1", 0) as address, aiohttp.ClientSession() as client:
        yield Site(address=address, client=client, team=team)


@pytest.fixture
async def team(tmp_path: Path) -> AsyncIterator[Team]:
    async with open_storage(f"sqlite:///{tmp_path}/bot.db") as storage:
        yield Team(Watched(storage))


@pytest.fixture
async def site(team: Team) -> AsyncIterator[Site]:
    async with served(team) as site:
        yield site


async def test_an_update_is_kept_and_then_acknowledged(site: Site, tmp_path: Path) -> None:
    assert await site.post(json.dumps(UPDATE).encode()) == 200
    ((key, payload),) = rows(tmp_path, "select key, payload from inbox")
    assert key == "update:7"
    assert json.loads(payload) == UPDATE


async def test_an_update_that_comes_again_is_kept_once(site: Site) -> None:
    for _ in range(2):
        assert await site.post(json.dumps(UPDATE).encode()) == 200
    assert await site.kept() == 1


@pytest.mark.parametrize(
    "secret", [None, "", "another-secret-of-x", SECRET[:-1], SECRET + "x", "ÿ"]
)
async def test_without_the_secret_nothing_is_kept(site: Site, secret: str | None) -> None:
    assert await site.post(json.dumps(UPDATE).encode(), secret) == 403
    assert await site.kept() == 0


async def test_without_the_secret_no_body_is_waited_for_or_read(site: Site) -> None:
    status, left = await first_answer(site, f"{HEADER}: wrong\r\nContent-Length: 500000000\r\n")
    assert status == 403
    assert left == b""


async def test_a_body_without_end_is_cut_off(site: Site) -> None:
    size = LARGEST + 1
    status, left = await first_answer(
        site, f"{HEADER}: {SECRET}\r\nContent-Length: 500000000\r\n", b"x" * size
    )
    assert status == 413
    assert left == b""


async def first_answer(site: Site, headers: str, body: bytes = b"") -> tuple[int, bytes]:
    """The status of the answer to a request whose body does not end, and what comes after it.

    Raises TimeoutError unless the server hangs up.
    """
    host, port = site.address.removeprefix("http://").split(":")
    async with asyncio.timeout(5):
        reader, writer = await asyncio.open_connection(host, int(port))
        head = f"POST {WEBHOOK_PATH} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n"
        writer.write(head.encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        left = await reader.read()
        writer.close()
    return int(answer.split()[1]), left


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"Maya",
        b"[]",
        b'"text"',
        b"{}",
        b'{"update_id": "7"}',
        b'{"update_id": true}',
        b'{"update_id": 7',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"update_id": 7, "x": ' + b"[" * 100_000,
        b'{"update_id": ' + b"9" * 30 + b"}",
        b'{"update_id": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda body: str(body[:25]),
)
async def test_what_is_no_update_is_refused_and_not_kept(site: Site, body: bytes) -> None:
    assert await site.post(body) == 400
    assert await site.kept() == 0


async def test_an_update_as_large_as_allowed_is_kept(site: Site) -> None:
    empty = json.dumps({"update_id": 7, "x": ""})
    full = json.dumps({"update_id": 7, "x": "x" * (LARGEST - len(empty))}).encode()
    assert len(full) == LARGEST
    assert await site.post(full + b" ") == 413
    assert await site.kept() == 0
    assert await site.post(full) == 200


async def test_what_cannot_be_kept_now_is_asked_for_again(site: Site) -> None:
    site.team.storage.failures = 1
    assert await site.post(json.dumps(UPDATE).encode()) == 503
    assert await site.kept() == 0
    assert await site.post(json.dumps(UPDATE).encode()) == 200
    assert await site.kept() == 1


async def test_the_webhook_takes_only_posts(site: Site) -> None:
    assert (await site.get(WEBHOOK_PATH))[0] == 405


async def test_without_a_secret_there_is_no_webhook(team: Team) -> None:
    async with served(team, secret=None) as site:
        for secret in ("", None):
            assert await site.post(json.dumps(UPDATE).encode(), secret) == 404
        assert (await site.get("/health"))[0] == 200


async def test_health_tells_whether_the_database_answers(site: Site) -> None:
    assert await site.get("/health") == (200, '{"database":true}')
    site.team.storage.failures = 1
    assert await site.get("/health") == (503, '{"database":false}')


async def test_metrics_count_and_tell_of_no_person(site: Site) -> None:
    assert await site.post(json.dumps(UPDATE).encode()) == 200
    message = NewMessage(
        chat_id=424242, method="sendMessage", params={"text": "Hello Maya"}, cause="update:7"
    )
    async with site.team.storage.unit(NOW) as unit:
        await unit.members.save(Member(id=424242, language="fr", zone="Africa/Nairobi"))
        await unit.members.save(Member(id=424243))
        await unit.send([message, message])
    await site.team.storage.real.outbox.lease(1, [])
    await site.team.storage.real.outbox.recover()
    status, text = await site.get("/metrics")
    assert status == 200
    counted = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    assert counted == {
        ("baraza_members", "fr"): 1,
        ("baraza_members", ""): 1,
        ("baraza_inbox", "new"): 1,
        ("baraza_outbox", "queued"): 2,
        ("baraza_uncertain",): 1,
    }
    for personal in ("4242", "Maya", "Nairobi", "Hello"):
        assert personal not in text


async def test_metrics_without_a_database_say_so(site: Site) -> None:
    site.team.storage.failures = 1
    assert (await site.get("/metrics"))[0] == 503
