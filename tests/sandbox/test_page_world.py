"""What changes around the page while it is open: people, groups, votes, what the bot offers."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.sandbox import Person
from tests.sandbox.scene import CIRCLE, Scene, message, stage, writing

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAYA, SAMIR = 1001, 1002
SUPERGROUP = -1_000_000_001_001
GROUP_NAME = "Trainers' circle"


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    async with stage(browser, viewport={"width": 1440, "height": 900}) as opened:
        await opened.open()
        yield opened


async def test_a_block_from_elsewhere_reaches_the_page(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.sandbox.person("maya").block()
    unblock = maya.get_by_role("button", name="Unblock and restart")
    await expect(unblock).to_be_visible()
    await scene.sandbox.person("maya").unblock()
    await expect(writing(maya)).to_be_visible()
    await scene.sandbox.person("maya").block()
    await unblock.click()
    while (await scene.bot.heard("message"))["text"] != "/start":
        pass
    await expect(writing(maya)).to_be_visible()


async def test_somebody_new_gets_a_column(scene: Scene) -> None:
    await scene.start("Maya")
    nina = scene.sandbox.add_person(Person(id=2001, key="nina", first_name="Nina", language="fr"))
    column = scene.column("Nina")
    await expect(column).to_be_visible()
    await column.get_by_role("button", name="Démarrer").click()
    assert (await scene.bot.heard("message"))["from"]["id"] == nina.id
    await scene.bot.say(nina.id, "Bienvenue")
    await expect(message(column, "Bienvenue")).to_have_count(1)
    maya = scene.column("Maya")
    await expect(message(maya, "/start")).to_have_count(1)
    await scene.bot.say(MAYA, "Ready?", [{"text": "Yes", "callback_data": "y"}])
    await maya.get_by_role("button", name="Yes").click()
    query = await scene.bot.heard("callback_query")
    alert = {"callback_query_id": query["id"], "text": "Careful", "show_alert": True}
    await scene.bot.call("answerCallbackQuery", **alert)
    await expect(scene.page.get_by_role("alertdialog", name="Careful")).to_have_count(1)


async def test_a_group_that_grew_goes_on_in_its_new_column(scene: Scene) -> None:
    group = scene.column(GROUP_NAME)
    await writing(group).fill("/help")
    await writing(group).press("Enter")
    await expect(message(group, "/help")).to_be_visible()
    await scene.sandbox.person("diego").upgrade(CIRCLE)
    await expect(group.get_by_text("This supergroup was a group before")).to_be_visible()
    await expect(group).to_have_count(1)
    await expect(message(group, "/help")).to_have_count(0)
    await scene.bot.say(SUPERGROUP, "Here we are")
    await expect(message(group, "Here we are")).to_have_count(1)


async def test_who_joins_and_leaves_is_shown_in_the_readers_language(scene: Scene) -> None:
    group = scene.column(GROUP_NAME)
    await scene.sandbox.person("samir").leave(CIRCLE)
    await expect(group.get_by_text("سمير left the group")).to_be_visible()
    await expect(group.get_by_text("3 people and the bot")).to_be_visible()
    await group.get_by_label("Write as").select_option("Diego")
    await writing(group).fill("draft")
    await scene.sandbox.person("samir").join(CIRCLE)
    await expect(group.get_by_text("سمير se unió al grupo")).to_be_visible()
    await expect(group.get_by_text("4 personas y el bot")).to_be_visible()
    await expect(writing(group)).to_have_value("draft")
    await scene.sandbox.person("diego").leave(CIRCLE)
    await expect(group.get_by_label("Write as").locator("option:checked")).to_have_text("Maya")


async def test_a_vote_from_elsewhere_and_its_person_are_known(scene: Scene) -> None:
    maya, samir = await scene.start("Maya"), scene.column("سمير")
    await scene.start("سمير", "ابدأ")
    options = ["Monday", "Friday"]
    for chat in (MAYA, SAMIR):
        await scene.bot.call("sendPoll", chat_id=chat, question="When?", options=options)
    poll = scene.sandbox.person("maya").history()[-1]
    await scene.sandbox.person("maya").vote(poll, 1)
    await expect(maya.get_by_role("img", name="Your vote")).to_have_count(1)
    await expect(samir.get_by_role("button", name="Friday")).to_be_visible()
    await scene.page.reload()
    await expect(maya.get_by_role("img", name="Your vote")).to_have_count(1)
    await maya.get_by_role("button", name="Take the vote back").click()
    await expect(maya.get_by_role("button", name="Friday")).to_be_visible()


async def test_what_the_bot_offers_is_chosen_and_sent(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await writing(maya).fill(f"@{scene.sandbox.world.profile.username} webinars")
    query = await scene.bot.heard("inline_query")
    assert query["query"] == "webinars"
    content = {"message_text": "Webinar 12"}
    hostile = "<img src=x onerror=alert(1)>"
    result = {"type": "article", "id": "7", "title": hostile, "input_message_content": content}
    await scene.bot.call("answerInlineQuery", inline_query_id=query["id"], results=[result])
    await maya.get_by_role("group", name="What the bot offers").get_by_role("button").click()
    assert (await scene.bot.heard("chosen_inline_result"))["result_id"] == "7"
    await expect(message(maya, "Webinar 12")).to_contain_text("via @baraza_sandbox_bot")
    await expect(writing(maya)).to_have_value("")
    await expect(maya.get_by_role("group", name="What the bot offers")).to_be_hidden()
