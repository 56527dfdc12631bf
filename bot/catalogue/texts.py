"""An item's words in each language, and how far each translation has come."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import AfterValidator, BeforeValidator, PlainValidator, ValidationInfo

from bot.catalogue.fields import Aliases, Day, Title, Word, every_language
from bot.catalogue.markup import summary
from bot.catalogue.mistakes import Entry, Mistake, also, shown


class Reviewed(Entry):
    """Who reviewed a translation, and on which day."""

    by: Word
    on: Day


def _review(value: Any) -> str:
    if isinstance(value, dict):
        done = Reviewed.model_validate(value)
        return f"{done.by}, {done.on.first.isoformat()}"
    if value not in ("original", "draft"):
        raise ValueError(f"must be original, draft or {{by: …, on: …}}, not {shown(value)}")
    return str(value)


class TextEntry(Entry):
    """An item's words in one language."""

    hints: ClassVar[Mapping[str, str]] = {
        "review": "original, draft, or {by: …, on: …}",
        "title": "its name",
        "summary": "what a member takes away from it, in one to three short paragraphs",
    }

    review: Annotated[str, PlainValidator(_review)]
    title: Title
    summary: Annotated[str, AfterValidator(summary)]
    aliases: Aliases = ()


def _untranslated(value: Any) -> Any:
    """`untranslated` stands as None; any other lone word is a mistake of its own."""
    if value == "untranslated":
        return None
    if isinstance(value, dict):
        return value
    raise ValueError("must be a title and a summary, or the word untranslated")


def _one_original(value: Any, _info: ValidationInfo) -> Iterator[Mistake]:
    if not isinstance(value, dict):
        return
    originals = [
        lang
        for lang, entry in value.items()
        if isinstance(entry, dict) and entry.get("review") == "original"
    ]
    if not originals:
        yield Mistake((), "has no original; write `review: original` in the language it came from")
    for lang in originals[1:]:
        told = f"is a second original beside {originals[0]}; write draft in all but one"
        yield Mistake((lang, "review"), told)


Texts: TypeAlias = Annotated[
    dict[str, Annotated[TextEntry | None, BeforeValidator(_untranslated)]],
    also(every_language),
    also(_one_original),
]
