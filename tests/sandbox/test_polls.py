"""Polls and quizzes."""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from telegram import Bot, InputPollOption
from telegram.error import BadRequest

from bot.sandbox import Sandbox
from bot.sandbox.errors import SandboxError

MAYA = 1001
GROUP = -1001

Refusal = Callable[..., Awaitable[str]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


async def test_votes_reach_the_bot_and_are_counted(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    sent = await bot.send_poll(
        MAYA,
        "Which <b>day</b>?",
        ["Monday", InputPollOption("<i>Friday</i>", text_parse_mode="HTML")],
        question_parse_mode="HTML",
        is_anonymous=False,
        description="Choose.",
    )
    assert sent.poll is not None
    assert (sent.poll.question, sent.poll.question_entities[0].type) == ("Which day?", "bold")
    assert sent.poll.options[1].text_entities[0].type == "italic"
    assert sent.poll.description == "Choose."
    await maya.vote(await maya.next(), 1)
    state, answer = (await bot.get_updates())[-2:]
    assert state.poll is not None
    assert [option.voter_count for option in state.poll.options] == [0, 1]
    assert answer.poll_answer is not None
    assert answer.poll_answer.option_ids == (1,)
    assert answer.poll_answer.option_persistent_ids == (sent.poll.options[1].persistent_id,)
    assert answer.poll_answer.user is not None
    assert answer.poll_answer.user.id == MAYA
    await maya.vote(await maya.next())
    assert (await bot.get_updates(offset=-1))[0].poll_answer.option_ids == ()  # type: ignore[union-attr]


async def test_an_anonymous_vote_stays_so(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await bot.send_poll(MAYA, "?", ["a", "b"], allows_multiple_answers=True)
    await maya.vote(await maya.next(), 0, 1)
    _, update = await bot.get_updates()
    assert update.poll is not None
    assert update.poll.total_voter_count == 1
    assert [option.voter_count for option in update.poll.options] == [1, 1]


# Telegram still sends the field that python-telegram-bot warns of.
@pytest.mark.filterwarnings("ignore:Deprecated since version 22.8")
async def test_a_quiz_is_answered_once(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    sent = await bot.send_poll(
        MAYA,
        "2 + 2?",
        ["3", "4"],
        type="quiz",
        correct_option_ids=[1],
        explanation="<b>Four</b>",
        explanation_parse_mode="HTML",
    )
    assert sent.poll is not None
    assert (sent.poll.type, sent.poll.correct_option_ids) == ("quiz", (1,))
    assert sent.poll.explanation == "Four"
    message = await maya.next()
    await maya.vote(message, 0)
    with pytest.raises(SandboxError, match="cannot be changed"):
        await maya.vote(message, 1)


async def test_a_poll_refuses_what_a_messenger_would_not_send(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await bot.send_poll(MAYA, "?", ["a", "b"])
    message = await maya.next()
    with pytest.raises(SandboxError, match="Only one answer"):
        await maya.vote(message, 0, 1)
    with pytest.raises(SandboxError, match="no vote to take back"):
        await maya.vote(message)
    with pytest.raises(SandboxError, match="no such option"):
        await maya.vote(message, 2)
    with pytest.raises(SandboxError, match="not in the chat"):
        await sandbox.person("samir").vote(message, 0)
    text = await maya.say("no poll")
    with pytest.raises(SandboxError, match="no poll in this message"):
        await maya.vote(text, 0)


async def test_a_closed_poll_refuses_a_vote(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    sent = await bot.send_poll(MAYA, "?", ["a", "b"])
    message = await maya.next()
    poll = await bot.stop_poll(MAYA, sent.message_id)
    assert poll.is_closed
    assert (await bot.get_updates(offset=-1))[0].poll == poll
    with pytest.raises(SandboxError, match="closed"):
        await maya.vote(message, 0)
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(MAYA, sent.message_id)
    with pytest.raises(BadRequest, match="Message with poll to stop not found"):
        await bot.stop_poll(MAYA, 99)
    with pytest.raises(BadRequest, match="Poll can't be stopped"):
        await bot.stop_poll(MAYA, maya.history()[0].id)


@pytest.mark.parametrize("how", ["open_period", "close_date"])
async def test_a_poll_closes_by_the_sandboxs_clock(sandbox: Sandbox, bot: Bot, how: str) -> None:
    maya = sandbox.person("maya")
    value: Any = 600 if how == "open_period" else sandbox.clock.now() + timedelta(minutes=10)
    sent = await bot.send_poll(MAYA, "?", ["a", "b"], **{how: value})
    assert sent.poll is not None
    assert sent.poll.close_date == sandbox.world.now() + timedelta(minutes=10)
    message = await maya.next()
    await maya.vote(message, 0)
    sandbox.clock.advance(timedelta(minutes=11))
    closed = await maya.next()
    closed = closed if closed.poll and closed.poll.closed else await maya.next()
    assert closed.poll is not None
    assert closed.poll.closed
    poll = (await bot.get_updates(offset=-1))[0].poll
    assert poll is not None
    assert poll.is_closed
    with pytest.raises(SandboxError, match="closed"):
        await maya.vote(message, 1)


async def test_a_growing_poll_takes_options_from_people(sandbox: Sandbox, bot: Bot) -> None:
    maya, samir = sandbox.person("maya"), sandbox.person("samir")
    sent = await bot.send_poll(
        GROUP, "?", ["a", "b"], is_anonymous=False, allow_adding_options=True
    )
    assert sent.poll is not None
    message = await maya.next(chat=GROUP)
    await maya.vote(message, 0)
    await samir.add_option(message, " c ")
    await samir.vote(message, 2)
    state, said, _, answer = (await bot.get_updates())[-4:]
    assert state.poll is not None
    added = state.poll.options[2]
    assert added.added_by_user is not None
    assert (added.text, added.added_by_user.id) == ("c", samir.id)
    assert added.addition_date == sandbox.world.now()
    before = [option.persistent_id for option in sent.poll.options]
    assert [option.persistent_id for option in state.poll.options[:2]] == before
    assert said.message is not None
    assert said.message.poll_option_added is not None
    assert said.message.poll_option_added.option_persistent_id == added.persistent_id
    assert said.message.poll_option_added.poll_message is not None
    assert said.message.poll_option_added.poll_message.message_id == message.id
    assert answer.poll_answer is not None
    assert answer.poll_answer.option_persistent_ids == (added.persistent_id,)
    for text in ("c", "", "x" * 101):
        with pytest.raises(SandboxError, match="option"):
            await samir.add_option(message, text)
    await bot.stop_poll(GROUP, message.id)
    with pytest.raises(SandboxError, match="No option can be added"):
        await samir.add_option(message, "d")


# Telegram still sends the field that python-telegram-bot warns of.
@pytest.mark.filterwarnings("ignore:Deprecated since version 22.8")
@pytest.mark.parametrize("change", [{"is_anonymous": True}, {"type": "quiz"}, {}])
async def test_most_polls_keep_their_options(
    sandbox: Sandbox, bot: Bot, change: dict[str, Any]
) -> None:
    grows = {"allow_adding_options": True} if change else {}
    more: dict[str, Any] = {"is_anonymous": False, "correct_option_ids": [0]} | change | grows
    await bot.send_poll(MAYA, "?", ["a", "b"], **more)
    maya = sandbox.person("maya")
    with pytest.raises(SandboxError, match="No option can be added"):
        await maya.add_option(await maya.next(), "c")


# Telegram still sends the field that python-telegram-bot warns of.
@pytest.mark.filterwarnings("ignore:Deprecated since version 22.8")
async def test_a_quiz_may_have_several_right_answers(sandbox: Sandbox, bot: Bot) -> None:
    maya = sandbox.person("maya")
    await bot.send_poll(
        MAYA,
        "Which are even?",
        ["1", "2", "4"],
        type="quiz",
        correct_option_ids=[1, 2],
        allows_multiple_answers=True,
        is_anonymous=False,
    )
    await maya.vote(await maya.next(), 2, 1)
    state, answer = (await bot.get_updates())[-2:]
    assert state.poll is not None
    assert state.poll.correct_option_ids == (1, 2)
    assert [option.voter_count for option in state.poll.options] == [0, 1, 1]
    assert answer.poll_answer is not None
    assert answer.poll_answer.option_ids == (1, 2)


GOOD: dict[str, Any] = {"chat_id": MAYA, "question": "?", "options": json.dumps(["a", "b"])}


@pytest.mark.parametrize(
    ("change", "description"),
    [
        ({"question": ""}, "text must be non-empty"),
        ({"question": "a" * 301}, "Poll question length must not exceed 300"),
        ({"options": ""}, "can't parse options JSON object"),
        ({"options": "["}, "can't parse options JSON object"),
        ({"options": "{}"}, "expected an Array of String as options"),
        ({"options": "[1]"}, "expected an option to be of type String"),
        ({"options": "[{}]"}, 'can\'t find field "text"'),
        ({"options": "[]"}, "poll must have at least one answer option"),
        ({"options": json.dumps(["a"] * 13)}, "poll can't have more than 12 options"),
        ({"options": '[" "]'}, "text must be non-empty"),
        ({"options": json.dumps(["a" * 101])}, "poll options length must not exceed 100"),
        ({"members_only": True}, "poll voters can be restricted only in channel chats"),
        ({"country_codes": ["SY"]}, "poll voters can be restricted only in channel chats"),
        ({"country_codes": ["Syria"]}, "invalid country code specified"),
        ({"type": "vote"}, "unsupported poll type specified"),
        ({"type": "quiz"}, "correct quiz option list must be non-empty"),
        ({"type": "quiz", "correct_option_id": 2}, "wrong quiz correct_option_id"),
        (
            {"type": "quiz", "correct_option_ids": [1, 0]},
            "correct quiz option list must be increasing",
        ),
        (
            {"type": "quiz", "correct_option_ids": {}},
            "expected an Array of correct option identifiers",
        ),
        (
            {"type": "quiz", "correct_option_ids": ["a"]},
            "correct option identifier must be of type Number",
        ),
        (
            {"type": "quiz", "correct_option_ids": [0.5]},
            "invalid correct option identifier specified",
        ),
        (
            {"type": "quiz", "correct_option_id": 0, "explanation": "a" * 201},
            "message is too long",
        ),
    ],
)
async def test_a_wrong_poll_is_refused(
    refusal: Refusal, change: dict[str, Any], description: str
) -> None:
    told = await refusal("sendPoll", **(GOOD | change))
    assert told.lower() == f"Bad Request: {description}".lower()
