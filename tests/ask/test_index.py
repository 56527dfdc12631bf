"""Whatever a coordinator writes as an alias, the index is built and the item is found by it."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.ask.asker import Asker
from bot.domain.catalogue import Catalogue
from bot.domain.vocabulary import AskWords

NOW = datetime(2018, 6, 15, 9, tzinfo=UTC)


def test_an_alias_in_which_terms_of_the_glossary_overlap_is_found(
    content: Catalogue, words: AskWords
) -> None:
    """Of "23 nouveaux" and "nouveaux venus" the first counts, and leaves an everyday word."""
    item = content.items["workshop/nairobi-2018"]
    text = replace(item.texts["fr"], aliases=("séance des 23 nouveaux venus",))
    changed = replace(item, texts={**item.texts, "fr": text})
    asker = Asker(replace(content, items={**content.items, item.id: changed}), words)
    assert item.id in asker("la séance des 23 nouveaux venus", "fr", NOW).answers
