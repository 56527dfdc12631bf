"""What items say of each other and of the community's words."""

import pytest

from tests.catalogue.folder import ABOUT as ABOUT_TEXT
from tests.catalogue.folder import Folder

TALK, PACK, OFFER, ABOUT = (
    "webinar/talk.yaml",
    "package/pack.yaml",
    "opportunity/offer.yaml",
    "page/about.yaml",
)
COMMUNITY = "community.yaml"

# file, what stands there, what is put there (‸ marks the place), field, what is said
DANGLING = {
    "a related item": (
        *(TALK, "related: [page/about]", "related: [page/about, ‸package/pak]"),
        *("related[2]", "no item has this id; did you mean package/pack?"),
    ),
    "a superseded item": (
        *(TALK, "supersedes: []", "supersedes: [‸package/pak]"),
        *("supersedes[1]", "no item has this id; did you mean package/pack?"),
    ),
    "a topic": (
        *(TALK, "topics: [coaching, health]", "topics: [‸coahcing]"),
        *("topics[1]", "is not among the topics of community.yaml; did you mean coaching?"),
    ),
    "a series": (
        *(TALK, "{id: talks,", "{id: ‸xyz,"),
        *(
            "series.id",
            "is not among the series of community.yaml; take it out, or write one of talks",
        ),
    ),
    "an organiser": (
        *(TALK, "organiser: host", "organiser: ‸hots"),
        *("organiser", "is not among the organisations of community.yaml; did you mean host?"),
    ),
    "the page about the community": (
        *(COMMUNITY, "about: page/about", "about: ‸page/abuot"),
        *("about", "no page has this id; did you mean page/about?"),
    ),
    "another item as that page": (
        *(COMMUNITY, "about: page/about", "about: ‸webinar/talk"),
        *("about", "no page has this id; take it out, or write one of page/about"),
    ),
    "the item itself": (
        *(TALK, "related: [page/about]", "related: [‸webinar/talk]"),
        *("related[1]", "is the item itself; take it out"),
    ),
    "the item itself as its elder": (
        *(TALK, "supersedes: []", "supersedes: [‸webinar/talk]"),
        *("supersedes[1]", "is the item itself; take it out"),
    ),
    "an item that is newer": (
        *(PACK, "training: true", "supersedes: [‸webinar/talk]"),
        *(
            "supersedes[1]",
            "has a later as_of than the item that supersedes it; mend one of them",
        ),
    ),
}


@pytest.mark.parametrize("name", DANGLING)
def test_an_id_that_leads_nowhere_is_told(folder: Folder, name: str) -> None:
    file, old, new, field, message = DANGLING[name]
    place = folder.spoil(file, old, new)
    assert folder.told() == [f"{place}: {field}: {message}"]


def test_an_id_given_twice_names_both_places(folder: Folder) -> None:
    place = folder.spoil(TALK, "id: webinar/talk", "id: ‸package/pack")
    told = [one for one in folder.told() if ": id: " in one]
    assert told == [f"{place}: id: is also the id of package/pack.yaml:1; give one of them another"]


def test_an_order_given_twice_names_both_places(folder: Folder) -> None:
    place = folder.spoil(TALK, "order: 10", "order: ‸20")
    assert folder.told() == [
        f"{place}: order: is also the order of package/pack.yaml:2; give one of them another"
    ]


def test_items_that_supersede_each_other_in_a_circle_are_told(folder: Folder) -> None:
    folder.spoil(TALK, "supersedes: []", "supersedes: [‸page/about]")
    place = folder.spoil(ABOUT, "source: the", "supersedes: ‸[webinar/talk]\nsource: the")
    (told,) = folder.told()
    assert told.startswith(f"{place}: supersedes: ends in a circle")


def test_two_circles_are_both_told(folder: Folder) -> None:
    folder.spoil(TALK, "supersedes: []", "supersedes: [‸page/about]")
    folder.spoil(ABOUT, "source: the", "supersedes: ‸[webinar/talk]\nsource: the")
    folder.spoil("news/bulletin.yaml", "source: n", "supersedes: [‸workshop/meeting]\nsource: n")
    folder.spoil("workshop/meeting.yaml", "source: w", "supersedes: [‸news/bulletin]\nsource: w")
    assert len([one for one in folder.told() if "ends in a circle" in one]) == 2


def test_a_date_that_cannot_be_read_says_nothing_of_what_is_newer(folder: Folder) -> None:
    folder.spoil(TALK, "supersedes: []", "supersedes: [‸package/pack]")
    place = folder.spoil(PACK, "as_of: spring 2017", "as_of: ‸[]")
    (told,) = folder.told()
    assert told.startswith(f"{place}: as_of: must be a date")


def test_an_item_may_supersede_an_older_one(folder: Folder) -> None:
    folder.spoil(TALK, "supersedes: []", "supersedes: [‸package/pack]")
    assert folder.load().newer_than["package/pack"].id == "webinar/talk"


def test_the_id_of_a_file_that_cannot_be_read_is_not_missed(folder: Folder) -> None:
    folder.spoil(ABOUT, "source: the", "source: ‸[the")
    assert [one.file.rpartition("/")[2] for one in folder.problems()] == ["about.yaml"]


def test_nor_is_that_of_one_with_a_byte_order_mark(folder: Folder) -> None:
    text = ABOUT_TEXT.replace("source: the", "source: [the")
    folder.write(ABOUT, b"\xef\xbb\xbf" + text.encode())
    assert [one.file.rpartition("/")[2] for one in folder.problems()] == ["about.yaml"]


def test_the_words_of_a_community_that_cannot_be_read_are_not_missed(folder: Folder) -> None:
    folder.spoil(COMMUNITY, "topics:\n", "topics: ‸@\n")
    assert [one.file.rpartition("/")[2] for one in folder.problems()] == [COMMUNITY]


def test_topics_that_are_no_mapping_are_told_once(folder: Folder) -> None:
    folder.spoil(COMMUNITY, "series:\n  talks: {en: Talks, fr: Entretiens}", "series: ‸talks")
    assert [one.field for one in folder.problems()] == ["series"]
