"""Whatever is posted to the webhook: kept or refused, never an error, and nothing valid is lost."""

import json
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

import aiohttp
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.web.app import LARGEST, WEBHOOK_PATH
from tests.e2e.hostile.arena import Arena, Scene
from tests.e2e.hostile.cast import MAL
from tests.e2e.hostile.conftest import SECRET
from tests.e2e.hostile.effort import tries
from tests.e2e.hostile.updates import Forged, mangled, updates, written

pytestmark = [
    pytest.mark.timeout(180),
    # python-telegram-bot warns of its own coming changes wherever it reads a span of time.
    pytest.mark.filterwarnings("ignore:Deprecated since version"),
]

HEADER = "X-Telegram-Bot-Api-Secret-Token"
NUMBERS = count(5_000_000_000)
"""Update ids that the sandbox does not come to."""

Encode = Callable[[Any], bytes]


def ascii_json(update: Any) -> bytes:
    return json.dumps(update).encode()


def utf8_json(update: Any) -> bytes:
    return json.dumps(update, ensure_ascii=False, indent=1).encode(errors="surrogatepass")


ENCODINGS: list[Encode] = [
    ascii_json,
    utf8_json,
    lambda update: json.dumps(update).encode("utf-16"),
    lambda update: b"\xef\xbb\xbf" + ascii_json(update),
    lambda update: ascii_json(update)[:-1] + b', "message": {"chat": 5}, "message": []}',
    lambda update: ascii_json(update)[:-1] + b', "x": [NaN, -Infinity, 1e999, -0.0]}',
    lambda update: ascii_json(update)[:-1] + b', "x": ' + b"9" * 4200 + b"}",
    lambda update: ascii_json(update)[:-1] + b', "x": ' + b"9" * 5000 + b"}",
    lambda update: ascii_json(update)[:-1] + rb', "\u0000\ud83d": "\ud83d\u0000"}',
    lambda update: ascii_json(update)[:-2],
    lambda update: ascii_json(update) + b"\0",
    lambda update: b"[" + ascii_json(update) + b"]",
]


def nested(depth: int, opening: bytes, closing: bytes) -> Encode:
    """An update with something so deep in it."""
    deep = opening * depth + b"1" + closing * depth
    return lambda update: ascii_json(update)[:-1] + b', "x": ' + deep + b"}"


DEPTHS = st.integers(1, 2000) | st.integers(850, 1000)
DEEP = st.builds(nested, DEPTHS, *map(st.just, (b"[", b"]"))) | st.builds(
    nested, DEPTHS, *map(st.just, (b'{"message":', b"}"))
)
POSTED = st.tuples(mangled() | updates(), st.sampled_from(ENCODINGS) | DEEP)


class Caller:
    """Posts to the webhook of a bot."""

    def __init__(self, scene: Scene, session: aiohttp.ClientSession) -> None:
        self._scene = scene
        self._session = session

    async def post(self, body: bytes, secret: str | None = SECRET) -> int:
        """The status of the answer."""
        headers = {} if secret is None else {HEADER: secret}
        url = self._scene.bot.web + WEBHOOK_PATH
        async with self._session.post(url, data=body, headers=headers) as response:
            return response.status

    async def update(
        self, forged: Forged, encode: Encode = ascii_json, **how: Any
    ) -> tuple[str, int]:
        """The key under which this update would be kept, and the status of the answer."""
        number = next(NUMBERS)
        update = {"update_id": number, forged.kind: self._scene.cast.placed(forged.body)}
        return f"update:{number}", await self.post(encode(update), **how)


async def answers(scene: Scene, caller: Caller) -> None:
    """What is valid is kept and worked on, as if nothing had been."""
    key, status = await caller.update(written("/start", MAL, MAL))
    assert status == 200
    await scene.journal.done({key})
    assert key in scene.journal.handled
    await scene.ends()


@tries(12)
@given(bodies=st.lists(POSTED, min_size=5, max_size=15))
def test_an_update_in_any_form_is_kept_or_refused(
    called: Arena, bodies: Sequence[tuple[Forged, Encode]]
) -> None:
    async def play(scene: Scene) -> None:
        async with aiohttp.ClientSession() as session:
            caller = Caller(scene, session)
            kept: set[str] = set()
            not_kept: set[str] = set()
            for forged, encode in bodies:
                key, status = await caller.update(forged, encode)
                assert status in (200, 400)
                (kept if status == 200 else not_kept).add(key)
                if forged.kind == "inline_query":
                    kept.discard(key)  # answered beside the inbox, or never
            await scene.journal.done(kept)
            await answers(scene, caller)
            assert not not_kept & (scene.journal.handled | scene.journal.aside)

    called.run(play)


@tries(25)
@given(bodies=st.lists(st.binary() | st.text().map(str.encode), min_size=5, max_size=30))
@example(bodies=[b"", b"{}", b"null", b"1", b'"', b"[" * 5000, b'{"a":' * 5000, b"9" * 5000])
def test_bytes_without_sense_are_refused(called: Arena, bodies: list[bytes]) -> None:
    async def play(scene: Scene) -> None:
        async with aiohttp.ClientSession() as session:
            caller = Caller(scene, session)
            assert {await caller.post(body) for body in bodies} == {400}
            await answers(scene, caller)

    called.run(play)


SECRETS = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=300).map(str.strip)


@tries(20)
@given(secrets=st.lists(st.none() | SECRETS.filter(lambda one: one != SECRET), min_size=5))
@example(secrets=[None, "", SECRET[:-1], SECRET + "a", SECRET.upper(), "\xff" * 20])
def test_without_the_secret_nothing_is_kept(called: Arena, secrets: list[str | None]) -> None:
    async def play(scene: Scene) -> None:
        async with aiohttp.ClientSession() as session:
            caller = Caller(scene, session)
            hello = written("/start", MAL, MAL)
            told = [await caller.update(hello, secret=secret) for secret in secrets]
            assert {status for _, status in told} == {403}
            await answers(scene, caller)
            assert not {key for key, _ in told} & (scene.journal.handled | scene.journal.aside)

    called.run(play)


def test_an_update_beyond_a_megabyte_is_refused_and_a_smaller_one_kept(called: Arena) -> None:
    def padded(size: int) -> Encode:
        return lambda update: ascii_json(update).ljust(size)

    async def play(scene: Scene) -> None:
        async with aiohttp.ClientSession() as session:
            caller = Caller(scene, session)
            hello = written("/start", MAL, MAL)
            large, status = await caller.update(hello, padded(LARGEST + 1))
            assert status == 413
            small, status = await caller.update(hello, padded(LARGEST))
            assert status == 200
            await scene.journal.done({small})
            await answers(scene, caller)
            assert large not in scene.journal.handled

    assert LARGEST == 1_000_000
    called.run(play)
