"""Bot API methods: sending, editing and deleting messages."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.entities import Entity, is_blank
from bot.domain.markup import MAX_CAPTION, MAX_TEXT
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad_request
from bot.sandbox.fields import fields_of
from bot.sandbox.keyboards import read_inline_markup, read_markup
from bot.sandbox.lookup import (
    check_reachable,
    message_in,
    own_message,
    read_reply,
    replied,
    writable_chat,
)
from bot.sandbox.messages import Message
from bot.sandbox.params import Params
from bot.sandbox.present import message_json
from bot.sandbox.texts import Formatted, read_text
from bot.sandbox.world import Draft, World

Json = dict[str, Any]

ACTIONS = frozenset(
    {
        "cancel",
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "record_audio",
        "upload_voice",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "pick_up_location",
        "record_video_note",
        "upload_video_note",
    }
)
DELETABLE = timedelta(hours=48)


def send_message(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendmessage"""
    if not params.text("text"):
        raise bad_request("Message text is empty")
    preview = _preview(params)
    text, entities = read_text(params, "text")
    reply, markup = read_reply(params), read_markup(params)
    chat = writable_chat(world, params.text("chat_id"))
    reply_to = replied(chat, reply)
    check_text(text)
    draft = Draft(text=text, entities=entities, markup=markup, preview=preview, reply_to=reply_to)
    return deliver(world, chat, draft)


def deliver(world: World, chat: Chat, draft: Draft) -> Json:
    """Post the bot's message where it may; the answer of every send method."""
    check_reachable(world, chat)
    world.limiter.count(chat.id)
    return message_json(world, world.post(chat, world.bot_id, draft))


def check_text(text: str) -> None:
    """Refuse a text that is empty or too long, counted in characters after parsing."""
    if is_blank(text):
        raise bad_request("Text must be non-empty")
    if len(text) > MAX_TEXT:
        raise bad_request("Message is too long")


def read_caption(params: Params) -> Formatted:
    """The caption of a call, refused when too long."""
    caption, entities = read_text(params, "caption", entities="caption_entities")
    if len(caption) > MAX_CAPTION:
        raise bad_request("Message caption is too long")
    return caption, entities


def edit_message_text(world: World, params: Params) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagetext"""
    if not params.text("text"):
        raise bad_request("Message text is empty")
    preview = _preview(params)
    text, entities = read_text(params, "text")
    markup = read_inline_markup(params)
    message = own_message(world, params)
    if message.attachment or message.poll:
        raise bad_request("There is no text in the message to edit")
    check_text(text)
    return _edited(world, message, text, entities, markup, preview)


def edit_message_caption(world: World, params: Params) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagecaption"""
    markup = read_inline_markup(params)
    caption, entities = read_caption(params)
    message = own_message(world, params)
    if not message.attachment:
        raise bad_request("There is no caption in the message to edit")
    return _edited(world, message, caption, entities, markup, message.preview)


def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    markup = read_inline_markup(params)
    message = own_message(world, params)
    return _edited(world, message, message.text, message.entities, markup, message.preview)


def _edited(
    world: World,
    message: Message,
    text: str,
    entities: tuple[Entity, ...],
    markup: Json | None,
    preview: Json | None,
) -> Json | bool:
    fresh = replace(message, text=text, entities=entities, markup=markup, preview=preview)
    if fresh == message:
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    edited = world.put(replace(fresh, edited=world.now()))
    return True if edited.inline else message_json(world, edited)


def delete_message(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#deletemessage"""
    if not params.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    number = params.integer("message_id")
    if number <= 0:
        raise bad_request("Message identifier is not specified")
    chat = writable_chat(world, params.text("chat_id"))
    message = message_in(chat, number, "message to delete")
    own = message.sender == world.bot_id
    if not own and not chat.private and chat.bot != "administrator":
        raise bad_request("message can't be deleted")
    if world.now() - message.date > DELETABLE:
        raise bad_request("Message can't be deleted for everyone")
    world.remove(message)
    return True


def send_chat_action(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#sendchataction"""
    if params.text("action").lower() not in ACTIONS:
        raise bad_request("Wrong parameter action in request")
    chat = writable_chat(world, params.text("chat_id"))
    check_reachable(world, chat)
    world.happenings.add("typing", chat=chat.id)
    return True


def _preview(params: Params) -> Json | None:
    options = params.json("link_preview_options", "link preview options")
    if options is None:
        return {"is_disabled": True} if params.flag("disable_web_page_preview") else None
    given = fields_of(options, "Object expected as link preview options")
    told = given.flags(("is_disabled", "prefer_small_media", "prefer_large_media"))
    told |= given.flags(("show_above_text",))
    url = given.string("url", "")
    return told | ({"url": url} if url else {}) or None
