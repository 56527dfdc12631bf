"""What a community knows: its items, as frozen values.

Unknown stays unknown: a field that the source does not state is None (or empty), and nothing in
the program fills it in. Ids are ``kind/slug``, stable and public: they stand in deep links,
buttons, exports and answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from bot.domain.when import Span, When

Lang: TypeAlias = str
"""An ISO 639-1 code. The bot speaks those with a folder in locales/; an item may be in any."""

Labels: TypeAlias = Mapping[Lang, str]
"""One short text in every language that the bot speaks."""


class Kind(StrEnum):
    """The kinds of item, as they stand before the slash of an id."""

    WEBINAR = "webinar"
    PACKAGE = "package"
    NEWS = "news"
    OPPORTUNITY = "opportunity"
    WORKSHOP = "workshop"
    PAGE = "page"


class Access(StrEnum):
    """Who may take part."""

    OPEN = "open"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An item's words in one language.

    `summary` is Telegram HTML, the others are plain. `review` is ``original``, ``draft``, or who
    reviewed the translation and when.
    """

    title: str
    summary: str
    aliases: tuple[str, ...] = ()
    review: str = "draft"

    @property
    def is_draft(self) -> bool:
        """Whether no named person has reviewed this translation yet."""
        return self.review == "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person by the name that the source gives, with what it says of where they stand."""

    name: str
    affiliation: Labels | None = None
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to open.

    `kind` is ``recording``, ``register``, ``download``, ``page`` or ``apply``. `url` is
    None where the source speaks of a link but does not give it.
    """

    kind: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A dated statement about an item; of several, the newest stands, the older are kept."""

    as_of: Span
    text: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A revision announced to begin in a month and to last between two numbers of months."""

    begins: Span
    months: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every kind has.

    `order` is the item's place in the catalogue, `as_of` when its source said so, `source` where
    in the source it stands. `series` is an id and the part in it, if stated; `notes` stand newest
    first.
    """

    kind: ClassVar[Kind]
    id: str
    order: int
    texts: Mapping[Lang, Text]
    as_of: Span
    source: str
    when: When | None = None
    languages: tuple[Lang, ...] = ()
    topics: tuple[str, ...] = ()
    series: tuple[str, int | None] | None = None
    related: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    people: tuple[Speaker, ...] = ()
    organiser: str | None = None
    notes: tuple[Note, ...] = ()

    @property
    def slug(self) -> str:
        """The id without its kind."""
        return self.id.partition("/")[2]

    def text(self, lang: Lang) -> tuple[Lang, Text]:
        """The words in `lang`, else in the first language that has them, and which one that is."""
        if lang in self.texts:
            return lang, self.texts[lang]
        return next(iter(self.texts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Webinar(Item):
    """`recorded` when the source offers a recording; `before` is what to watch or read first."""

    kind = Kind.WEBINAR
    recorded: bool = False
    access: Access | None = None
    places: int | None = None
    before: Labels | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package(Item):
    """`training` for what the source calls a training package; `version` words the current one."""

    kind = Kind.PACKAGE
    training: bool = False
    version: Labels | None = None
    revision: Revision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Item):
    """A bulletin; `when` is when it appeared."""

    kind = Kind.NEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to take part in an opportunity: for whom, how, and until when."""

    text: Labels
    deadline: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity(Item):
    """Open until `deadline` (from its first mention on where none is stated), unless `ended`."""

    kind = Kind.OPPORTUNITY
    deadline: Span | None = None
    ended: bool = False
    access: Access | None = None
    places: int | None = None
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop(Item):
    """A training of trainers at a place."""

    kind = Kind.WORKSHOP
    place: Labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Item):
    """A standing text about the community."""

    kind = Kind.PAGE


KINDS: Mapping[Kind, type[Item]] = {
    cls.kind: cls for cls in (Webinar, Package, News, Opportunity, Workshop, Page)
}
