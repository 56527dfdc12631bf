"""One mistake in one place: where it is shown, and what is said of it."""

import pytest

from bot.domain.when import HOW_TO
from tests.catalogue.folder import Folder

TALK, PACK, OFFER = "webinar/talk.yaml", "package/pack.yaml", "opportunity/offer.yaml"
COMMUNITY, ABOUT, MEETING = "community.yaml", "page/about.yaml", "workshop/meeting.yaml"
EMPTY = "is empty; write a value, or take the line out"
LINES = "must be lines of `key: value`, indented below their key"
KNOWN = (
    "as_of, id, languages, links, notes, order, organiser, people, related, revision, series, "
    "source, supersedes, text, topics, training, version"
)
NO_DATE = "is no date that can be kept"
NO_FORM = "it is written in no way that is known here"
NO_ZONE = "its time zone is missing: end it with Z for UTC"
LIST = "must be a list: `[one, two]`, or lines that begin with `- `"

# file, what stands there, what is put there (‸ marks the place), field, what is said
MISTAKES = {
    # keys
    "an unknown key": (
        *(TALK, "places: 15", "‸place: 15"),
        *("place", "is not known here; did you mean places?"),
    ),
    "an unknown key that is like no other": (
        *(TALK, "part: 1}", "part: 1, ‸zzz: 1}"),
        *("series.zzz", "is not known here; take it out, or write one of id, part"),
    ),
    "a date on a package": (
        *(PACK, "training: true", "‸when: 2018-02"),
        *("when", f"is not known here; take it out, or write one of {KNOWN}"),
    ),
    "a key twice": (
        *(TALK, "places: 15", "places: 15\n‸places: 16"),
        *("places", "stands twice (first in line 26); keep one of them"),
    ),
    "a missing title": (
        *(ABOUT, "{review: original, title: About us, ", "‸{review: original, "),
        *("text.en.title", "is missing; add title: its name"),
    ),
    "a missing part": (
        *(TALK, "{kind: recording, url: unknown}", "‸{kind: recording}"),
        *("links[1].url", "is missing; add url: https://…, or unknown"),
    ),
    "a key that is no word": (
        *(TALK, "places: 15", "‸[a]: 15"),
        *("file", "has a list or a mapping as a key; keys are plain words"),
    ),
    # types
    "a word for a number": (
        *(TALK, "order: 10", "order: ‸ten"),
        *("order", "must be a whole number from 1 to 999999, not 'ten'"),
    ),
    "a number with a zero before it": (
        *(TALK, "order: 10", "order: ‸010"),
        *("order", "must be a whole number from 1 to 999999, not '010'"),
    ),
    "a fraction": (
        *(TALK, "places: 15", "places: ‸1.5"),
        *("places", "must be a whole number from 1 to 100000, not '1.5'"),
    ),
    "a number of minutes below one": (
        *(TALK, "minutes: 75", "minutes: ‸0"),
        *("minutes", "must be a whole number from 1 to 1440, not '0'"),
    ),
    "a huge number": (
        *(TALK, "places: 15", "places: ‸99999999999999999999999999999999999999999999"),
        *(
            "places",
            "must be a whole number from 1 to 100000, not '" + "9" * 39 + "…'",
        ),
    ),
    "yes for true": (
        *(TALK, "recorded: false", "recorded: ‸yes"),
        *("recorded", "must be true or false, not 'yes'"),
    ),
    "a word for a list": (
        *(TALK, "related: [page/about]", "related: ‸page/about"),
        *("related", LIST),
    ),
    "a list for a word": (
        *(TALK, "title: A talk", "title: ‸[A talk]"),
        *("text.en.title", "must be text"),
    ),
    "a word for a mapping": (*(TALK, "{id: talks, part: 1}", "‸talks"), "series", LINES),
    "a list of words for labels": (
        *(MEETING, "place: {en: Dakar, fr: Dakar}", "place: ‸[Dakar]"),
        *("place", LINES),
    ),
    "a list for an address": (
        *(TALK, "url: unknown", "url: ‸[]"),
        "links[1].url",
        "must be an address, not a list",
    ),
    "a mapping for a date": (
        *(TALK, "as_of: 2018-02\n", "as_of: ‸{a: b}\n"),
        "as_of",
        "must be a date, not a group of lines",
    ),
    "a word that is no access": (
        *(TALK, "access: invitation", "access: ‸public"),
        *("access", "must be 'open' or 'invitation', not 'public'"),
    ),
    "a kind of link that is none": (
        *(TALK, "kind: recording", "kind: ‸video"),
        *(
            "links[1].kind",
            "must be 'recording', 'register', 'download', 'page' or 'apply', not 'video'",
        ),
    ),
    "one number of months": (
        *(PACK, "months: [6, 12]", "months: ‸[6]"),
        *("revision.months", "must be two numbers, the smaller first, such as [6, 12]"),
    ),
    "months the wrong way round": (
        *(PACK, "months: [6, 12]", "months: ‸[12, 6]"),
        *("revision.months", "must be two numbers, the smaller first, such as [6, 12]"),
    ),
    # nothing there
    "a value left out": (*(TALK, 'source: "page: webinars"', "source:‸"), "source", EMPTY),
    "an optional value left out": (*(TALK, "places: 15", "places:‸"), "places", EMPTY),
    "an empty text": (*(TALK, "title: A talk", 'title: ‸""'), "text.en.title", EMPTY),
    "a text of spaces": (*(TALK, "title: A talk", 'title: ‸"  "'), "text.en.title", EMPTY),
    "nothing by name": (*(TALK, "organiser: host", "organiser: ‸null"), "organiser", EMPTY),
    "an entry of a list left out": (
        *(TALK, "topics: [coaching, health]", "topics:\n  - coaching\n  -‸\n"),
        *("topics[2]", EMPTY),
    ),
    # dates
    "a date in words": (
        *(TALK, "when: 2018-02-20T11:00Z\nminutes: 75", "when: ‸next week"),
        *(
            "when",
            f"'next week' {NO_DATE} ({NO_FORM}); {HOW_TO}",
        ),
    ),
    "a wrong date with a length": (
        *(TALK, "when: 2018-02-20T11:00Z", "when: ‸2018-02-20T11:00"),
        *(
            "when",
            f"'2018-02-20T11:00' {NO_DATE} ({NO_ZONE}); {HOW_TO}",
        ),
    ),
    "a length without an instant": (
        *(TALK, "when: 2018-02-20T11:00Z\nminutes", "when: 2018-02-20\n‸minutes"),
        *("minutes", "belongs to an exact instant; take it out, or give `when` its time and zone"),
    ),
    "a statement made nobody knows when": (
        *(TALK, "as_of: 2018-02\n", "as_of: ‸unknown\n"),
        *("as_of", "must be a day, a month, a part of one or a season; an instant is too exact"),
    ),
    "an instant as a deadline": (
        *(OFFER, "deadline: 2018-01-19", "deadline: ‸2018-01-19T12:00Z"),
        *("deadline", "must be a day, a month, a part of one or a season; an instant is too exact"),
    ),
    "a revision that begins on a day": (
        *(PACK, "begins: 2018-05", "begins: ‸2018-05-01"),
        *("revision.begins", "must be a month, such as 2018-05"),
    ),
    "a revision that begins in several months": (
        *(PACK, "begins: 2018-05", "begins: ‸2018-05..2018-06"),
        *("revision.begins", "must be a month, such as 2018-05"),
    ),
    "a review of a month": (
        *(PACK, "on: 2026-11-23", "on: ‸2026-11"),
        *("text.fr.review.on", "must be a day, such as 2026-11-23"),
    ),
    # languages
    "a language missing": (
        *(MEETING, "place: {en: Dakar, fr: Dakar}", "place: ‸{en: Dakar}"),
        *("place.fr", "is missing; add the text in French"),
    ),
    "a text in a language missing": (
        *(
            ABOUT,
            "  en: {review: original, title: About us, summary: Who we are.}\n  fr: untranslated",
            "  ‸en: {review: original, title: About us, summary: Who we are.}",
        ),
        *("text.fr", "is missing; add the text in French"),
    ),
    "a language that the bot does not speak": (
        *(MEETING, "place: {en: Dakar, fr: Dakar}", "place: {en: Dakar, fr: Dakar, ‸de: Dakar}"),
        *("place.de", "is no language that the bot speaks; take it out, or write one of en, fr"),
    ),
    "another word than untranslated": (
        *(ABOUT, "fr: untranslated", "fr: ‸later"),
        *("text.fr", "must be a title and a summary, or the word untranslated"),
    ),
    "an item's language that is no code": (
        *(TALK, "languages: [en]", "languages: [‸English]"),
        *("languages[1]", "must be a language's code of two letters, such as en, fr, es or ar"),
    ),
    "no original": (
        *(ABOUT, "  en: {review: original", "  ‸en: {review: draft"),
        *("text", "has no original; write `review: original` in the language it came from"),
    ),
    "two originals": (
        *(TALK, "review: draft", "review: ‸original"),
        *("text.fr.review", "is a second original beside en; write draft in all but one"),
    ),
    "a review that is none": (
        *(TALK, "review: draft", "review: ‸done"),
        *("text.fr.review", "must be original, draft or {by: …, on: …}, not 'done'"),
    ),
    "a review by nobody": (
        *(PACK, "{by: Awa Diop, on: 2026-11-23}", "‸{on: 2026-11-23}"),
        *("text.fr.review.by", "is missing; add by"),
    ),
    # what YAML can do and content cannot
    "a tag": (
        *(TALK, "places: 15", "places: ‸!!int 15"),
        *("places", "has a YAML tag (tag:yaml.org,2002:int); write the plain value"),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_is_told_once_where_it_stands_with_what_to_do(folder: Folder, name: str) -> None:
    file, old, new, field, message = MISTAKES[name]
    place = folder.spoil(file, old, new)
    assert folder.told() == [f"{place}: {field}: {message}"]


def test_a_missing_key_is_shown_at_the_begin_of_what_lacks_it(folder: Folder) -> None:
    folder.write(TALK, lines_without("source: ", (folder.path / TALK).read_text()))
    hint = "where in the source it stands"
    assert folder.told() == [f"{TALK}:1:1: source: is missing; add source: {hint}"]


def lines_without(begin: str, text: str) -> str:
    return "".join(line for line in text.splitlines(True) if not line.startswith(begin))


def test_a_part_that_stands_for_another_is_refused(folder: Folder) -> None:
    folder.spoil(TALK, "topics: [coaching, health]", "topics: ‸&x [coaching]")
    folder.spoil(TALK, "supersedes: []", "supersedes: ‸*x")
    assert any("supersedes: stands for another part" in one for one in folder.told())


def test_a_part_that_stands_for_itself_ends(folder: Folder) -> None:
    folder.spoil(TALK, "topics: [coaching, health]", "topics: ‸&x [*x]")
    assert any("stands for another part (*); write it out in full" in o for o in folder.told())


def test_endless_brackets_are_refused(folder: Folder) -> None:
    folder.spoil(TALK, "supersedes: []", f"supersedes: ‸{'[' * 50}{']' * 50}")
    assert any("is nested too deeply" in one for one in folder.told())


def test_a_field_with_an_invisible_character_in_its_name_is_shown_escaped(folder: Folder) -> None:
    place = folder.spoil(TALK, "supersedes: []", '‸"a\\u202e": []')
    (told,) = folder.told()
    assert told.startswith(f"{place}: 'a\\u202e': is not known here")


def test_of_an_item_of_no_kind_what_all_kinds_share_is_checked(folder: Folder) -> None:
    folder.write("other/thing.yaml", "order: x\nplace: somewhere\n")
    fields = {one.field for one in folder.problems()}
    assert fields == {"id", "order", "as_of", "source", "text"}


def test_an_item_without_an_id_is_checked_as_its_folder_says(folder: Folder) -> None:
    folder.write(MEETING, lines_without("id: ", (folder.path / MEETING).read_text()))
    assert [one.field for one in folder.problems()] == ["id"]


def test_one_word_for_all_texts_is_told(folder: Folder) -> None:
    text = (folder.path / ABOUT).read_text()
    folder.write(ABOUT, text[: text.index("text:")] + "text: About us\n")
    assert folder.told() == [f"{ABOUT}:5:7: text: {LINES}"]


def test_several_mistakes_in_one_part_do_not_hide_each_other(folder: Folder) -> None:
    expected = {
        folder.spoil(TALK, "minutes: 75", "‸minuets: 75"),
        folder.spoil(TALK, "topics: [coaching, health]", "topics: [‸Coaching, health, health]"),
        folder.spoil(
            TALK, "topics: [Coaching, health, health]", "topics: [Coaching, health, ‸health]"
        ),
        folder.spoil(TALK, "before: {en: Watch the film., fr: ", "before: ‸{en: '', de: "),
        folder.spoil(TALK, "{en: '', de: ", "{en: ‸'', de: "),
        folder.spoil(TALK, "{en: '', de: ", "{en: '', ‸de: "),
        folder.spoil(TALK, "review: draft", "review: ‸original"),
        folder.spoil(TALK, "title: Un entretien", "title: ‸[Un entretien]"),
    }
    assert expected == {":".join(one.split(":")[:3]) for one in folder.told()}
