"""``python -m bot ask``."""

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from bot.commands.common import fail, read_library, read_settings
from bot.ports.runtime import Content


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
        if explain:
            instant = _instant(now) if now else datetime.now(UTC)
            typer.echo("\n".join(library.asker.explain(question, spoken, instant)))
            return
        answer = content.ask(question, spoken, _instant(now) if now else datetime.now(UTC))
    except ValueError as error:
        fail(str(error))
    typer.echo(answer.intent)
    for item_id in answer.answers:
        item = content.catalogue.items[item_id]
        typer.echo(f"{item_id}  {item.text(spoken)[1].title}")


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
