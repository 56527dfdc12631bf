"""The world as the chat page shows it. Instants are ISO 8601 in UTC, ending in Z."""

import json
from datetime import UTC, datetime
from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.happenings import Happening
from bot.sandbox.messages import Button, Message
from bot.sandbox.people import Person
from bot.sandbox.present import entities_json, poll_json
from bot.sandbox.world import World

Json = dict[str, Any]


def iso(instant: datetime) -> str:
    """2018-02-12T09:00:00Z"""
    return instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def clock(world: World) -> Json:
    """Clock of the protocol."""
    return {"now": iso(world.clock.now()), "speed": world.clock.speed}


def bot(world: World, connected: bool) -> Json:
    """Bot of the protocol."""
    profile = world.profile
    return {
        "id": world.bot_id,
        "username": profile.username,
        "name": dict(profile.names),
        "description": dict(profile.descriptions),
        "short_description": dict(profile.short_descriptions),
        "connected": connected,
    }


def persona(world: World, person: Person) -> Json:
    """Persona of the protocol, with the command menus that this person sees."""
    return {
        "id": person.id,
        "key": person.key,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "username": person.username,
        "language": person.language,
        "role": person.role,
        "chats": [chat.id for chat in world.chats_of(person)],
        "blocked": person.blocked,
        "commands": commands(world, person),
    }


def commands(world: World, person: Person) -> Json:
    """The command menu of each of the person's chats, by the chat's id."""
    return {str(number): menu for number, menu in world.menus(person).items()}


def chat(shown: Chat) -> Json:
    """Chat of the protocol, without its messages."""
    return {
        "id": shown.id,
        "type": shown.type,
        "title": shown.title,
        "members": list(shown.members),
        "bot": shown.bot,
    }


def message(world: World, shown: Message) -> Json:
    """Message of the protocol."""
    caption = shown.attachment is not None
    told: Json = {
        "id": shown.id,
        "chat": shown.chat,
        "from": "bot" if shown.sender == world.bot_id else shown.sender,
        "date": iso(shown.date),
        "edited": iso(shown.edited) if shown.edited else None,
        "text": "" if caption else shown.text,
        "caption": shown.text if caption else "",
        "entities": entities_json(world, shown.entities),
        "reply_to": shown.reply_to,
        "buttons": [[_button(button) for button in row] for row in shown.buttons],
        "preview": not (shown.preview or {}).get("is_disabled", False),
    }
    markup = shown.markup or {}
    if "keyboard" in markup:
        told["keyboard"] = markup["keyboard"]
    elif markup.get("remove_keyboard"):
        told["keyboard"] = []
    if markup.get("force_reply"):
        told["force_reply"] = True
    if shown.inline is not None:
        told["via"] = world.profile.username
    if shown.service:
        told["service"] = {"kind": shown.service.kind, "name": _name(world, shown.service.person)}
    if shown.poll:
        votes = {str(person): list(choice) for person, choice in shown.poll.votes.items()}
        told["poll"] = poll_json(world, shown.poll) | {"votes": votes}
        told["poll"]["hidden"] = shown.poll.hidden and not shown.poll.closed
    return told | _attachment(shown)


def _name(world: World, user: int) -> str:
    """What a person or the bot is called; "" for nobody."""
    if user == world.bot_id:
        return world.profile.names[""]
    return world.people[user].name if user in world.people else ""


def _button(button: Button) -> Json:
    told: Json = {"text": button.text}
    for name in ("data", "url", "switch_inline", "copy"):
        if (value := getattr(button, name)) is not None:
            told[name] = value
    return told


def _attachment(shown: Message) -> Json:
    if not shown.attachment:
        return {}
    kind, file = shown.attachment.kind, shown.attachment.file
    if kind == "document" and file:
        return {
            "document": {
                "name": file.name,
                "mime": file.mime,
                "size": len(file.data),
                "url": f"/sandbox/files/{file.path}",
            }
        }
    if kind == "photo" and file:
        url = f"/sandbox/files/{file.path}"
        return {"photo": {"url": url, "width": file.width, "height": file.height}}
    return {kind: True}


def state(world: World, connected: bool) -> Json:
    """All of it: what GET /sandbox/state answers."""
    return {
        "clock": clock(world),
        "bot": bot(world, connected),
        "personas": [persona(world, person) for person in world.people.values()],
        "chats": [
            chat(shown) | {"messages": [message(world, one) for one in shown.messages.values()]}
            for shown in world.chats.values()
        ],
        "event": world.happenings.last,
    }


def _result(result: Json) -> Json:
    """A result of an inline query, as a line to choose."""
    name = result.get("title") or result.get("caption") or result["type"]
    return {
        "id": str(result["id"]),
        "title": name,
        "description": result.get("description") or "",
    }


def event(world: World, happened: Happening, connected: bool) -> Json:
    """An event of the stream."""
    kind = happened.kind
    told: Json = {"type": kind}
    if happened.message:
        return told | {"message": message(world, happened.message)}
    if happened.person:
        return told | _personal(world, happened)
    if kind == "deleted":
        return told | {"chat": happened.chat, "id": happened.message_id}
    if kind == "typing":
        return told | {"chat": happened.chat}
    if kind == "bot":
        return told | {"bot": bot(world, connected)}
    if kind == "clock":
        return told | {"clock": clock(world)}
    if kind == "chat":
        return told | {"chat": chat(world.chats[happened.chat])}
    return told  # "reset" and "world" say all by their names


def _personal(world: World, happened: Happening) -> Json:
    """What an event of one person tells beside its type."""
    person = world.people[happened.person]
    told: Json = {"persona": person.id}
    if happened.kind == "notice":
        return told | {"text": happened.text, "alert": happened.alert}
    if happened.kind == "commands":
        return told | {"commands": commands(world, person)}
    if happened.kind == "inline":
        answer = json.loads(happened.text)
        results = [_result(result) for result in answer["results"]]
        return told | {"results": results, "button": answer["button"]}
    return told | {"type": "persona", "blocked": person.blocked}
