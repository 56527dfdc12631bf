"""``python -m bot ask``."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from bot.commands.common import fail, read_library, read_settings
from bot.domain.answer import Answer
from bot.domain.markup import parse_html
from bot.domain.people import Member
from bot.i18n.texts import Texts
from bot.ports.runtime import Content, Scene

NOBODY = Member(id=0, zone="UTC")
MARKS = "\u2068\u2069\u200f"
"""They keep words of two directions apart in a messenger; a terminal shows them as boxes."""


def ask(
    question: Annotated[str, typer.Argument(help="in any of the languages")] = "",
    lang: Annotated[str, typer.Option(help="the member's language")] = "en",
    now: Annotated[
        str, typer.Option(help="the instant to judge by, ISO 8601, UTC where it names no zone")
    ] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="questions as JSON lines on stdin")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="tell words, corrections, filters and scores")
    ] = False,
) -> None:
    """Answer a question as the chat would, or many as JSON lines.

    A line that is no question is answered with {"error": what is wrong with it} in its place.
    """
    library = read_library(read_settings())
    content = library.content
    if jsonl:
        for line in sys.stdin.buffer:
            typer.echo(json.dumps(_answered(line, content)))
        return
    try:
        spoken = _language(lang, content)
        instant = _instant(now) if now else datetime.now(UTC)
        if explain:
            typer.echo("\n".join(library.asker.explain(question, spoken, instant)))
            return
        answer = content.ask(question, spoken, instant)
    except ValueError as error:
        fail(str(error))
    typer.echo(
        _as_shown(
            answer, Scene(now=instant, member=NOBODY, lang=spoken, content=content), library.texts
        )
    )
    for item_id in answer.answers:
        typer.echo(f"[{item_id}]")


def _as_shown(answer: Answer, scene: Scene, texts: Texts) -> str:
    """What a member in the UTC zone reads, without markup and invisible marks."""
    from bot.features.asking import telling  # with what words an answer, which --jsonl needs not
    from bot.gateway.wording import Place, Wording

    html = Wording(texts).whole(telling(answer, scene), Place(scene.lang, "UTC"))
    return "".join(one for one in parse_html(html)[0] if one not in MARKS)


def _answered(line: bytes, content: Content) -> Mapping[str, Any]:
    """The answer to one line of JSON, or what is wrong with the line."""
    try:
        asked = json.loads(line)
        q, lang, now = (_named(asked, name) for name in ("q", "lang", "now"))
        answer = content.ask(q, _language(lang, content), _instant(now))
    except (ValueError, RecursionError) as error:
        return {"error": str(error)}
    return {
        "intent": answer.intent,
        "answers": answer.answers,
        "suggestions": answer.suggestions,
    }


def _named(asked: Any, name: str) -> str:
    value = asked.get(name) if isinstance(asked, dict) else None
    if not isinstance(value, str):
        raise ValueError(f"{name}: is missing, or no text; a line is an object of q, lang and now")  # noqa: TRY004 - a mistake in the line
    return value


def _language(text: str, content: Content) -> str:
    if text not in content.languages:
        raise ValueError(f"lang: must be one of {', '.join(content.languages)}")
    return text


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    except ValueError:
        raise ValueError("now: must be an instant such as 2018-02-12T09:00:00Z") from None
