"""Links, files and polls on the sandbox's page."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, expect

from bot.sandbox.attachments import PIXEL
from tests.sandbox.scene import CIRCLE, Scene, message, stage, writing

pytestmark = pytest.mark.asyncio(loop_scope="session")

MAYA, SAMIR = 1001, 1002


@pytest_asyncio.fixture(loop_scope="session")
async def scene(browser: Browser) -> AsyncIterator[Scene]:
    async with stage(browser, viewport={"width": 1440, "height": 900}) as opened:
        await opened.open()
        yield opened


async def username(scene: Scene) -> str:
    return str((await scene.bot.call("getMe"))["username"])


async def test_a_deep_link_in_the_group_starts_the_private_chat(scene: Scene) -> None:
    link = f"https://t.me/{await username(scene)}?start=webinars"
    await scene.bot.say(CIRCLE, "Privately, please.", [{"text": "Open", "url": link}])
    group = scene.column("Trainers' circle")
    await group.get_by_label("Write as").select_option("سمير")
    await group.get_by_role("link", name="Open").click()
    heard = await scene.bot.heard("message")
    assert heard["text"] == "/start webinars"
    assert (heard["chat"]["id"], heard["from"]["id"]) == (SAMIR, SAMIR)
    samir = scene.column("سمير")
    await expect(message(samir, "/start webinars")).to_be_visible()
    await expect(writing(samir)).to_be_focused()
    assert len(scene.page.context.pages) == 1


async def test_a_link_in_the_text_starts_the_chat_too(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.say(MAYA, f"Here: https://t.me/{await username(scene)}?start=news_2018-02")
    await maya.get_by_role("link").click()
    assert (await scene.bot.heard("message"))["text"] == "/start news_2018-02"


async def test_sharing_asks_where_and_sends_it_there(scene: Scene) -> None:
    maya = await scene.start("Maya")
    link = "https://t.me/share/url?url=https%3A%2F%2Fexample.org%2Fa&text=Part%201"
    await scene.bot.say(MAYA, "Tell others", [{"text": "Share", "url": link}])
    await maya.get_by_role("link", name="Share").click()
    chooser = scene.page.get_by_role("dialog")
    await chooser.get_by_role("button", name="Trainers' circle").click()
    shared = message(scene.column("Trainers' circle"), "Part 1")
    await expect(shared).to_contain_text("https://example.org/a")
    await expect(shared.get_by_role("link")).to_have_attribute("href", "https://example.org/a")
    await expect(chooser).to_have_count(0)


async def upload(scene: Scene, method: str, kind: str, name: str, data: bytes) -> None:
    form = aiohttp.FormData({"chat_id": str(MAYA), "caption": "For you"})
    form.add_field(kind, data, filename=name)
    async with scene.bot.session.post(f"{scene.bot.url}/{method}", data=form) as response:
        assert response.status == 200, await response.text()


async def test_a_document_can_be_downloaded(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await upload(scene, "sendDocument", "document", "part-1.ics", b"BEGIN:VCALENDAR")
    row = message(maya, "For you")
    await expect(row).to_contain_text("15 byte")
    async with scene.page.expect_download() as download:
        await row.get_by_role("link", name="Download part-1.ics").click()
    file = await download.value
    assert file.suggested_filename == "part-1.ics"
    stored = await file.path()
    assert await asyncio.to_thread(stored.read_bytes) == b"BEGIN:VCALENDAR"


async def test_a_photo_is_shown_and_opens_large(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await upload(scene, "sendPhoto", "photo", "picture.png", PIXEL)
    picture = maya.get_by_role("img", name="For you")
    await expect(picture).to_have_js_property("naturalWidth", 1)
    await maya.get_by_role("button", name="Open the photo").click()
    await expect(scene.page.get_by_role("dialog").get_by_role("img")).to_be_visible()
    await scene.page.keyboard.press("Escape")
    await expect(scene.page.get_by_role("dialog")).to_have_count(0)


async def test_a_person_attaches_a_document_with_a_caption(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await writing(maya).fill("My notes")
    await maya.get_by_role("button", name="Attach").click()
    async with scene.page.expect_file_chooser() as chooser:
        await scene.page.get_by_role("menuitem", name="Document").click()
    notes = FilePayload(name="notes.txt", mimeType="text/plain", buffer=b"GROW")
    await (await chooser.value).set_files(notes)
    heard = await scene.bot.heard("message")
    assert (heard["document"]["file_name"], heard["caption"]) == ("notes.txt", "My notes")
    await expect(message(maya, "My notes")).to_contain_text("notes.txt")
    await expect(writing(maya)).to_have_value("")


KINDS = {
    "Voice message": "voice",
    "Sticker": "sticker",
    "Video": "video",
    "Location": "location",
    "Contact": "contact",
}


async def test_a_person_sends_what_is_no_text(scene: Scene) -> None:
    maya = await scene.start("Maya")
    for label, kind in KINDS.items():
        await maya.get_by_role("button", name="Attach").click()
        await scene.page.get_by_role("menuitem", name=label).press("Enter")
        assert kind in await scene.bot.heard("message")
        await expect(message(maya, label)).to_be_visible()


async def test_a_quiz_tells_the_right_answer_after_the_vote(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.call(
        "sendPoll",
        chat_id=MAYA,
        question="The G of GROW?",
        options=[{"text": "Goal"}, {"text": "Group"}],
        type="quiz",
        correct_option_id=0,
        explanation="Goal, Reality, Options, Will",
    )
    quiz = maya.get_by_role("group", name="Quiz: The G of GROW?")
    await expect(quiz.get_by_text("Goal, Reality")).to_be_hidden()
    await expect(quiz).to_contain_text("Votes: 0")
    await quiz.get_by_role("button", name="Group").click()
    assert [option["voter_count"] for option in (await scene.bot.heard("poll"))["options"]] == [
        0,
        1,
    ]
    right, wrong = quiz.get_by_role("listitem").filter(has_text="Goal"), quiz.get_by_text("Group")
    await expect(right.get_by_role("img", name="Right answer")).to_be_visible()
    await expect(wrong.locator("..").get_by_role("img", name="Your answer")).to_be_visible()
    await expect(quiz).to_contain_text("Goal, Reality, Options, Will")
    await expect(quiz).to_contain_text("Votes: 1")
    await expect(quiz.get_by_role("button")).to_have_count(0)


async def test_a_poll_takes_several_votes_and_gives_them_back(scene: Scene) -> None:
    maya = await scene.start("Maya")
    await scene.bot.call(
        "sendPoll",
        chat_id=MAYA,
        question="Which topics?",
        options=[{"text": "Coaching"}, {"text": "Supervision"}, {"text": "Mapping"}],
        allows_multiple_answers=True,
        is_anonymous=False,
    )
    poll = maya.get_by_role("group", name="Poll: Which topics?")
    await poll.get_by_role("checkbox", name="Coaching").check()
    await poll.get_by_role("checkbox", name="Mapping").check()
    await poll.get_by_role("button", name="Vote", exact=True).click()
    assert (await scene.bot.heard("poll_answer"))["option_ids"] == [0, 2]
    await expect(poll.get_by_role("img", name="Your vote")).to_have_count(2)

    await poll.get_by_role("button", name="Take the vote back").click()
    assert (await scene.bot.heard("poll_answer"))["option_ids"] == []
    await expect(poll.get_by_role("checkbox", name="Coaching")).not_to_be_checked()
