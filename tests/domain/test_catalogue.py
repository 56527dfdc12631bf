"""What the catalogue answers about its items."""

import pytest

from bot.domain.items import KINDS, Kind, Package, Page, Text, Webinar
from tests.domain.items import catalogue, make


def test_items_stand_in_the_catalogues_order() -> None:
    one, two = make(Webinar, "one"), make(Webinar, "two")
    assert list(catalogue(two, one)) == [two, one]


def test_an_id_that_has_gone_finds_nothing() -> None:
    known = make(Webinar, "one")
    assert catalogue(known).get("webinar/one") is known
    assert catalogue(known).get("webinar/gone") is None


def test_all_of_a_kind_leaves_out_other_kinds_and_what_is_superseded() -> None:
    old = make(Webinar, "old")
    new = make(Webinar, "new", supersedes=("webinar/old",))
    assert catalogue(make(Package, "pack"), old, new).all(Webinar) == (new,)


def test_a_superseded_item_can_still_be_found() -> None:
    old = make(Webinar, "old")
    assert catalogue(old, make(Webinar, "new", supersedes=(old.id,))).get(old.id) is old


def test_the_last_of_a_chain_stands_for_all_before_it() -> None:
    first = make(Webinar, "first")
    second = make(Webinar, "second", supersedes=(first.id,))
    third = make(Webinar, "third", supersedes=(second.id,))
    assert catalogue(third, first, second).newer_than == {first.id: third, second.id: third}


def test_of_two_that_supersede_an_item_the_newest_statement_stands() -> None:
    old = make(Webinar, "old")
    newer = make(Webinar, "newer", supersedes=(old.id,), as_of="2018-04")
    newest = make(Webinar, "newest", supersedes=(old.id,), as_of="2018-05")
    assert catalogue(newest, old, newer).newer_than[old.id] is newest


def test_the_newest_of_two_chains_stands_however_new_their_middles_are() -> None:
    old = make(Webinar, "old", as_of="2018-01")
    short = make(Webinar, "short", supersedes=(old.id,), as_of="2018-04")
    middle = make(Webinar, "middle", supersedes=(old.id,), as_of="2018-03")
    long = make(Webinar, "long", supersedes=(middle.id,), as_of="2018-05")
    assert catalogue(old, short, middle, long).newer_than[old.id] is long


def test_what_stands_for_an_item_is_never_superseded_itself() -> None:
    old = make(Webinar, "old", as_of="2018-01")
    middle = make(Webinar, "middle", supersedes=(old.id,), as_of="2018-05")
    new = make(Webinar, "new", supersedes=(middle.id,), as_of="2018-05")
    assert catalogue(new, middle, old).newer_than[old.id] is new


def test_the_page_about_the_community_is_the_one_that_it_names() -> None:
    about = make(Page, "about")
    assert catalogue(make(Page, "other"), about).about is about
    assert catalogue(make(Page, "other")).about is None
    assert catalogue(make(Webinar, "talk"), about="webinar/talk").about is None


def test_a_slug_is_the_id_without_its_kind() -> None:
    assert make(Webinar, "mine-risk").slug == "mine-risk"


def test_words_in_another_language_stand_in_where_there_are_none() -> None:
    english = Text(title="A talk", summary="Words")
    french = Text(title="Un entretien", summary="Des mots")
    talk = make(Webinar, "talk", texts={"en": english, "fr": french})
    assert talk.text("fr") == ("fr", french)
    assert talk.text("ar") == ("en", english)


@pytest.mark.parametrize(
    ("review", "draft"), [("draft", True), ("original", False), ("Awa Diop, 2026-11-23", False)]
)
def test_only_an_unreviewed_translation_is_a_draft(review: str, draft: bool) -> None:
    assert Text(title="A", summary="B", review=review).is_draft is draft


def test_every_kind_has_its_class() -> None:
    assert {kind: cls.kind for kind, cls in KINDS.items()} == {kind: kind for kind in Kind}
