"""The words by which questions are read: those of the languages, and those of the catalogue."""

from collections import Counter
from collections.abc import Iterator, Mapping

from bot.ask.index import build_index, part_name
from bot.ask.mending import Mender
from bot.ask.naming import PARTS
from bot.ask.phrases import Phrase, PhraseTable, by_stem, by_word
from bot.ask.risk import RiskSigns, is_sign
from bot.ask.signs import KINDS
from bot.ask.tokens import Token, token, tokens
from bot.ask.understanding import Understanding
from bot.domain.catalogue import Catalogue
from bot.domain.folding import words as folded
from bot.domain.vocabulary import AskWords

_FRAMES = frozenset(["kind", "state", "ask", "ordinal", "language", "month", "time"])
_SAYING = frozenset(["kind", "state", "month", "time", "language"])
_EVERYDAY = frozenset(["kind", "state", "ask", "time"])
_TELLING = frozenset({"ask.take_part", "ask.suggest", "ask.about", "ask.elsewhere"})
"""The phrases whose words are no everyday talk."""
_MUCH = 5
"""Who organises one in so many items is everywhere in the catalogue."""


class Vocabulary:
    """Everything that is made of words once for a catalogue: tables, index, mender."""

    def __init__(self, catalogue: Catalogue, words: AskWords) -> None:
        instead = _instead(words)
        said = list(_phrases(words, instead))
        terms = [(tokens(term), name) for name, held in catalogue.glossary.items() for term in held]
        self.glossary = glossary = PhraseTable([*terms, *_parts(said)], by_stem)
        kinds = {found[0]: name for found, name in said if len(found) == 1 and _is_kind(name)}
        general = frozenset(
            found[0].stem
            for found, name in said
            if len(found) == 1 and _section(name) in _EVERYDAY and name not in _TELLING
        ).difference(_people(catalogue))
        self.index = build_index(
            catalogue,
            glossary,
            {one.word: KINDS[name[5:]] for one, name in kinds.items() if name[5:] in KINDS},
            general,
        )
        self.phrases = PhraseTable((one for one in said if _section(one[1]) in _FRAMES), by_word)
        signs = [one for one in said if is_sign(one[1])]
        self.risk = RiskSigns(
            signs,
            (found[0] for found, name in said if len(found) == 1 and _section(name) in _SAYING),
        )
        risky = {one.word for found, _ in signs for one in found}
        meant = dict.fromkeys(
            [
                *(one.word for found, name in said if _is_kind(name) for one in found),
                *(one.word for found, _ in terms for one in found),
                *sorted(self.phrases.words() | risky),
            ]
        )
        self.mend = Mender(
            meant,
            self.index.forms,
            {one.stem: one.word for one in kinds},
            general | self.index.postings.keys(),
            instead,
        )
        own = _organisers(catalogue, glossary)
        self.understand = Understanding(self.phrases, general, glossary, self.index, own)


def _section(meaning: str) -> str:
    return meaning.partition(".")[0]


def _is_kind(meaning: str) -> bool:
    return _section(meaning) == "kind"


def _instead(words: AskWords) -> dict[str, str]:
    """What some write in place of a word, with the word; all folded."""
    return {
        written: "".join(folded(meaning.partition(".")[2]))
        for phrases in words.values()
        for meaning, held in phrases.items()
        if _section(meaning) == "instead"
        for form in held
        for written in folded(form)
    }


def _phrases(words: AskWords, instead: Mapping[str, str]) -> Iterator[Phrase]:
    """The phrases of all languages with their meanings; each word is looked at once."""
    known: dict[str, Token] = {}
    for phrases in words.values():
        for meaning, held in phrases.items():
            for phrase in held if _section(meaning) in (*_FRAMES, "risk") else ():
                found = []
                for written in folded(phrase):
                    word = instead.get(written, written)
                    found.append(known.get(word) or known.setdefault(word, token(word)))
                yield found, meaning


def _parts(said: list[Phrase]) -> Iterator[Phrase]:
    """The words for a part of a series, which count like terms of the glossary."""
    numbers = {f"ordinal.{name}": number for name, number in PARTS.items()}
    for number in numbers.values():
        yield [token(str(number))], part_name(number)
    for found, meaning in said:
        if meaning in numbers:
            yield found, part_name(numbers[meaning])


def _organisers(catalogue: Catalogue, glossary: PhraseTable) -> frozenset[str]:
    """The concepts that name who organises much of what there is."""
    counts = Counter(item.organiser for item in catalogue if item.organiser)
    labels = [
        label
        for name, count in counts.items()
        if count * _MUCH >= len(catalogue.items)
        for label in catalogue.community.organisations[name].values()
    ]
    found = [match for label in labels for match in glossary.longest(tokens(label))]
    return frozenset(name for match in found for name in match.meanings)


def _people(catalogue: Catalogue) -> Iterator[str]:
    """The stems of the names of people, which may look like everyday words."""
    for item in catalogue:
        for person in item.people:
            for spelling in (person.name, *person.spellings):
                yield from (one.stem for one in tokens(spelling))
