"""Files that cannot be read as YAML at all, and folders without them."""

from pathlib import Path

import pytest

from bot.catalogue.load import load
from bot.catalogue.problems import ContentError
from tests.catalogue.folder import LANGUAGES, Folder

TALK = "webinar/talk.yaml"
INDENT = "the indentation or a quote does not fit here; indent like the lines above, close quotes"
COLON = (
    "a colon stands where none can be; put text that holds a colon in quotes, "
    "or mend the indentation"
)
START = "text that begins with this character must stand in quotes"

# what stands in the talk, what is put there (‸ marks the place), what is said
BROKEN = {
    "a colon in a text": ("title: A talk", "title: A talk‸: the first", COLON),
    "a tab": ("  en:\n    review", "  en:\n‸\treview", "a tab; use spaces instead"),
    "an @": ("organiser: host", "organiser: ‸@host", START),
    "a star": (
        "organiser: host",
        "organiser: ‸*host",
        "text that begins with * must stand in quotes",
    ),
    "an open quote": (
        "title: A talk",
        'title: ‸"A talk',
        "a quote is opened here and never closed; close it",
    ),
    "an open bracket": (
        *("topics: [coaching, health]", "topics: ‸[coaching, health"),
        "a bracket [ is opened here and never closed; close it with ]",
    ),
    "an open bracket before a list": (
        *("supersedes: []\npeople:\n  -", "supersedes: [\npeople:\n  ‸-"),
        "a bracket opened above is not closed, or a value is missing here; mend one of them",
    ),
    "an open brace": (
        *("{id: talks, part: 1}", "‸{id: talks, part: 1"),
        "a brace { is opened here and never closed; close it with }",
    ),
    "text behind a quote": ("title: A talk", "title: 'A' ‸talk", INDENT),
    "a line that sticks out": ("    title: A talk", "   ‸title: A talk", INDENT),
    "a line without a colon": (
        "places: 15\n",
        "‸places 15\n",
        "a line without a colon; write `key: value`",
    ),
    "a list behind its key": (
        *("topics: [coaching, health]", "topics: ‸- coaching"),
        "a list begins behind its key; write each `- entry` on a line of its own",
    ),
    "a key within a list": (
        *("topics: [coaching, health]", "topics:\n  - coaching\n  ‸health: x"),
        "a line of a list does not begin with a dash; begin it with `- ` or mend the indentation",
    ),
    "a backslash": (
        *("title: A talk", 'title: "A ‸\\q"'),
        "a backslash in double quotes; use single quotes, or write it twice",
    ),
    "a second document": (
        *("recorded: false", "‸---\nrecorded: false"),
        "a second part begins at ---; keep one item a file",
    ),
    "a control character": (
        *("title: A talk", "title: A ‸\x07talk"),
        "holds an invisible character (U+0007); delete it",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_breaks_a_file_is_told_once_where_it_is(folder: Folder, name: str) -> None:
    old, new, message = BROKEN[name]
    place = folder.spoil(TALK, old, new)
    assert folder.told() == [f"{place}: file: {message}"]


def test_a_complaint_without_words_of_ours_is_told_as_it_is(folder: Folder) -> None:
    folder.write("page/new.yaml", "%YAML 3.0\n---\na: b\n")
    (told,) = folder.told()
    assert told.endswith("found incompatible YAML document; check quotes and indentation")


def test_every_invisible_character_is_told(folder: Folder) -> None:
    folder.write(TALK, "id: webinar/talk\ntitle: a\x07\x08b\r\n\x0b\n")
    assert folder.told() == [
        f"{TALK}:2:9: file: holds an invisible character (U+0007); delete it",
        f"{TALK}:2:10: file: holds an invisible character (U+0008); delete it",
        f"{TALK}:3:1: file: holds an invisible character (U+000B); delete it",
    ]


def test_a_file_in_another_encoding_is_told_with_the_line(folder: Folder) -> None:
    folder.write("page/new.yaml", "id: page/new\nsource: naïve, Santé\n".encode("latin-1"))
    assert folder.told() == ["page/new.yaml:2:11: file: is not UTF-8; save it as UTF-8"]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "- a list\n", "a word\n"])
def test_a_file_that_holds_no_keys_is_told(folder: Folder, text: str) -> None:
    folder.write("page/new.yaml", text)
    assert folder.told() == ["page/new.yaml:1:1: file: must hold lines of `key: value`; write them"]


def test_a_file_that_cannot_be_opened_is_told(folder: Folder) -> None:
    (folder.path / "page/new.yaml").mkdir()
    (told,) = folder.told()
    assert told.startswith("page/new.yaml:1:1: file: cannot be opened (Is a directory)")


def test_a_missing_community_is_told(folder: Folder) -> None:
    (folder.path / "community.yaml").unlink()
    assert folder.told() == ["community.yaml:1:1: file: is missing; put it there"]


def test_a_folder_without_items_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        load(tmp_path, LANGUAGES)
    assert {(Path(one.file).name, one.field) for one in raised.value.problems} == {
        ("community.yaml", "file"),
        (tmp_path.name, "folder"),
    }


def test_a_folder_that_is_not_there_is_told_like_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="holds no items"):
        load(tmp_path / "nowhere", LANGUAGES)


def test_all_mistakes_of_all_files_are_told_at_once(folder: Folder) -> None:
    """A broken file hides nothing of the others, and its own id still counts."""
    expected = [
        folder.spoil("community.yaml", "[UTC,", "[‸Utopia,"),
        folder.spoil("news/bulletin.yaml", "order: 30", "order: ‸x"),
        folder.spoil("news/bulletin.yaml", "when: 2018-02", "when: ‸soon"),
        folder.spoil("package/pack.yaml", "source: packages", "related: [‸page/none]\nsource: x"),
        folder.spoil("page/about.yaml", "source: the", "source: ‸@the"),
        folder.spoil(TALK, "topics: [coaching, health]", "topics: [coaching, ‸wealth]"),
        folder.spoil(TALK, "title: Un entretien", f"title: ‸{'x' * 121}"),
    ]
    assert [":".join(one.split(":")[:3]) for one in folder.told()] == expected


def test_the_error_lists_its_problems_a_line_each(folder: Folder) -> None:
    folder.spoil(TALK, "order: 10", "order: ‸x")
    folder.spoil(TALK, "places: 15", "places: ‸x")
    with pytest.raises(ContentError) as raised:
        folder.load()
    assert len(str(raised.value).splitlines()) == 2


def test_problems_name_the_file_as_the_folder_was_named(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.spoil(TALK, "order: 10", "order: ‸x")
    monkeypatch.chdir(folder.path.parent)
    with pytest.raises(ContentError, match=r"^content/webinar/talk.yaml:2:8: order: must be"):
        load(Path("content"), LANGUAGES)
