"""What a card tells, and what it leaves unsaid because its source does."""

from datetime import UTC, datetime, timedelta

import icalendar

from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, words


async def test_an_exact_date_is_shown_in_the_members_zone(bot: Bot) -> None:
    maya = bot.person("maya")
    topics = await maya.agrees()
    await maya.taps(topics, "Done")
    settings = await maya.says("/settings")
    zones = await maya.taps(settings, "🕰 Time zone")
    chosen = await maya.taps(zones, "Nairobi")
    assert "Nairobi" in words(chosen)
    shown = await maya.says("/start webinar_coaching-1-defining")
    assert "14:00 (" in words(shown)
    assert "Nairobi time" in words(shown)
    assert "Your own time zone" not in words(shown)


async def test_an_exact_date_comes_as_a_calendar_file(either: Bot) -> None:
    maya = either.person("maya")
    shown = await maya.says("/start webinar_coaching-1-defining")
    await maya.reads()
    sent = await maya.taps(shown, "📅 Add to the calendar")
    assert sent.attachment is not None
    assert sent.attachment.file is not None
    (event,) = icalendar.Calendar.from_ical(sent.attachment.file.data).events
    assert event.start == datetime(2018, 2, 20, 11, tzinfo=UTC)
    assert event.duration == timedelta(minutes=75)
    assert event.uid == "webinar-coaching-1-defining@baraza"


async def test_a_window_stays_a_window_and_gets_no_calendar_file(bot: Bot) -> None:
    maya = bot.person("maya")
    shown = await maya.says("/start webinar_coaching-2-skills-and-models")
    assert "mid-March 2018" in words(shown)
    assert "By invitation, 15 places" in words(shown)
    assert "📅 Add to the calendar" not in buttons(shown)


async def test_a_forged_calendar_button_gets_the_card(bot: Bot) -> None:
    maya = bot.person("maya")
    shown = await maya.says("/start webinar_mapping-tools")
    await maya.reads()
    assert "date to be confirmed" in words(shown)
    await maya.person.press(shown, "1~c~webinar/mapping-tools")
    again = await maya.reads()
    assert words(again) == words(shown)


async def test_what_to_watch_before_is_told(bot: Bot) -> None:
    shown = await bot.person("maya").says("/start webinar_mine-risk")
    assert "Before you come" in words(shown)


async def test_an_unknown_link_stays_unknown(bot: Bot) -> None:
    shown = await bot.person("maya").says("/start webinar_case-studies")
    assert "our source does not give the address" in words(shown)
    assert "In: English" in words(shown)


async def test_a_package_carries_a_banner_while_its_revision_is_under_way(
    bot: Bot, sandbox: Sandbox
) -> None:
    maya = bot.person("maya")
    before = await maya.says("/start package_face-to-face")
    await maya.reads()
    assert "Under revision" not in words(before)
    for month, told in ((6, "Under revision since"), (12, "It may be finished")):
        sandbox.clock.set(datetime(2018, month, 15, 9, tzinfo=UTC))
        shown = await maya.says("/start package_face-to-face")
        await maya.reads()
        assert told in words(shown)
    sandbox.clock.set(datetime(2026, 11, 23, 9, tzinfo=UTC))
    shown = await maya.says("/start package_face-to-face")
    assert "does not say how it ended" in words(shown)


async def test_of_several_statements_the_newest_stands_first_and_later_ones_are_not_known_yet(
    bot: Bot, sandbox: Sandbox
) -> None:
    maya = bot.person("maya")
    shown = await maya.says("/start package_face-to-face")
    await maya.reads()
    assert "📌 February 2018" in words(shown)
    assert "📌 May 2018" not in words(shown)
    sandbox.clock.set(datetime(2018, 6, 15, 9, tzinfo=UTC))
    shown = await maya.says("/start package_face-to-face")
    assert words(shown).index("📌 May 2018") < words(shown).index("Earlier, February 2018")


async def test_an_opportunity_tells_its_ways_and_that_no_hour_is_stated(bot: Bot) -> None:
    shown = await bot.person("maya").says("/start opportunity_tot-nairobi-2018")
    assert "Closed" in words(shown)
    assert "hour and time zone are not stated" in words(shown)
    assert shown.text.count("➡️") >= 2


async def test_related_items_are_one_tap_away(bot: Bot) -> None:
    maya = bot.person("maya")
    shown = await maya.says("/start webinar_cm-supervision-coaching-package")
    await maya.reads()
    button = next(one for one in buttons(shown) if "training package" in one)
    related = await maya.taps(shown, button)
    assert related.id != shown.id
