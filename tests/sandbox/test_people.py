"""What people do, and what the bot hears of it."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest

from bot.domain.entities import utf16_slice
from bot.sandbox import Person, Sandbox
from bot.sandbox.detect import detected
from bot.sandbox.errors import SandboxError

MAYA = 1001
GROUP = -1001
NAME = "baraza_sandbox_bot"

Call = Callable[..., Awaitable[dict[str, Any]]]
Refusal = Callable[..., Awaitable[str]]


async def heard(bot: Bot) -> list[str | None]:
    """The texts of all messages that wait for the bot."""
    return [update.message.text for update in await bot.get_updates() if update.message]


async def test_pressing_start_says_start_with_its_payload(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await maya.start()
    await maya.start("webinar-12")
    assert await heard(bot) == ["/start", "/start webinar-12"]


async def test_endless_text_comes_in_pieces(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.person("maya").say("a" * 4096 + "b" * 10)
    assert await heard(bot) == ["a" * 4096, "b" * 10]


async def test_what_cannot_be_said_is_refused(sandbox: Sandbox) -> None:
    maya = sandbox.person("maya")
    said = await maya.say("hello")
    with pytest.raises(SandboxError, match="nothing to send"):
        await maya.say(" \n")
    with pytest.raises(SandboxError, match="nothing to send"):
        await maya.edit(said, " ")
    with pytest.raises(SandboxError, match="not in the chat"):
        await maya.say("hello", chat=1002)
    with pytest.raises(SandboxError, match="not in the chat"):
        await sandbox.person("samir").press(said, "data")
    with pytest.raises(SandboxError, match="to reply to is not there"):
        await maya.say("hello", reply_to=999)
    with pytest.raises(SandboxError, match="of one's own"):
        await sandbox.person("samir").edit(said, "mine")
    with pytest.raises(SandboxError, match="Nothing of the kind 'dice'"):
        await maya.send("dice")
    with pytest.raises(LookupError, match="'nobody'"):
        sandbox.person("nobody")


async def test_start_ends_a_block(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await maya.block()
    await maya.block()
    with pytest.raises(SandboxError, match="has blocked the bot"):
        await maya.say("hello")
    await maya.say("/start")
    standing = [u.my_chat_member for u in await bot.get_updates() if u.my_chat_member]
    assert [
        (change.old_chat_member.status, change.new_chat_member.status) for change in standing
    ] == [("member", "kicked"), ("kicked", "member")]
    assert await heard(bot) == ["/start"]


async def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(
    sandbox: Sandbox, bot: Bot
) -> None:
    maya = sandbox.person("maya")
    sent = await bot.send_message(GROUP, "Good morning")
    question = await maya.say("how are you?", chat=GROUP)
    await maya.say("/help", chat=GROUP)
    await maya.say(f"/help@{NAME}", chat=GROUP)
    await maya.say("/help@another_bot", chat=GROUP)
    await maya.say(f"well, @{NAME.upper()}?", chat=GROUP)
    await maya.say("@another_bot?", chat=GROUP)
    await maya.say("thanks", chat=GROUP, reply_to=sent.message_id)
    await maya.say("indeed", chat=GROUP, reply_to=question)
    await maya.edit(question, "how are you all?")
    assert await heard(bot) == ["/help", f"/help@{NAME}", f"well, @{NAME.upper()}?", "thanks"]


@pytest.mark.parametrize("why", ["no privacy", "administrator"])
async def test_without_privacy_the_bot_hears_all(sandbox: Sandbox, bot: Bot, why: str) -> None:
    if why == "administrator":
        await sandbox.person("diego").add_bot(GROUP, admin=True)
    else:
        sandbox.world.privacy = False
    await sandbox.person("maya").say("how are you?", chat=GROUP)
    assert await heard(bot) == ["how are you?"]


async def test_taken_out_of_a_group_the_bot_hears_nothing(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.person("diego").remove_bot(GROUP)
    await sandbox.person("maya").say("/help", chat=GROUP)
    (update,) = await bot.get_updates()
    assert update.my_chat_member is not None
    assert update.my_chat_member.chat.id == GROUP
    assert update.my_chat_member.from_user.first_name == "Diego"


async def test_a_tap_is_answered_once_and_not_for_ever(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    said = await maya.say("hello")
    number = await maya.press(said, "forged")
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (number, "forged", MAYA)
    await query.answer("Done", show_alert=True)
    notice = await maya.next_notice()
    assert (notice.text, notice.alert) == ("Done", True)
    too_old = "Query is too old and response timeout expired or query id is invalid"
    with pytest.raises(BadRequest, match=too_old):
        await query.answer()
    for spoil in (sandbox.expire_queries, lambda: setattr(sandbox.world, "query_lifetime", -1)):
        number = await maya.press(said, "again")
        spoil()
        with pytest.raises(BadRequest, match=too_old):
            await bot.answer_callback_query(number)


async def test_a_notice_is_short_and_its_link_leads_to_the_bot(
    sandbox: Sandbox, bot: Bot, refusal: Refusal
) -> None:
    maya = sandbox.person("maya")
    number = await maya.press(await maya.say("hello"), "x")
    assert await refusal("answerCallbackQuery", callback_query_id=number, text="a" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await refusal(
        "answerCallbackQuery", callback_query_id=number, url="https://example.org"
    ) == ("Bad Request: URL_INVALID")
    assert await bot.answer_callback_query(number, url=f"https://t.me/{NAME}?start=x")


async def test_inline_results_reach_the_one_who_asked(
    sandbox: Sandbox, bot: Bot, call: Call
) -> None:
    maya = sandbox.person("maya")
    await maya.inline("webinars")
    query = (await bot.get_updates())[0].inline_query
    assert query is not None
    assert (query.query, query.from_user.id) == ("webinars", MAYA)
    result = {
        "type": "article",
        "id": "1",
        "title": "One",
        "url": "https://example.org",
        "input_message_content": {"message_text": "<b>One</b>", "parse_mode": "HTML"},
    }
    assert (await call("answerInlineQuery", inline_query_id=query.id, results=[result]))["ok"]
    assert await maya.next_inline_results() == [result]


CONTENT = {"message_text": "x"}
ARTICLE: dict[str, Any] = {
    "type": "article",
    "id": "1",
    "title": "x",
    "input_message_content": CONTENT,
}
WHERE = "can't parse inline query result"


@pytest.mark.parametrize(
    ("results", "description"),
    [
        ("[", "can't parse JSON encoded inline query results: Unexpected end"),
        ({}, "expected an Array of inline query results"),
        ([ARTICLE] * 51, "too many inline query results specified"),
        ([ARTICLE] * 2, "RESULT_ID_DUPLICATE"),
        ([1], f"{WHERE}: Inline query result must be an object"),
        ([{}], f'{WHERE}: Can\'t find field "type"'),
        (
            [{"type": "x", "id": "1"}],
            f'{WHERE}: type "x" is unsupported for the inline query result',
        ),
        ([ARTICLE | {"id": "é" * 33}], "RESULT_ID_INVALID"),
        ([{"type": "article", "id": "1"}], f'{WHERE}: Can\'t find field "title"'),
        ([ARTICLE | {"url": "localhost"}], "wrong HTTP URL specified"),
        (
            [ARTICLE | {"input_message_content": None}],
            f"{WHERE}: Input message content is not specified",
        ),
        (
            [ARTICLE | {"input_message_content": {"message_text": ""}}],
            f"{WHERE}: Message text is empty",
        ),
        (
            [ARTICLE | {"input_message_content": {"message_text": " "}}],
            "text must be non-empty",
        ),
        ([], "query is too old and response timeout expired or query ID is invalid"),
    ],
)
async def test_wrong_inline_results_are_refused(
    refusal: Refusal, results: Any, description: str
) -> None:
    told = await refusal("answerInlineQuery", inline_query_id="1", results=results)
    assert told == f"Bad Request: {description}"


async def test_a_test_waits_for_the_bot_without_guessing(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await maya.start()
    with pytest.raises(TimeoutError):
        await maya.next(0.01)
    await bot.send_message(MAYA, "one")
    await bot.send_message(GROUP, "to all")
    await bot.send_message(MAYA, "two")
    assert [(await maya.next()).text, (await maya.next()).text] == ["one", "two"]
    assert (await maya.next(chat=GROUP)).text == "to all"
    first = await sandbox.wait_for_call("sendMessage")
    assert (first.params["text"], first.ok) == ("one", True)
    assert (await sandbox.wait_for_call("sendMessage")).params["chat_id"] == GROUP
    assert len(sandbox.calls) == len(list(sandbox.calls)) == sandbox.calls.last == 4
    assert [call.params["text"] for call in sandbox.calls.after(2)] == ["to all", "two"]
    assert sandbox.calls.after(4) == []


async def test_two_sandboxes_share_nothing(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()
    sandbox.add_person(Person(id=2001, key="nina", first_name="Nina"))
    other = Sandbox()
    assert other.person("maya").history() == []
    assert other.person("maya").person.started is False
    with pytest.raises(LookupError):
        other.person("nina")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start x", [("bot_command", "/start")]),
        ("a/b /help@some_bot, //x", [("bot_command", "/help@some_bot")]),
        ("😀 @maya and mail@example.org", [("mention", "@maya"), ("email", "mail@example.org")]),
        (
            "see https://example.org/a_(b). And t.me/bot?start=1!",
            [("url", "https://example.org/a_(b)"), ("url", "t.me/bot?start=1")],
        ),
        ("(https://example.org/x)", [("url", "https://example.org/x")]),
        (
            "#coaching #2018 #تدريب $USD",
            [("hashtag", "#coaching"), ("hashtag", "#تدريب"), ("cashtag", "$USD")],
        ),
        ("version 1.2 of file.txt", []),
        (
            f"@ab @abcd @gif @1234 a@bcd @{'a' * 33}",
            [("mention", "@abcd"), ("mention", "@gif"), ("mention", "@1234")],
        ),
        ("/a /a@ab /a@abc@ /a/b </a> x/a", [("bot_command", "/a"), ("bot_command", "/a@abc")]),
        (
            "#1 #a#b #تدريب_ب #tag@maya #tag@ab",
            [("hashtag", "#تدريب_ب"), ("hashtag", "#tag@maya"), ("hashtag", "#tag")],
        ),
        (
            "$usd $ABCDEFGHI $1INCH $USD@maya a$USD",
            [("cashtag", "$1INCH"), ("cashtag", "$USD@maya")],
        ),
        (
            "http://example.unknown/x example.unknown 127.0.0.1:8080/a 1.2.3.400 a.org:99999",
            [("url", "http://example.unknown/x"), ("url", "127.0.0.1:8080/a"), ("url", "a.org")],
        ),
        (
            "see (example.org/a_(b)), example.org/a). And example.org...",
            [("url", "example.org/a_(b)"), ("url", "example.org/a"), ("url", "example.org")],
        ),
        (
            "mailto:me@example.org a@b x.y+z@a.org me@example.org/x",
            [("email", "me@example.org"), ("email", "+z@a.org"), ("url", "me@example.org/x")],
        ),
        (
            "ftp://a.org sftp://a.org tg://resolve?domain=x, tonsite://a.ton",
            [("url", "ftp://a.org"), ("url", "tg://resolve?domain=x"), ("url", "tonsite://a.ton")],
        ),
        (
            "https://user:pw@example.org/x http://localhost/x a_b.org x-.org",
            [("url", "https://user:pw@example.org/x")],
        ),
        (
            "«example.org/x» example.org/سلام?q=a,b;",
            [("url", "example.org/x"), ("url", "example.org/سلام?q=a,b")],
        ),
    ],
)
def test_telegram_finds_links_and_commands_by_itself(
    text: str, found: list[tuple[str, str]]
) -> None:
    entities = detected(text)
    assert [(e.type, utf16_slice(text, e.offset, e.length)) for e in entities] == found
