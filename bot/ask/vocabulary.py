"""The words by which questions are read: those of the languages, and those of the catalogue."""

from collections.abc import Iterator

from bot.ask.index import build_index, part_name
from bot.ask.mending import Mender
from bot.ask.naming import PARTS
from bot.ask.phrases import PhraseTable, by_stem, by_word
from bot.ask.risk import RiskSigns, is_sign
from bot.ask.tokens import Token, tokens
from bot.ask.understanding import KINDS, Understanding
from bot.domain.catalogue import Catalogue
from bot.domain.folding import words as folded
from bot.domain.vocabulary import AskWords

_FRAMES = "kind state ask ordinal language month time"
_TELLING = frozenset({"ask.take_part", "ask.suggest", "ask.about", "ask.elsewhere"})
"""The phrases whose words are no everyday talk."""


class Vocabulary:
    """Everything that is made of words once for a catalogue: tables, index, mender."""

    def __init__(self, catalogue: Catalogue, words: AskWords) -> None:
        terms = [(term, name) for name, held in catalogue.glossary.items() for term in held]
        glossary = PhraseTable([*terms, *_parts(words)], by_stem)
        kinds = {one.word: name for one, name in _single(words, "kind")}
        general = frozenset(
            one.stem for one, name in _single(words, "kind state ask time") if name not in _TELLING
        ).difference(_people(catalogue))
        self.index = build_index(
            catalogue,
            glossary,
            {word: KINDS[name[5:]] for word, name in kinds.items() if name[5:] in KINDS},
            general,
        )
        self.phrases = PhraseTable(_pairs(words, _FRAMES), by_word)
        self.risk = RiskSigns(pair for pair in _pairs(words, "risk ask") if is_sign(pair[1]))
        said = dict.fromkeys(
            [
                *(one.word for phrase, _ in _pairs(words, "kind") for one in tokens(phrase)),
                *(one.word for term, _ in terms for one in tokens(term)),
                *sorted(self.phrases.words() | self.risk.words()),
            ]
        )
        self.mend = Mender(
            said,
            self.index.forms,
            {one.stem: one.word for one, _ in _single(words, "kind")},
            general | self.index.postings.keys(),
            _instead(words),
        )
        self.understand = Understanding(self.phrases, general, glossary, self.index)


def _instead(words: AskWords) -> dict[str, str]:
    """What some write in place of a word, with the word; all folded."""
    return {
        written: " ".join(folded(meaning.partition(".")[2]))
        for phrases in words.values()
        for meaning, held in phrases.items()
        if meaning.startswith("instead.")
        for form in held
        for written in folded(form)
    }


def _pairs(words: AskWords, sections: str) -> Iterator[tuple[str, str]]:
    """The phrases of some sections with their meanings, of all languages."""
    wanted = sections.split()
    instead = _instead(words)
    for phrases in words.values():
        for meaning, held in phrases.items():
            if meaning.partition(".")[0] in wanted:
                for phrase in held:
                    yield " ".join(instead.get(one, one) for one in folded(phrase)), meaning


def _single(words: AskWords, sections: str) -> Iterator[tuple[Token, str]]:
    """The phrases of one word."""
    for phrase, meaning in _pairs(words, sections):
        if len(found := tokens(phrase)) == 1:
            yield found[0], meaning


def _parts(words: AskWords) -> Iterator[tuple[str, str]]:
    """The words for a part of a series, which count like terms of the glossary."""
    for name, number in PARTS.items():
        yield str(number), part_name(number)
        for phrases in words.values():
            yield from ((phrase, part_name(number)) for phrase in phrases[f"ordinal.{name}"])


def _people(catalogue: Catalogue) -> Iterator[str]:
    """The stems of the names of people, which may look like everyday words."""
    for item in catalogue:
        for person in item.people:
            for spelling in (person.name, *person.spellings):
                yield from (one.stem for one in tokens(spelling))
