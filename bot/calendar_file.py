"""An item with an exact date as a calendar file (RFC 5545)."""

from datetime import datetime, timedelta

from bot.domain.items import Item, Text
from bot.domain.markup import parse_html
from bot.domain.when import Moment


def calendar_file(item: Item, moment: Moment, text: Text, now: datetime) -> bytes:
    """The file's bytes; instants are UTC, `now` is when it is made.

    The UID is the item's id, and SEQUENCE grows with the date of the source's statement, so that a
    calendar replaces an older entry. Where no length is known the event has none.
    """
    from icalendar import Calendar, Event  # 5 MB and much of a start, for what is seldom asked for

    event = Event()
    event.add("uid", f"{item.id.replace('/', '-')}@baraza")
    event.add("sequence", item.as_of.last.toordinal())
    event.add("dtstamp", now)
    event.add("dtstart", moment.start)
    if moment.minutes:
        event.add("duration", timedelta(minutes=moment.minutes))
    event.add("summary", text.title)
    event.add("description", parse_html(text.summary)[0])
    calendar = Calendar()
    calendar.add("prodid", "-//Baraza//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
