"""Webinars, packages, news and opportunities, as a member browses them."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from bot.library import Library
from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, started, words

TODAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


async def test_the_webinars_to_come_stand_soonest_first(either: Bot) -> None:
    listed = await either.person("maya").says("/webinars")
    order = ["Defining coaching", "Skills and models", "Reflecting", "February–August 2018"]
    places = [words(listed).index(one) for one in order]
    assert places == sorted(places)
    assert "Tuesday, 20 February 2018, 11:00 (UTC)" in words(listed)
    assert "mid-March 2018" in words(listed)


async def test_when_nothing_is_scheduled_the_recordings_are_offered(
    bot: Bot, sandbox: Sandbox
) -> None:
    sandbox.clock.set(TODAY)
    listed = await bot.person("maya").says("/webinars")
    assert "Nothing is scheduled at the moment. The recordings are here:" in words(listed)
    assert words(listed).count("recorded, English") == 4


async def test_a_list_is_narrowed_and_turned_in_place(bot: Bot) -> None:
    maya = bot.person("maya")
    listed = await maya.says("/webinars")
    recorded = await maya.taps(listed, "Recorded (4)")
    assert recorded.id == listed.id
    choice = await maya.taps(recorded, "By language")
    assert "English" in buttons(choice)
    assert "French" not in buttons(choice)
    english = await maya.taps(choice, "English")
    assert "In this language: English" in words(english)
    everything = await maya.taps(english, "✕ Show all")
    assert everything.id == listed.id


async def test_a_list_that_is_not_narrowed_is_turned_in_place(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    library = Library(with_copies(tmp_path / "content", 4), Path("locales"))
    async with started(sandbox, library, f"sqlite:///{tmp_path / 'bot.sqlite'}") as bot:
        maya = bot.person("maya")
        recorded = await maya.taps(await maya.says("/webinars"), "Recorded (8)")
        assert ("6." in words(recorded), "7." in words(recorded)) == (True, False)
        turned = await maya.taps(recorded, "More ›")
        assert ("6." in words(turned), "7." in words(turned)) == (False, True)
        back = await maya.taps(turned, "‹ Back")
        assert words(back) == words(recorded)


def with_copies(folder: Path, count: int) -> Path:
    """The repository's content with so many copies of a recorded webinar."""
    shutil.copytree("content", folder)
    item = (folder / "webinar/case-studies.yaml").read_text("utf-8")
    for number in range(count):
        copy = item.replace("/case-studies", f"/copy-{number}", 1)
        copy = re.sub(r"(?m)^order: .*$", f"order: {9000 + number}", copy)
        (folder / f"webinar/copy-{number}.yaml").write_text(copy, "utf-8")
    return folder


async def test_a_series_shows_only_its_own(bot: Bot) -> None:
    maya = bot.person("maya")
    choice = await maya.taps(await maya.says("/webinars"), "By series")
    series = await maya.taps(choice, "Coaching webinars")
    assert "Defining coaching" in words(series)
    assert "Mine risk" not in words(series)


async def test_a_topic_without_anything_to_come_says_so_and_offers_what_there_is(bot: Bot) -> None:
    maya = bot.person("maya")
    choice = await maya.taps(await maya.says("/webinars"), "By topic")
    topic = next(one for one in buttons(choice) if one.startswith("Sexual violence"))
    shown = await maya.taps(choice, topic)
    assert "Nothing is scheduled at the moment" in words(shown)
    assert "1." in words(shown)


async def test_a_number_opens_the_card_and_leaves_the_list(bot: Bot) -> None:
    maya = bot.person("maya")
    listed = await maya.says("/webinars")
    card = await maya.taps(listed, "2")
    assert card.id != listed.id
    assert "Skills and models" in words(card)


async def test_packages_are_listed_by_view_and_say_where_languages_are_not_stated(
    bot: Bot, sandbox: Sandbox
) -> None:
    sandbox.clock.set(datetime(2018, 6, 15, 9, tzinfo=UTC))
    maya = bot.person("maya")
    listed = await maya.says("/packages")
    assert "being revised" in words(listed)
    assert words(listed).count("languages not stated") == 4
    choice = await maya.taps(listed, "By language")
    assert "I cannot sort them by language yet" in words(choice)
    other = await maya.taps(await maya.taps(choice, "‹ To the list"), "Courses, videos, guides")
    assert "e-course" in words(other)


async def test_news_are_listed_latest_first_and_later_ones_do_not_exist_yet(
    bot: Bot, sandbox: Sandbox
) -> None:
    maya = bot.person("maya")
    listed = await maya.says("/news")
    assert "February 2018" in words(listed)
    assert "April 2018" not in words(listed)
    sandbox.clock.set(datetime(2018, 4, 20, 9, tzinfo=UTC))
    listed = await maya.says("/news")
    assert words(listed).index("April 2018") < words(listed).index("February 2018")


async def test_news_are_found_by_word_and_by_month(bot: Bot) -> None:
    maya = bot.person("maya")
    found = await maya.says("/news NAIROBI")
    assert "NAIROBI" in words(found)
    assert "1." in words(found)
    none = await maya.says("/news zebra")
    assert "No bulletin says that." in words(none)
    choice = await maya.taps(none, "By month")
    card = await maya.taps(choice, "January 2017")
    assert "January 2017" in words(card)


async def test_opportunities_are_open_or_closed_by_their_deadline(
    bot: Bot, sandbox: Sandbox
) -> None:
    maya = bot.person("maya")
    opened = await maya.says("/opportunities")
    assert "until 19 January 2018" not in words(opened)
    closed = await maya.taps(opened, "Closed")
    assert "until 19 January 2018" in words(closed)
    sandbox.clock.set(datetime(2018, 1, 10, 9, tzinfo=UTC))
    early = await maya.says("/opportunities")
    assert "until 19 January 2018" in words(early)
    workshops = await maya.taps(early, "Trainings of trainers")
    assert words(workshops).index("2018") < words(workshops).index("2014")


async def test_words_behind_a_command_are_a_question(bot: Bot) -> None:
    card = await bot.person("maya").says("/webinars mine risk")
    assert "Mine risk" in words(card)
