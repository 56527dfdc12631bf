"""Language, time zone, erasing, cancelling."""

from bot.sandbox.sandbox import Sandbox
from tests.e2e.bot import Bot, buttons, words


async def test_the_language_is_telegrams_until_another_is_chosen(either: Bot) -> None:
    samir = either.person("samir")
    hello = await samir.says("/start")
    assert "أهلا" in words(hello).replace("ً", "") or "مرحب" in words(hello)
    choice = await samir.says("/language")
    assert buttons(choice) == ["English", "Français", "Español", "العربية"]
    french = await samir.taps(choice, "Français")
    assert "français" in words(french)
    consent = await samir.reads()
    assert "/settings" in words(consent)
    help_text = await samir.says("/help")
    assert "/opportunities" in words(help_text)
    assert "français" in words(help_text).lower()


async def test_a_chosen_language_brings_the_command_menu_in_it(bot: Bot, sandbox: Sandbox) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    english = await private_menu(sandbox, maya.person.id)
    await maya.taps(await maya.says("/language"), "Español")
    spanish = await private_menu(sandbox, maya.person.id)
    assert [one["command"] for one in english] == [one["command"] for one in spanish]
    assert english[0]["description"] != spanish[0]["description"]


async def private_menu(sandbox: Sandbox, chat_id: int) -> list[dict[str, str]]:
    """The command menu that is next set for one private chat."""
    while True:
        call = await sandbox.wait_for_call("setMyCommands")
        if call.params.get("scope") == {"type": "chat", "chat_id": chat_id}:
            commands: list[dict[str, str]] = call.params["commands"]
            return commands


async def test_a_zone_is_found_by_a_city_in_any_script(bot: Bot) -> None:
    samir = bot.person("samir")
    await samir.agrees()
    settings = await samir.says("/settings")
    await samir.taps(settings, buttons(settings)[1])
    chosen = await samir.says("نيروبي")
    assert "نيروبي" in words(chosen)
    settings = await samir.says("/settings")
    assert "نيروبي" in words(settings)


async def test_an_unknown_place_is_asked_for_again_and_nothing_is_lost(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    await maya.taps(await maya.says("/settings"), "🕰 Time zone")
    unknown = await maya.says("qwrtzplk")
    assert "I do not know that place" in words(unknown)
    chosen = await maya.says("bogota")
    assert "Dates are now shown for" in words(chosen)


async def test_cancel_leaves_the_question_and_later_words_are_a_question_of_their_own(
    bot: Bot,
) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    await maya.taps(await maya.says("/settings"), "🕰 Time zone")
    assert "Left as it was" in words(await maya.says("/cancel"))
    assert "nothing to leave" in words(await maya.says("/cancel"))
    card = await maya.says("mine risk")
    assert "Mine risk" in words(card)


async def test_another_command_leaves_an_open_question(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    await maya.taps(await maya.says("/settings"), "🕰 Time zone")
    await maya.says("/webinars")
    card = await maya.says("mine risk")
    assert "Mine risk" in words(card)


async def test_a_forged_zone_is_not_kept(bot: Bot) -> None:
    maya = bot.person("maya")
    await maya.agrees()
    settings = await maya.says("/settings")
    await maya.person.press(settings, "1~zc~../../etc/localtime")
    assert "I do not know that place" in words(await maya.reads())


async def test_erasing_asks_first_and_then_forgets_everything(either: Bot) -> None:
    maya = either.person("maya")
    topics = await maya.agrees()
    await maya.taps(topics, "Coaching and mentoring")
    settings = await maya.says("/settings")
    assert "Coaching and mentoring" in words(settings)
    sure = await maya.taps(settings, "🗑 Erase my data")
    assert "cannot be undone" in words(sure)
    erased = await maya.taps(sure, "🗑 Yes, erase")
    assert "Nothing about you is kept any more" in words(erased)
    settings = await maya.says("/settings")
    assert "none chosen" in words(settings)
    assert "nothing is kept about you" in words(settings)
