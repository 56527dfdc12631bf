"""What a summary may hold, and what is said of one that Telegram would refuse."""

import re

import pytest

from bot.catalogue.markup import summary
from tests.catalogue.folder import Folder

ALLOWED = 'use only <b>, <i> and <a href="https://…">, close each, and write &lt; and &amp;'
ADDRESS = "an address must begin with https:// (it is unknown where the source gives none)"


@pytest.mark.parametrize(
    "text",
    [
        "Plain words.",
        "<b>Bold</b> and <i>italic</i>",
        'See <a href="https://example.org/a?b=1&amp;c=2">the page</a>.',
        "Coaching &amp; mentoring, 3 &lt; 5",
        "حماية <b>الطفل</b>",
        "<b>" + "a" * 900 + "</b>",
    ],
)
def test_what_telegram_takes_is_kept_as_it_is(text: str) -> None:
    assert summary(text) == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>open", f'Can\'t find end tag corresponding to start tag "b"; {ALLOWED}'),
        ("a <p>b</p>", f"Unsupported start tag \"p\" near '<p>b</p>'; {ALLOWED}"),
        (
            "حماية <p>الطفل</p>",
            f"Unsupported start tag \"p\" near '<p>الطفل</p>'; {ALLOWED}",
        ),
        ("<u>b</u> <code>c</code>", f"is marked as code, underline; {ALLOWED}"),
        (
            '<a href="example">here</a>',
            f"holds a link without words or without an address; {ALLOWED}",
        ),
        (
            'a <a href="https://example.org/"></a>',
            f"holds a link without words or without an address; {ALLOWED}",
        ),
        ('<a href="http://example.org">here</a>', ADDRESS),
        ('<a href="tg://user?id=1">you</a>', f"is marked as text_mention; {ALLOWED}"),
        ("<b> </b>", "has no words; write what a member takes away from it"),
        ("a" * 901, "is 901 characters long; shorten it to at most 900"),
        ("🙂" * 451, "is 902 characters long; shorten it to at most 900"),
        (
            "a\nb\n\nc\nd",
            (
                "has 4 paragraphs; keep at most 3 "
                "(behind `>-` lines flow together, and a blank line begins the next paragraph)"
            ),
        ),
    ],
)
def test_what_telegram_would_refuse_or_drop_is_told(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        summary(text)


def test_the_markup_of_a_card_is_checked_where_it_stands(folder: Folder) -> None:
    place = folder.spoil("webinar/talk.yaml", "What it <b>is</b>.", "‸What it <b>is.")
    (told,) = folder.told()
    assert told.startswith(f"{place}: text.en.summary: Can't find end tag")
