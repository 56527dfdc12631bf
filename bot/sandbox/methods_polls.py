"""Bot API methods: polls and quizzes."""

import re
import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.entities import is_blank
from bot.sandbox.chats import Chat
from bot.sandbox.deeds import tell_poll
from bot.sandbox.errors import bad_request
from bot.sandbox.fields import fields_of
from bot.sandbox.keyboards import read_inline_markup, read_markup
from bot.sandbox.lookup import message_in, open_chat, read_reply, replied, writable_chat
from bot.sandbox.messages import Message
from bot.sandbox.methods_messages import deliver
from bot.sandbox.params import Params
from bot.sandbox.polls import MAX_OPTION, MAX_OPTIONS, Option, Poll
from bot.sandbox.present import poll_json
from bot.sandbox.texts import Formatted, format_text, read_text
from bot.sandbox.world import Draft, World

Json = dict[str, Any]

MAX_QUESTION = 300
MAX_EXPLANATION = 200
MAX_PERIOD = 2_628_000
LATEST = 2**31 - 1


def send_poll(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendpoll"""
    question, marked = read_text(params, "question", entities="question_entities")
    options = _options(params)
    if params.text("type") not in ("", "regular", "quiz"):
        raise bad_request("Unsupported poll type specified")
    reply, markup = read_reply(params), read_markup(params)
    chat = writable_chat(world, params.text("chat_id"))
    reply_to = replied(chat, reply)
    if is_blank(question):
        raise bad_request("Text must be non-empty")
    if len(question) > MAX_QUESTION:
        raise bad_request(f"Poll question length must not exceed {MAX_QUESTION}")
    _check_options(options)
    anonymous = params.flag("is_anonymous", default=True)
    quiz = params.text("type") == "quiz"
    correct = _correct(params, len(options)) if quiz else ()
    _check_voters(params)
    period, closes = _closing(world, params)
    about, about_marked = read_text(params, "description", entities="description_entities")
    explanation, explanation_marked = _explanation(params) if quiz else ("", ())
    poll = Poll(
        id=str(secrets.randbits(62)),
        question=question,
        question_entities=marked,
        options=options,
        description=about,
        description_entities=about_marked,
        explanation=explanation,
        explanation_entities=explanation_marked,
        correct=correct,
        quiz=quiz,
        anonymous=anonymous,
        multiple=params.flag("allows_multiple_answers"),
        revoting=params.flag("allows_revoting", default=not quiz),
        growing=params.flag("allow_adding_options") and not (quiz or anonymous),
        hidden=params.flag("hide_results_until_closes"),
        closed=params.flag("is_closed"),
        open_period=period,
        closes=closes,
    )
    sent = deliver(world, chat, Draft(poll=poll, markup=markup, reply_to=reply_to))
    if closes:
        world.at(closes, lambda: _close_due(world, chat, sent["message_id"]))
    return sent


def _options(params: Params) -> tuple[Option, ...]:
    given = params.json("options", "options") if params.text("options") else None
    if given is None:
        raise bad_request("Can't parse options JSON object")
    if not isinstance(given, list):
        raise bad_request("Expected an Array of String as options")
    return tuple(_option(item) for item in given)


def _option(item: Any) -> Option:
    value = {"text": item} if isinstance(item, str) else item
    given = fields_of(value, "Expected an option to be of type String")
    text, mode = given.string("text"), given.string("text_parse_mode", "")
    text, entities = format_text(text, mode, given.value.get("text_entities"))
    return Option(text=text, entities=entities)


def _check_options(options: tuple[Option, ...]) -> None:
    if not options:
        raise bad_request("Poll must have at least one answer option")
    if len(options) > MAX_OPTIONS:
        raise bad_request(f"Poll can't have more than {MAX_OPTIONS} options")
    for option in options:
        if is_blank(option.text):
            raise bad_request("Text must be non-empty")
        if len(option.text) > MAX_OPTION:
            raise bad_request(f"Poll options length must not exceed {MAX_OPTION}")


def _check_voters(params: Params) -> None:
    codes = params.json("country_codes", "country_codes")
    for code in codes if isinstance(codes, list) else []:
        if not re.fullmatch("[A-Z]{2}", str(code)):
            raise bad_request("Invalid country code specified")
    if codes or params.flag("members_only"):
        raise bad_request("Poll voters can be restricted only in channel chats")


def _correct(params: Params, count: int) -> tuple[int, ...]:
    given = params.json("correct_option_ids", "correct option identifiers")
    if given is None and "correct_option_id" in params:
        given = [params.integer("correct_option_id", -1)]
    if given is not None and not isinstance(given, list):
        raise bad_request("Expected an Array of correct option identifiers")
    if not all(type(number) in (int, float) for number in given or []):
        raise bad_request("Correct option identifier must be of type Number")
    if not all(type(number) is int for number in given or []):
        raise bad_request("Invalid correct option identifier specified")
    if not given:
        raise bad_request("Correct quiz option list must be non-empty")
    if list(given) != sorted(set(given)):
        raise bad_request("Correct quiz option list must be increasing")
    if given[0] < 0 or given[-1] >= count:
        raise bad_request("Wrong quiz correct_option_id")
    return tuple(given)


def _explanation(params: Params) -> Formatted:
    text, entities = read_text(params, "explanation", entities="explanation_entities")
    if len(text) > MAX_EXPLANATION:
        raise bad_request("Message is too long")
    return text, entities


def _closing(world: World, params: Params) -> tuple[int, datetime | None]:
    period = params.between("open_period", 0, 0, MAX_PERIOD)
    if period:
        return period, world.now() + timedelta(seconds=period)
    date = params.between("close_date", 0, 0, LATEST)
    if not date:
        return 0, None
    closes = datetime.fromtimestamp(date, UTC)
    return int((closes - world.now()).total_seconds()), closes


def stop_poll(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#stoppoll"""
    markup = read_inline_markup(params)
    chat = open_chat(world, params.text("chat_id"))
    message = message_in(chat, params.integer("message_id"), "message with poll to stop")
    if not message.poll or message.sender != world.bot_id:
        raise bad_request("Poll can't be stopped")
    if message.poll.closed:
        raise bad_request("Poll has already been closed")
    return poll_json(world, _close(world, message, message.poll, markup))


def _close_due(world: World, chat: Chat, number: int) -> None:
    message = chat.messages.get(number)
    if message and message.poll and not message.poll.closed:
        _close(world, message, message.poll, message.markup)


def _close(world: World, message: Message, poll: Poll, markup: Json | None) -> Poll:
    closed = replace(poll, closed=True)
    world.put(replace(message, poll=closed, markup=markup))
    tell_poll(world, closed)
    return closed
