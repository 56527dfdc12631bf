"""Where items stand at an instant, and in which order lists show them."""

from datetime import UTC, datetime

import pytest

from bot.domain.items import Item, News, Opportunity, Package, Revision, Webinar, Workshop
from bot.domain.listing import (
    RevisionState,
    State,
    ends_at,
    in_state,
    is_open,
    published,
    revision_ends,
    revision_state,
    state,
)
from bot.domain.when import parse_when
from tests.domain.items import make, span


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "now", "expected"),
    [
        ("2018-02-20T11:00Z", "2018-02-20T10:59", State.UPCOMING),
        ("2018-02-20T11:00Z", "2018-02-20T11:00", State.PAST),
        ("mid 2018-03", "2018-03-20T23:59", State.UPCOMING),
        ("mid 2018-03", "2018-03-21T00:00", State.PAST),
        ("2018-02..2018-08", "2018-08-31T12:00", State.UPCOMING),
        ("unknown", "2030-01-01T00:00", State.ANNOUNCED),
    ],
)
def test_a_webinar_stands_where_its_date_says(when: str, now: str, expected: State) -> None:
    assert state(make(Webinar, "talk", when=when), at(now)) is expected


def test_a_webinar_is_upcoming_until_its_end_where_its_length_is_known() -> None:
    talk = make(Webinar, "talk", when=parse_when("2018-02-20T11:00Z", minutes=75))
    assert state(talk, at("2018-02-20T12:14")) is State.UPCOMING
    assert state(talk, at("2018-02-20T12:15")) is State.PAST


def test_a_recording_is_recorded_whenever_asked() -> None:
    talk = make(Webinar, "talk", recorded=True, when="2018-02-20T11:00Z")
    assert state(talk, at("2018-01-01")) is State.RECORDED
    assert state(talk, at("2030-01-01")) is State.RECORDED


def test_a_list_holds_only_those_in_the_state() -> None:
    talks = [
        make(Webinar, "done", when="2018-01"),
        make(Webinar, "next", when="2018-03"),
        make(Webinar, "kept", recorded=True),
        make(Webinar, "some-day"),
    ]
    now = at("2018-02-12")
    found = {one: [talk.slug for talk in in_state(talks, one, now)] for one in State}
    assert found == {
        State.PAST: ["done"],
        State.UPCOMING: ["next"],
        State.RECORDED: ["kept"],
        State.ANNOUNCED: ["some-day"],
    }


def test_what_is_upcoming_stands_soonest_first_and_what_is_past_newest_first() -> None:
    meetings: list[Item] = [
        make(Workshop, "b", when="2018-03", place={}),
        make(Workshop, "c", when="2018-04", place={}),
        make(Workshop, "a", when="2018-02", place={}),
    ]
    ahead = in_state(meetings, State.UPCOMING, at("2018-01-01"))
    over = in_state(meetings, State.PAST, at("2019-01-01"))
    assert [one.slug for one in ahead] == ["a", "b", "c"]
    assert [one.slug for one in over] == ["c", "b", "a"]


def test_recordings_and_announcements_stand_as_given() -> None:
    talks = [make(Webinar, slug, recorded=True, when=None) for slug in ("z", "a", "m")]
    found = in_state(talks, State.RECORDED, at("2018-01-01"))
    assert [one.slug for one in found] == ["z", "a", "m"]


def test_an_undated_item_never_stops_being_upcoming() -> None:
    assert ends_at(make(Webinar, "talk")) > at("9000-01-01")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2017-12-31T23:59", False),
        ("2018-01-01T00:00", True),
        ("2018-01-19T23:59", True),
        ("2018-01-20T00:00", False),
    ],
)
def test_an_opportunity_is_open_from_its_mention_to_the_end_of_its_deadline(
    now: str, expected: bool
) -> None:
    offer = make(Opportunity, "offer", as_of="2018-01", deadline="2018-01-19")
    assert is_open(offer, at(now)) is expected


def test_an_opportunity_without_a_deadline_stays_open_until_it_is_ended() -> None:
    offer = make(Opportunity, "offer", as_of="2018-01")
    assert is_open(offer, at("2030-01-01"))
    assert not is_open(make(Opportunity, "offer", as_of="2018-01", ended=True), at("2018-01-02"))


def test_bulletins_that_have_appeared_stand_newest_first() -> None:
    bulletins = [
        make(News, "2018-02", when="2018-02"),
        make(News, "2018-04", when="2018-04"),
        make(News, "2018-05", when="2018-05"),
        make(News, "undated", when="unknown"),
        make(News, "exact", when="2018-03-01T09:00Z"),
    ]
    found = published(bulletins, at("2018-04-01"))
    assert [one.slug for one in found] == ["2018-04", "exact", "2018-02"]


REVISED = make(
    Package, "pack", revision=Revision(begins=span("2018-05"), months=(6, 12)), as_of="2018-04"
)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2018-04-30T23:59", RevisionState.AHEAD),
        ("2018-05-01T00:00", RevisionState.UNDER_WAY),
        ("2018-10-31T23:59", RevisionState.UNDER_WAY),
        ("2018-11-01T00:00", RevisionState.MAY_BE_DONE),
        ("2019-04-30T23:59", RevisionState.MAY_BE_DONE),
        ("2019-05-01T00:00", RevisionState.OVERDUE),
    ],
)
def test_a_revision_goes_by_its_announced_begin_and_length(
    now: str, expected: RevisionState
) -> None:
    assert revision_state(REVISED, at(now)) is expected


def test_a_revision_may_run_over_the_end_of_a_year() -> None:
    begun = make(Package, "pack", revision=Revision(begins=span("2018-12"), months=(1, 13)))
    assert revision_ends(begun) == (at("2019-01-01"), at("2020-01-01"))


def test_a_package_without_a_revision_has_no_state_of_one() -> None:
    pack = make(Package, "pack")
    assert revision_state(pack, at("2018-05-01")) is None
    with pytest.raises(ValueError, match="package/pack has no revision"):
        revision_ends(pack)
