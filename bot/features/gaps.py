"""/gaps: for coordinators, what members asked in vain, by language and topic, naming nobody."""

from collections.abc import Iterator, Sequence

from bot.domain.gaps import KEPT, LEAST, TopicGap, by_topic
from bot.domain.items import Lang
from bot.domain.people import Role
from bot.phrases import label
from bot.ports.intents import Command
from bot.ports.runtime import Context, Route
from bot.ports.speech import Language, Outgoing, Phrase, lines, msg, paragraphs

MOST = 8
"""Topics of a language that are shown; the others are counted."""


async def gaps(_: Command, context: Context) -> Sequence[Outgoing]:
    """The list; a topic that too few people asked for is counted among the others."""
    counts = await context.unit.gaps.since(context.now.date() - KEPT)
    languages = by_topic(counts)
    if not languages:
        return [Outgoing(text=msg("gaps-none", days=KEPT.days))]
    return [
        Outgoing(
            text=paragraphs(
                msg("gaps-title", days=KEPT.days),
                *(lines(*_language(lang, found, context)) for lang, found in languages.items()),
                msg("gaps-note", least=LEAST),
            )
        )
    ]


def _language(lang: Lang, found: Sequence[TopicGap], context: Context) -> Iterator[Phrase]:
    yield msg("gaps-language", language=Language(lang))
    topics = [one for one in found if one.topic is not None]
    for one in topics[:MOST]:
        name = _name(one.topic or "", context)
        yield msg("gaps-topic", topic=name, questions=one.questions, people=one.people)
        yield from (msg("gaps-wording", wording=wording) for wording in one.wordings)
    if len(topics) > MOST:
        yield msg("gaps-more", count=len(topics) - MOST)
    yield from (msg("gaps-other", questions=one.questions) for one in found if one.topic is None)


def _name(topic: str, context: Context) -> Phrase:
    sort, _, name = topic.partition("/")
    if sort == "in":
        return msg("gaps-in", language=Language(name))
    if sort == "kind":
        return msg("gaps-kind", kind=name)
    concept = context.catalogue.concepts.get(name)
    return label(concept, context.lang) if concept else name


ROUTES = (Route(intent=Command, name="gaps", handler=gaps, role=Role.COORDINATOR, personal=True),)
