"""The glossary and the phrases of questions: what they become, and how their mistakes are told."""

from pathlib import Path

import pytest

from bot.catalogue.ask_words import load_ask_words
from bot.catalogue.problems import ContentError
from tests.catalogue.folder import Folder

ASK = Path("locales/en/ask.yaml")


def test_a_folder_without_a_glossary_has_an_empty_one(folder: Folder) -> None:
    assert folder.load().glossary == {}


def test_the_terms_of_all_languages_stand_together(folder: Folder) -> None:
    folder.write("glossary.yaml", "tot:\n  en: [ToT, training of trainers]\n  fr: [FdF]\n")
    assert folder.load().glossary == {"tot": ("ToT", "training of trainers", "FdF")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("tot:\n  en: [ToT]\n", "glossary.yaml:2:3: tot.fr: is missing"),
        ("tot:\n  en: [ToT]\n  fr: [FdF]\n  de: [x]\n", "glossary.yaml:4:3: tot.de:"),
        ("tot:\n  en: [ToT, ToT]\n  fr: [FdF]\n", "glossary.yaml:2:13: tot.en[2]:"),
        ("A b:\n  en: [ToT]\n  fr: [FdF]\n", "glossary.yaml:1:1: A b:"),
        ("tot:\n  en: ToT\n  fr: [FdF]\n", "glossary.yaml:2:7: tot.en: must be a list"),
        ("tot: [\n", "glossary.yaml:"),
    ],
)
def test_a_mistake_in_the_glossary_is_told_with_its_place(
    text: str, told: str, folder: Folder
) -> None:
    folder.write("glossary.yaml", text)
    assert any(line.startswith(told) for line in folder.told()), folder.told()


def problems(tmp_path: Path, text: str) -> list[str]:
    """What is told of the phrases of English, when these are they."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en/ask.yaml").write_text(text, "utf-8")
    with pytest.raises(ContentError) as caught:
        load_ask_words(tmp_path, ["en"])
    return [str(one).replace(f"{tmp_path.as_posix()}/", "") for one in caught.value.problems]


def test_phrases_are_named_by_section_and_name() -> None:
    words = load_ask_words(Path("locales"), ["en"])
    assert "webinar" in words["en"]["kind.webinar"]
    assert "next week" in words["en"]["time.next_week"]


def test_a_name_that_is_not_known_is_told_with_what_was_meant(tmp_path: Path) -> None:
    text = ASK.read_text("utf-8").replace("\n  webinars:", "\n  webinarz:")
    told = problems(tmp_path, text)
    assert any("kind.webinarz: is not known here; did you mean webinar" in one for one in told)
    assert any("kind.webinars: is missing" in one for one in told)


def test_a_section_that_is_missing_is_told(tmp_path: Path) -> None:
    text = ASK.read_text("utf-8")
    begin, end = text.index("\nordinal:"), text.index("\nfollow:")
    told = problems(tmp_path, text[:begin] + text[end:])
    assert told == ["en/ask.yaml:1:1: ordinal: is missing; add ordinal"] or (
        len(told) == 1 and "ordinal: is missing" in told[0]
    )


def test_a_language_without_phrases_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"fr/ask\.yaml:1:1: file: is missing"):
        load_ask_words(tmp_path, ["fr"])


def test_a_code_that_is_no_language_is_told(tmp_path: Path) -> None:
    text = ASK.read_text("utf-8").replace("\n  sw: [", "\n  swahili: [")
    assert any("language's code" in one for one in problems(tmp_path, text))
