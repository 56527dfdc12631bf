"""Hello, consent, interests, the menu, and links that lead in."""

from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, target, words


async def test_a_newcomer_reads_what_is_kept_before_anything_is(either: Bot) -> None:
    maya = either.person("maya")
    welcome = await maya.says("/start")
    assert "Welcome to" in words(welcome)
    assert "What is kept about you" in words(welcome)
    assert buttons(welcome) == ["✅ I agree", "Not now, just look around", "🌐 Language"]


async def test_whoever_agrees_chooses_interests_that_lists_then_mark(either: Bot) -> None:
    maya = either.person("maya")
    topics = await maya.agrees()
    assert "Which topics interest you?" in words(topics)
    chosen = await maya.taps(topics, "Coaching and mentoring")
    assert "✅ Coaching and mentoring" in buttons(chosen)
    assert "1 topic chosen" in words(chosen)
    listed = await maya.says("/webinars")
    assert "⭐" in words(listed)


async def test_whoever_declines_can_look_around_and_nothing_is_kept(bot: Bot) -> None:
    maya = bot.person("maya")
    welcome = await maya.says("/start")
    menu = await maya.taps(welcome, "Not now, just look around", 2)
    assert "🎥 Webinars" in buttons(menu)
    settings = await maya.taps(menu, "⚙️ Settings")
    assert "nothing is kept about you" in words(settings)


async def test_interests_and_zone_are_not_kept_without_consent(bot: Bot) -> None:
    maya = bot.person("maya")
    settings = await maya.says("/settings")
    refused = await maya.taps(settings, "⭐ Interests")
    assert "I need your agreement first" in words(refused)
    refused = await maya.taps(settings, "🕰 Time zone")
    assert "I need your agreement first" in words(refused)
    welcome = await maya.taps(refused, "Read and agree")
    assert "What is kept about you" in words(welcome)


async def test_who_has_agreed_gets_the_menu_from_start(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    menu = await maya.says("/start")
    assert "just ask in your own words" in words(menu)


async def test_a_deep_link_opens_its_card_and_greets_a_newcomer_after_it(bot: Bot) -> None:
    maya = bot.person("maya")
    card = await maya.says("/start webinar_case-studies")
    assert "case studies" in words(card)
    hello = await maya.reads()
    assert "This is Baraza" in words(hello)
    welcome = await maya.taps(hello, "Read and agree")
    assert "What is kept about you" in words(welcome)


async def test_a_deep_link_to_something_gone_says_so(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    gone = await maya.says("/start webinar_never-was")
    assert "no longer in our catalogue" in words(gone)


async def test_a_forged_deep_link_leads_to_the_menu(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    menu = await maya.says("/start ../../etc/passwd")
    assert "just ask in your own words" in words(menu)


async def test_a_shared_card_leads_back_to_itself(bot: Bot) -> None:
    maya, samir = bot.person("maya"), bot.person("samir")
    await maya.agrees()
    card = await maya.says("/start webinar_boys-sexual-violence")
    link = target(card, "↗️ Share")
    assert "t.me%2Fbaraza_sandbox_bot%3Fstart%3Dwebinar_boys-sexual-violence" in link
    shown = await samir.says("/start webinar_boys-sexual-violence")
    assert "Suhail Abualsameed" in words(shown)


async def test_commands_are_registered_in_each_language_and_by_role(
    bot: Bot, sandbox: Sandbox
) -> None:
    diego = bot.person("diego")
    await diego.says("/start")
    private = {"type": "chat", "chat_id": diego.person.id}
    while (call := await sandbox.wait_for_call("setMyCommands")).params.get("scope") != private:
        pass
    names = [one["command"] for one in call.params["commands"]]
    assert "status" in names
    maya = bot.person("maya")
    await maya.says("/start")
    private = {"type": "chat", "chat_id": maya.person.id}
    while (call := await sandbox.wait_for_call("setMyCommands")).params.get("scope") != private:
        pass
    assert "status" not in [one["command"] for one in call.params["commands"]]
