"""locales/<lang>/ask.yaml: the phrases by which questions are understood."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import ValidationInfo, WrapValidator

from bot.catalogue.fields import Aliases, Language
from bot.catalogue.mistakes import Entry, Mistake, also, meant
from bot.catalogue.problems import ContentError
from bot.catalogue.reader import Reader, read_file
from bot.domain.items import Lang
from bot.domain.vocabulary import AskWords, Phrases

FILE = "ask.yaml"


def _exactly(names: str) -> WrapValidator:
    """That a section has these names and no others."""
    known = names.split()

    def check(value: Any, _: ValidationInfo) -> Iterator[Mistake]:
        if not isinstance(value, dict):
            return
        for name in known:
            if name not in value:
                yield Mistake((name,), f"is missing; add {name}: a list of phrases")
        for name in value:
            if name not in known:
                yield Mistake((name,), f"is not known here{meant(name, known)}", at_key=True)

    return also(check)


class AskEntry(Entry):
    """The sections of ask.yaml."""

    kind: Annotated[
        dict[str, Aliases],
        _exactly(
            "webinar webinars package packages training news opportunity opportunities "
            "workshop workshops events"
        ),
    ]
    state: Annotated[
        dict[str, Aliases],
        _exactly("next upcoming recorded past latest oldest open closed public invited"),
    ]
    ask: Annotated[
        dict[str, Aliases],
        _exactly(
            "list about on own request take_part suggest talk filler elsewhere denied told series "
            "everything tag"
        ),
    ]
    ordinal: Annotated[dict[str, Aliases], _exactly("first second third fourth")]
    follow: Annotated[
        dict[str, Aliases],
        _exactly(
            "lead around first second third fourth fifth sixth seventh eighth ninth tenth last "
            "other when where who language length take_part link"
        ),
    ]
    language: dict[Language, Aliases]
    instead: dict[str, Aliases]
    month: Annotated[
        dict[str, Aliases],
        _exactly(
            "january february march april may june july august september october november december"
        ),
    ]
    time: Annotated[
        dict[str, Aliases],
        _exactly(
            "today tomorrow yesterday weekend this_week next_week last_week this_month next_month "
            "last_month this_year next_year last_year spring summer autumn winter before until "
            "beginning end after within of day zone"
        ),
    ]
    risk: Annotated[
        dict[str, Aliases],
        _exactly(
            "child children years own harm abuse danger self who telling now todo report "
            "material neutral"
        ),
    ]


def load_ask_words(folder: Path, languages: Sequence[Lang]) -> AskWords:
    """The phrases of every language, from a folder of locales.

    Raises ContentError with all mistakes of all files, one that is missing among them.
    """
    reader = Reader(languages)
    found: dict[Lang, Phrases] = {}
    for lang in languages:
        if entry := reader.entry(read_file(folder / lang / FILE), AskEntry):
            sections: dict[str, dict[str, tuple[str, ...]]] = entry.model_dump()
            found[lang] = {
                f"{section}.{name}": phrases
                for section, names in sections.items()
                for name, phrases in names.items()
            }
    if reader.problems:
        raise ContentError(reader.problems)
    return found
