"""Groups: who comes and goes, and what becomes of a group that grows."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Bot, BotCommandScopeChat, Update
from telegram.error import ChatMigrated, Forbidden

from bot.sandbox import Person, Sandbox
from bot.sandbox.errors import SandboxError
from bot.sandbox.people import PERSONAS, Group

MAYA, DIEGO = 1001, 1004
GROUP = -1001
SUPERGROUP = -1_000_000_001_001
ALL = Update.ALL_TYPES

Call = Callable[..., Awaitable[dict[str, Any]]]


async def test_a_group_that_grew_says_where_it_went(sandbox: Sandbox, bot: Bot) -> None:
    assert await sandbox.person("diego").upgrade(GROUP) == SUPERGROUP
    standing, old, new = await bot.get_updates()
    assert standing.my_chat_member is not None
    assert standing.my_chat_member.chat.id == SUPERGROUP
    assert standing.my_chat_member.new_chat_member.status == "member"
    assert old.message is not None
    assert (old.message.chat.id, old.message.chat.type) == (GROUP, "group")
    assert (old.message.migrate_to_chat_id, old.message.from_user.id) == (SUPERGROUP, DIEGO)  # type: ignore[union-attr]
    assert new.message is not None
    assert (new.message.chat.id, new.message.chat.type) == (SUPERGROUP, "supergroup")
    assert new.message.migrate_from_chat_id == GROUP
    assert new.message.sender_chat == new.message.chat


async def test_calls_to_the_old_group_are_told_the_new_id(
    sandbox: Sandbox, bot: Bot, call: Call
) -> None:
    sent = await bot.send_message(GROUP, "before")
    await sandbox.person("diego").upgrade(GROUP)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(GROUP, "lost")
    assert caught.value.new_chat_id == SUPERGROUP
    for method, more in (
        ("sendMessage", {"text": "x"}),
        ("sendPoll", {"question": "?", "options": '["a"]'}),
        ("sendChatAction", {"action": "typing"}),
        ("deleteMessage", {"message_id": sent.message_id}),
        ("getChatMember", {"user_id": MAYA}),
        ("leaveChat", {}),
    ):
        assert await call(method, chat_id=GROUP, **more) == {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": SUPERGROUP},
        }
    assert (await bot.get_chat(GROUP)).type == "group"
    assert (await bot.send_message(SUPERGROUP, "after")).chat.type == "supergroup"
    assert (await bot.get_chat_member(SUPERGROUP, DIEGO)).status == "creator"


async def test_people_go_on_in_the_supergroup_only(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await sandbox.person("diego").upgrade(GROUP)
    with pytest.raises(SandboxError, match="not in the chat"):
        await maya.say("/help", chat=GROUP)
    with pytest.raises(SandboxError, match="cannot become"):
        await maya.upgrade(SUPERGROUP)
    with pytest.raises(SandboxError, match="cannot become"):
        await maya.upgrade(GROUP)
    with pytest.raises(SandboxError, match="cannot join"):
        await maya.join(GROUP)
    await maya.say("/help", chat=SUPERGROUP)
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert (message.chat.id, message.text) == (SUPERGROUP, "/help")


async def test_a_supergroup_numbers_its_messages_itself(bot: Bot, sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()
    await bot.send_message(MAYA, "elsewhere")
    await sandbox.person("diego").upgrade(GROUP)
    sent = await bot.send_message(SUPERGROUP, "second")
    assert sent.message_id == 2
    assert (await bot.edit_message_text("edited", SUPERGROUP, 2)).text == "edited"  # type: ignore[union-attr]
    assert sandbox.person("maya").history()[1].text == "elsewhere"


async def test_the_bot_shut_out_of_a_supergroup_is_told_so() -> None:
    large = Group(id=SUPERGROUP, title="Large", members=(MAYA,), owner=MAYA)
    sandbox = Sandbox(groups=(large,))
    maya = sandbox.person("maya")
    async with sandbox.serve() as address, Bot(sandbox.token, base_url=f"{address}/bot") as bot:
        await maya.remove_bot(SUPERGROUP)
        for shut_out in (
            bot.send_message(SUPERGROUP, "x"),
            bot.get_chat(SUPERGROUP),
            bot.get_my_commands(BotCommandScopeChat(SUPERGROUP)),
        ):
            with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
                await shut_out
        await maya.add_bot(SUPERGROUP)
        assert await bot.leave_chat(SUPERGROUP)
        with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
            await bot.send_message(SUPERGROUP, "x")


async def test_a_group_can_be_looked_at_from_outside_but_gets_no_commands(
    sandbox: Sandbox, bot: Bot
) -> None:
    await sandbox.person("diego").remove_bot(GROUP)
    assert (await bot.get_chat(GROUP)).title == "Trainers' circle"
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.set_my_commands([], BotCommandScopeChat(GROUP))


async def test_the_bot_hears_that_it_was_added(sandbox: Sandbox, bot: Bot) -> None:
    diego = sandbox.person("diego")
    await diego.remove_bot(GROUP)
    await diego.add_bot(GROUP)
    _, standing, said = await bot.get_updates()
    assert standing.my_chat_member is not None
    assert standing.my_chat_member.old_chat_member.status == "kicked"
    assert said.message is not None
    assert [user.id for user in said.message.new_chat_members] == [bot.id]


async def test_who_comes_and_goes_is_said_in_the_group(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await maya.leave(GROUP)
    assert (await bot.get_chat_member(GROUP, MAYA)).status == "left"
    with pytest.raises(SandboxError, match="cannot leave"):
        await maya.leave(GROUP)
    await maya.join(GROUP)
    with pytest.raises(SandboxError, match="cannot join"):
        await maya.join(GROUP)
    gone, back = await bot.get_updates(allowed_updates=ALL)
    assert gone.message is not None
    assert gone.message.left_chat_member is not None
    assert gone.message.left_chat_member.id == MAYA
    assert back.message is not None
    assert [user.id for user in back.message.new_chat_members] == [MAYA]


@pytest.mark.parametrize(
    ("admin", "asked", "heard"),
    [(True, True, ["left", "member"]), (True, False, []), (False, True, [])],
)
async def test_an_administrator_that_asks_hears_of_members(
    sandbox: Sandbox, bot: Bot, admin: bool, asked: bool, heard: list[str]
) -> None:
    maya = sandbox.person("maya")
    await sandbox.person("diego").add_bot(GROUP, admin=admin)
    await bot.get_updates(allowed_updates=ALL if asked else [])
    await maya.leave(GROUP)
    await maya.join(GROUP)
    changes = [u.chat_member for u in await bot.get_updates() if u.chat_member]
    assert [change.new_chat_member.status for change in changes] == heard
    assert all(change.from_user.id == MAYA for change in changes)


async def test_a_newcomer_of_the_sandbox_joins_a_group(sandbox: Sandbox, bot: Bot) -> None:
    nina = sandbox.add_person(Person(id=2001, key="nina", first_name="Nina"))
    await nina.join(GROUP)
    await nina.say("/help", chat=GROUP)
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.from_user.first_name == "Nina"
    assert len(PERSONAS) == 4
