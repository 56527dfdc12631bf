"""Inline queries: what a person types after the bot's name in any chat, and what they choose."""

import secrets
from dataclasses import replace
from typing import Any

from bot.sandbox import present
from bot.sandbox.attachments import file_fields
from bot.sandbox.chats import Chat
from bot.sandbox.deeds import utter
from bot.sandbox.errors import SandboxError
from bot.sandbox.keyboards import checked_markup
from bot.sandbox.messages import Attachment, Message
from bot.sandbox.people import Person
from bot.sandbox.texts import format_text
from bot.sandbox.world import Draft, Query, World

Json = dict[str, Any]


def ask(world: World, person: Person, text: str, chat: Chat | None = None) -> str:
    """A person types "@bot text" in a chat, the private one with the bot if none is named.

    Returns the id of the inline query. Raises SandboxError when the bot answers none.
    """
    if not world.inline_enabled:
        raise SandboxError("This bot answers no inline queries.")
    query = world.ask(person.id, inline=True, text=text)
    payload = {
        "id": query.id,
        "from": present.person_json(person),
        "query": text,
        "offset": "",
        "chat_type": chat.type if chat and not chat.private else "sender",
    }
    world.queue.add("inline_query", person.id, payload)
    return query.id


def choose(world: World, person: Person, chat: Chat, result: str) -> Message:
    """A person sends a result, by its id, of their last query that was answered.

    Raises SandboxError when there is none, or one of a kind that the sandbox does not send.
    """
    query = _answered(world, person)
    found = next((one for one in query.results if str(one["id"]) == result), None)
    if not found:
        raise SandboxError("There is no such result.")
    draft = _draft(world, found)
    message = utter(world, person, chat, draft)
    if world.inline_feedback:
        payload: Json = {
            "from": present.person_json(person),
            "query": query.text,
            "result_id": str(found["id"]),
        }
        payload |= {"inline_message_id": draft.inline} if draft.inline else {}
        world.queue.add("chosen_inline_result", person.id, payload)
    return message


def _answered(world: World, person: Person) -> Query:
    for query in reversed(world.queries.values()):
        if query.inline and query.answered and query.person == person.id:
            return query
    raise SandboxError("The bot has answered no inline query of this person.")


def _draft(world: World, result: Json) -> Draft:
    markup = checked_markup(result.get("reply_markup"))
    # Only a message with buttons gets an id by which the bot can change it.
    draft = Draft(markup=markup, inline=secrets.token_urlsafe(20) if markup else "")
    content = result.get("input_message_content")
    if isinstance(content, dict) and "message_text" in content:
        said, mode = str(content["message_text"]), str(content.get("parse_mode") or "")
        text, entities = format_text(said, mode, content.get("entities"))
        return replace(draft, text=text, entities=entities)
    kind = str(result["type"]).lower()
    file = world.files.get(str(result.get(f"{kind}_file_id", "")))
    if not file or content:
        raise SandboxError("The sandbox sends texts and files of the bot's own only.")
    said, mode = str(result.get("caption") or ""), str(result.get("parse_mode") or "")
    caption, entities = format_text(said, mode, result.get("caption_entities"))
    carried = Attachment(kind=kind, fields=file_fields(file, kind), file=file)
    return replace(draft, text=caption, entities=entities, attachment=carried)
