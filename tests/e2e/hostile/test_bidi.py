"""The tests' own measure of directions, by examples of the Unicode standard's rules."""

import pytest

from tests.e2e.hostile.bidi import base_level, faults, levels

FSI, LRI, RLI, PDI = "\u2068", "\u2066", "\u2067", "\u2069"
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("abc", 0),
        ("سلام", 1),
        ("12 a", 0),
        ("", None),
        ("123", None),
        (f"{FSI}سلام{PDI} a", 0),
        (f"{RLI}a", None),
        (f"a{PDI}س", 0),
        (f"{PDI}س", 1),
    ],
)
def test_a_paragraph_goes_by_its_first_strong_letter_outside_isolates(
    text: str, level: int | None
) -> None:
    assert base_level(text) == level


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("ab", 0, "00"),
        ("ab", 1, "11"),
        (f"a{RLO}b{PDF}c", 0, "00110"),
        (f"a{RLO}b", 0, "001"),
        (f"a{LRE}b", 1, "112"),
        (f"a{FSI}س{PDI}b", 0, "00100"),
        (f"a{FSI}b{PDI}c", 0, "00200"),
        (f"a{RLI}b{RLO}c{PDI}d", 0, "0011300"),
        (f"a{RLI}b{PDF}c{PDI}d", 0, "0011100"),
        (f"a{PDI}b", 0, "000"),
        (f"a{LRI}b{LRO}{PDI}{PDF}c", 0, "0022000"),
        (f"{RLE}a{LRI}b{PDF}{PDI}c", 0, "0112211"),
    ],
)
def test_levels_are_those_of_the_standard(text: str, base: int, expected: str) -> None:
    assert "".join(map(str, levels(text, base))) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"I do not know /x{RLO}.",
        f"News with “{FSI}x”",
        f"News with “{FSI}x{PDI}{PDI}” or so",
        f"{FSI}a\nb{PDI}",
        "سلام is not known",
        f"a{RLI}b{PDI}c{LRE}d{PDF}",
    ],
)
def test_words_that_are_turned_are_noticed(text: str) -> None:
    assert list(faults(text, rtl=False))


def test_words_in_isolates_turn_nothing() -> None:
    assert list(faults(f"News with “{FSI}سلام {RLI}a{PDI}{PDI}”.\n\n{FSI}a{PDI}", rtl=False)) == []
    assert list(faults(f"أخبار “{FSI}news{PDI}”\n\u200f{FSI}a{PDI} x", rtl=True)) == []
