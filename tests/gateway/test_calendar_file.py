"""Calendar files that every calendar can read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from bot.calendar_file import calendar_file
from bot.domain.items import Text, Webinar
from bot.domain.when import Moment, Precision, Span

NOW = datetime(2018, 2, 12, 9, 0, 0, 123456, tzinfo=UTC)
MOMENT = Moment(start=datetime(2018, 2, 20, 11, 0, tzinfo=UTC), minutes=90)


def said(day: int) -> Span:
    """A day of February, on which the source said so."""
    return Span(first=date(2018, 2, day), last=date(2018, 2, day), precision=Precision.DAY)


ARABIC = Text(
    title="ندوة: دراسات حالة، 1; 2 \\ «Mines» " * 4,
    summary="سطر أول <b>عريض</b> &amp; أكثر\nسطر ثان " * 10,
)
ITEM = Webinar(
    id="webinar/case-studies",
    order=1,
    texts={"ar": ARABIC},
    as_of=said(1),
    source="a",
    when=MOMENT,
)


def event(content: bytes) -> Any:
    """The one event of a file."""
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
    (found,) = calendar.walk("VEVENT")
    assert found.errors == []
    return found


def test_the_event_is_what_the_item_says() -> None:
    found = event(calendar_file(ITEM, MOMENT, ARABIC, NOW))
    assert found["dtstart"].dt == MOMENT.start
    assert found["duration"].dt == timedelta(minutes=90)
    assert found["summary"] == ARABIC.title
    assert str(found["description"]).startswith("سطر أول عريض & أكثر\nسطر ثان سطر أول")
    assert "<b>" not in found["description"]


def test_instants_are_in_utc() -> None:
    lines = calendar_file(ITEM, MOMENT, ARABIC, NOW).split(b"\r\n")
    assert b"DTSTART:20180220T110000Z" in lines
    assert b"DTSTAMP:20180212T090000Z" in lines


def test_an_unknown_length_is_not_made_up() -> None:
    found = event(calendar_file(ITEM, Moment(start=MOMENT.start), ARABIC, NOW))
    assert "duration" not in found
    assert "dtend" not in found


def test_lines_are_folded_at_75_bytes_and_letters_stay_whole() -> None:
    content = calendar_file(ITEM, MOMENT, ARABIC, NOW)
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert len(lines) > 20
    for line in lines:
        assert len(line) <= 75
        assert line.decode()
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_newer_statement_replaces_the_entry_in_a_calendar() -> None:
    older = event(calendar_file(ITEM, MOMENT, ARABIC, NOW))
    later = Moment(start=MOMENT.start + timedelta(days=1))
    moved = replace(ITEM, as_of=said(2), when=later)
    newer = event(calendar_file(moved, later, ARABIC, NOW + timedelta(days=1)))
    assert older["uid"] == newer["uid"]
    assert older["sequence"] < newer["sequence"] < 2**31


def test_items_of_one_name_but_two_kinds_are_two_entries() -> None:
    other = replace(ITEM, id="workshop/case-studies")
    uids = {event(calendar_file(one, MOMENT, ARABIC, NOW))["uid"] for one in (ITEM, other)}
    assert len(uids) == 2
