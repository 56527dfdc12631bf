"""What people write and read again in the bot's words: it stays text, and turns nothing."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.entities import utf16_length
from tests.e2e.hostile.arena import Arena, Scene
from tests.e2e.hostile.bidi import faults
from tests.e2e.hostile.cast import CIRCLE, MAL
from tests.e2e.hostile.effort import tries
from tests.e2e.hostile.shown import frame, leaks
from tests.e2e.hostile.updates import Forged, tapped, written
from tests.e2e.hostile.words import MARK, words

LANGUAGES = ("en", "fr", "es", "ar")
NAME = "baraza_sandbox_bot"


def pressed(data: str, said: str, chat: int, language: str) -> Forged:
    """A button with forged data, of which as much is said as Telegram lets through."""
    room = 64 - len(data.format("").encode())
    fits = said.replace("~", "").encode(errors="surrogatepass")[:room].decode(errors="ignore")
    return tapped(data.format(fits), MAL, chat, language)


WAYS: dict[str, Callable[[str, str], Forged]] = {
    "/news": lambda said, lang: written(f"/news {said}", MAL, MAL, lang),
    "/news in a group": lambda said, lang: written(f"/news@{NAME} {said}", MAL, CIRCLE, lang),
    "a page of news": lambda said, lang: pressed("1~b~{}~0", said, MAL, lang),
    "a page in a group": lambda said, lang: pressed("1~b~{}~0", said, CIRCLE, lang),
    "no command": lambda said, lang: written(f"/{said}", MAL, MAL, lang),
    "no button": lambda said, lang: pressed("1~x~{}", said, MAL, lang),
}
"""Every way to read one's own words again, with what one says and one's language."""


@pytest.mark.parametrize("way", WAYS)
@tries(3)
@given(said=words(4), language=st.sampled_from(LANGUAGES))
@example(said=f"{MARK} https://evil.example/ @diego_sandbox #free /status", language="en")
@example(said=f"{MARK}\u202e\u2069\u2069\u2067 x", language="ar")
@example(said=f"\n{MARK}\n\nس", language="fr")
@example(said=MARK + "س" * 5000, language="es")
@example(said=f"</code></b>{MARK}<b>", language="en")
def test_words_that_are_shown_again_change_nothing_around_them(
    polling: Arena, way: str, said: str, language: str
) -> None:
    chat = CIRCLE if "group" in way else MAL

    async def play(scene: Scene) -> None:
        plain = await scene.answered(WAYS[way](MARK, language), MAL, chat)
        shown = await scene.answered(WAYS[way](said, language), MAL, chat)
        for message in (plain, shown):
            assert list(leaks(message)) == []
            assert list(faults(message.text, rtl=language == "ar")) == []
        assert frame(shown) == frame(plain)
        assert utf16_length(shown.text) < 500

    polling.run(play)
