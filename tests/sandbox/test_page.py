"""Conversation on the sandbox's page: writing, tapping, reading, in a real browser."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.sandbox.scene import CIRCLE, Scene, message, stage, writing

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAYA, SAMIR, CLAIRE = 1001, 1002, 1003


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    async with stage(browser, viewport={"width": 1440, "height": 900}) as opened:
        await opened.open()
        yield opened


async def test_an_empty_chat_shows_what_the_bot_can_do_and_a_start_button(scene: Scene) -> None:
    await scene.bot.call("setMyDescription", description="I know the webinars.")
    await scene.bot.call("setMyDescription", description="أعرف الندوات.", language_code="ar")
    maya = scene.column("Maya")
    await expect(maya.get_by_text("What can this bot do?")).to_be_visible()
    await expect(maya.get_by_text("I know the webinars.")).to_be_visible()
    await expect(scene.column("سمير").get_by_text("أعرف الندوات.")).to_be_visible()
    await expect(writing(maya)).to_be_hidden()

    await maya.get_by_role("button", name="Start", exact=True).click()

    assert (await scene.bot.heard("message"))["text"] == "/start"
    await expect(message(maya, "/start")).to_be_visible()
    await expect(maya.get_by_text("I know the webinars.")).to_be_hidden()
    await expect(writing(maya)).to_be_visible()


async def test_enter_sends_what_is_written_and_the_answer_arrives(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await writing(maya).fill("What comes")
    await writing(maya).press("Shift+Enter")
    await writing(maya).press_sequentially("next?")
    await writing(maya).press("Enter")
    heard = await scene.bot.heard("message")
    assert heard["text"] == "What comes\nnext?"
    await scene.bot.call("sendChatAction", chat_id=MAYA, action="typing")
    await expect(maya.get_by_text("typing…")).to_be_visible()
    await scene.bot.say(MAYA, "Part 1 of the series.")
    await expect(message(maya, "Part 1 of the series.")).to_be_in_viewport()
    await expect(maya.get_by_text("typing…")).to_be_hidden()
    await expect(writing(maya)).to_have_value("")


async def test_a_tap_edits_the_message_in_place_and_shows_the_notice(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, "Page 1", [{"text": "Next", "callback_data": "p2"}])
    await maya.get_by_role("button", name="Next").click()
    query = await scene.bot.heard("callback_query")
    assert query["data"] == "p2"
    await expect(maya.get_by_role("button", name="Next")).to_have_attribute("aria-busy", "true")
    again = {"inline_keyboard": [[{"text": "Back", "callback_data": "p1"}]]}
    number = query["message"]["message_id"]
    await scene.bot.call(
        "editMessageText", chat_id=MAYA, message_id=number, text="Page 2", reply_markup=again
    )
    await scene.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted")

    await expect(message(maya, "Page 2")).to_contain_text("edited")
    await expect(message(maya, "Page 1")).to_have_count(0)
    await expect(maya.get_by_role("article")).to_have_count(2)
    await expect(maya.get_by_role("status").get_by_text("Noted")).to_be_visible()
    await expect(maya.get_by_role("button", name="Back")).to_be_focused()


async def test_an_alert_has_to_be_closed(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, "Press", [{"text": "Ask", "callback_data": "x"}])
    await maya.get_by_role("button", name="Ask").click()
    query = await scene.bot.heard("callback_query")
    await scene.bot.call(
        "answerCallbackQuery", callback_query_id=query["id"], text="Read this", show_alert=True
    )
    alert = scene.page.get_by_role("alertdialog")
    await expect(alert).to_contain_text("Read this")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)
    await expect(maya.get_by_role("button", name="Ask")).not_to_have_attribute("aria-busy", "true")


async def test_a_notice_appears_in_the_chat_where_the_button_is(scene: Scene) -> None:
    await scene.bot.say(CIRCLE, "Who comes?", [{"text": "I do", "callback_data": "x"}])
    group = scene.column("Trainers' circle")
    await group.get_by_role("button", name="I do").click()
    query = await scene.bot.heard("callback_query")
    assert query["from"]["id"] == MAYA
    await scene.bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Noted")
    await expect(group.get_by_text("Noted")).to_be_visible()
    await expect(scene.column("Maya").get_by_text("Noted")).to_have_count(0)


async def test_a_question_that_wants_a_reply_is_replied_to(scene: Scene) -> None:
    maya = await scene.start("Maya")
    asked = await scene.bot.call(
        "sendMessage", chat_id=MAYA, text="Your topic?", reply_markup={"force_reply": True}
    )
    await expect(maya.get_by_text("Reply · Baraza")).to_be_visible()
    await writing(maya).fill("Supervision")
    await writing(maya).press("Enter")
    replied = (await scene.bot.heard("message"))["reply_to_message"]
    assert replied["message_id"] == asked["message_id"]


async def test_the_arabic_column_reads_from_right_to_left(scene: Scene) -> None:
    samir = await scene.start("سمير", "ابدأ")
    await expect(samir).to_have_css("direction", "rtl")
    await expect(scene.column("Maya")).to_have_css("direction", "ltr")
    await expect(writing(samir)).to_have_attribute("placeholder", "رسالة")
    await expect(samir.get_by_role("button", name="إرسال")).to_be_visible()

    await scene.bot.say(SAMIR, "Latin words\nوكلمات عربية")
    latin, arabic = await message(samir, "Latin words").evaluate(
        """article => {
            const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
            while (!walker.nextNode().data.startsWith("Latin"));
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            const lines = [...range.getClientRects()];
            const box = walker.currentNode.parentElement.getBoundingClientRect();
            const near = (a, b) => Math.abs(a - b) < 2;
            return [near(lines[0].left, box.left), near(lines.at(-1).right, box.right)];
        }"""
    )
    assert latin, "a Latin line starts at the left"
    assert arabic, "an Arabic line starts at the right"


async def test_formatting_keeps_its_place_after_emoji(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(
        MAYA,
        "👋🏽🌍 <b>bold <i>both</i></b> 🎉 <u>under</u> <s>gone</s> <code>code</code>"
        "\n<blockquote>quoted 👩‍👩‍👧</blockquote>\n<pre>a &lt; b</pre>"
        '<a href="https://example.org/page">words</a> #tag',
    )
    row = message(maya, "👋🏽🌍")
    await expect(row.get_by_role("strong")).to_have_text(["bold ", "both"])
    await expect(row.get_by_role("emphasis")).to_have_text("both")
    await expect(row.locator("s")).to_have_text("gone")
    await expect(row.locator("u")).to_have_text("under")
    await expect(row.get_by_role("code")).to_have_text(["code", "a < b"])
    await expect(row.get_by_role("blockquote")).to_have_text("quoted 👩‍👩‍👧")
    link = row.get_by_role("link", name="words")
    await expect(link).to_have_attribute("href", "https://example.org/page")
    await expect(link).to_have_attribute("rel", "noopener")
    await expect(link).to_have_attribute("target", "_blank")


async def test_a_spoiler_is_hidden_until_it_is_pressed(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, "The answer: <tg-spoiler>Goal</tg-spoiler>")
    await expect(maya.get_by_text("Goal", exact=True)).to_be_hidden()
    await maya.get_by_role("button", name="Hidden text, press to show").press("Enter")
    await expect(maya.get_by_text("Goal", exact=True)).to_be_visible()


HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


async def test_hostile_text_stays_text(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await writing(maya).fill(HOSTILE)
    await writing(maya).press("Enter")
    await scene.bot.heard("message")
    await scene.bot.call(
        "sendMessage",
        chat_id=MAYA,
        text=HOSTILE,
        reply_markup={"inline_keyboard": [[{"text": HOSTILE, "callback_data": "x"}]]},
    )
    await scene.bot.call("setMyDescription", description=HOSTILE)
    await expect(maya.get_by_role("button", name=HOSTILE)).to_be_visible()
    await expect(message(maya, HOSTILE)).to_have_count(2)
    await expect(scene.column("Claire").get_by_text(HOSTILE)).to_be_visible()
    await expect(scene.page.locator("main img, main script")).to_have_count(0)
    assert await scene.page.title() != "taken"


async def test_a_command_in_a_message_sends_itself(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, "Try /webinars now")
    await maya.get_by_role("button", name="/webinars").click()
    assert (await scene.bot.heard("message"))["text"] == "/webinars"


async def test_the_command_menu_speaks_the_persons_language(scene: Scene) -> None:
    for language, words in {"": "All webinars", "fr": "Tous les webinaires"}.items():
        await scene.bot.call(
            "setMyCommands",
            commands=[
                {"command": "help", "description": f"? {language}"},
                {"command": "webinars", "description": words},
            ],
            **({"language_code": language} if language else {}),
        )
    claire = await scene.start("Claire", "Démarrer")
    await claire.get_by_role("button", name="Commandes").click()
    await expect(claire.get_by_role("option")).to_have_text(
        ["/help? fr", "/webinarsTous les webinaires"]
    )
    await scene.page.keyboard.press("ArrowDown")
    await scene.page.keyboard.press("Enter")
    assert (await scene.bot.heard("message"))["text"] == "/webinars"

    maya = await scene.start("Maya")
    await writing(maya).fill("/w")
    await expect(maya.get_by_role("option")).to_have_text(["/webinarsAll webinars"])
    await writing(maya).press("Escape")
    await expect(maya.get_by_role("option")).to_have_count(0)
    await writing(maya).fill("/we")
    await writing(maya).press("Tab")
    await expect(writing(maya)).to_have_value("/webinars ")


async def test_a_reply_and_an_edit_reach_the_bot_as_such(scene: Scene) -> None:
    maya = await scene.start("Maya")
    question = await scene.bot.say(MAYA, "Which month?")
    row = message(maya, "Which month?")
    await row.hover()
    await row.get_by_role("button", name="More").click()
    await scene.page.get_by_role("menuitem", name="Reply").click()
    await writing(maya).fill("Mrach")
    await writing(maya).press("Enter")
    heard = await scene.bot.heard("message")
    assert heard["reply_to_message"]["message_id"] == question["message_id"]

    mine = message(maya, "Mrach")
    await expect(mine).to_contain_text("Which month?")
    await mine.hover()
    await mine.get_by_role("button", name="More").click()
    await scene.page.get_by_role("menuitem", name="Edit").click()
    await writing(maya).fill("March")
    await writing(maya).press("Enter")
    assert (await scene.bot.heard("edited_message"))["text"] == "March"
    await expect(message(maya, "March")).to_contain_text("edited")


async def test_the_keys_of_a_reply_keyboard_send_their_text(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.call(
        "sendMessage", chat_id=MAYA, text="Sure?", reply_markup={"keyboard": [["Yes", "No"]]}
    )
    await maya.get_by_role("button", name="No", exact=True).click()
    assert (await scene.bot.heard("message"))["text"] == "No"
    await scene.bot.call(
        "sendMessage", chat_id=MAYA, text="Fine.", reply_markup={"remove_keyboard": True}
    )
    await expect(maya.get_by_role("button", name="No", exact=True)).to_have_count(0)


async def test_in_the_group_a_person_writes_under_their_own_name(scene: Scene) -> None:
    group = scene.column("Trainers' circle")
    await group.get_by_label("Write as").select_option("Claire")
    await expect(group).to_have_attribute("lang", "fr")
    await writing(group).fill("/help")
    await writing(group).press("Enter")
    heard = await scene.bot.heard("message")
    assert (heard["chat"]["id"], heard["from"]["id"]) == (CIRCLE, CLAIRE)


async def test_a_person_blocks_the_bot_and_comes_back(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await maya.get_by_role("button", name="More").first.click()
    await scene.page.get_by_role("menuitem", name="Block the bot").click()
    assert (await scene.bot.heard("my_chat_member"))["new_chat_member"]["status"] == "kicked"
    await expect(writing(maya)).to_be_hidden()
    await maya.get_by_role("button", name="Unblock and restart").click()
    assert (await scene.bot.heard("my_chat_member"))["new_chat_member"]["status"] == "member"
    assert (await scene.bot.heard("message"))["text"] == "/start"
    await expect(writing(maya)).to_be_visible()
