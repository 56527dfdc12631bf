"""The world as the Bot API shows it."""

from collections.abc import Sequence
from typing import Any

from bot.domain.entities import Entity
from bot.sandbox.chats import Chat
from bot.sandbox.messages import Message, Service
from bot.sandbox.people import Person
from bot.sandbox.polls import Option, Poll
from bot.sandbox.world import World, unix

Json = dict[str, Any]

# Who speaks in a group without a name: Telegram's own account for it.
ANONYMOUS = 1_087_968_824


def bot_json(world: World) -> Json:
    """The bot as a User."""
    return {
        "id": world.bot_id,
        "is_bot": True,
        "first_name": world.profile.names[""],
        "username": world.profile.username,
    }


def person_json(person: Person) -> Json:
    """A person as a User."""
    told: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    more = {
        "last_name": person.last_name,
        "username": person.username,
        "language_code": person.language,
    }
    return told | {name: value for name, value in more.items() if value}


def user_json(world: World, user: int) -> Json:
    """Anybody as a User; a stranger has only an id."""
    if user == world.bot_id:
        return bot_json(world)
    if user == ANONYMOUS:
        name = {"first_name": "Group", "username": "GroupAnonymousBot"}
        return {"id": user, "is_bot": True} | name
    person = world.people.get(user)
    return person_json(person) if person else {"id": user, "is_bot": False, "first_name": ""}


def chat_json(world: World, chat: Chat) -> Json:
    """A Chat."""
    if not chat.private:
        told: Json = {"id": chat.id, "type": chat.type, "title": chat.title}
        return told | ({"all_members_are_administrators": False} if chat.type == "group" else {})
    person = person_json(world.people[chat.id])
    return {"type": "private"} | {
        name: value for name, value in person.items() if name not in ("is_bot", "language_code")
    }


def entity_json(world: World, entity: Entity) -> Json:
    """A MessageEntity."""
    told: Json = {"type": entity.type, "offset": entity.offset, "length": entity.length}
    if entity.user is not None:
        told["user"] = user_json(world, entity.user)
    for name in ("url", "language", "custom_emoji_id", "unix_time", "date_time_format"):
        if (value := getattr(entity, name)) is not None:
            told[name] = value
    return told


def entities_json(world: World, entities: Sequence[Entity]) -> list[Json]:
    """A list of MessageEntity."""
    return [entity_json(world, entity) for entity in entities]


def poll_json(world: World, poll: Poll) -> Json:
    """A Poll, as the bot that sent it sees it."""
    told: Json = {
        "id": poll.id,
        "question": poll.question,
        "options": [
            {"persistent_id": option.key, "text": option.text, "voter_count": count}
            | _marked(world, "text_entities", option.entities)
            | _added(world, option)
            for option, count in zip(poll.options, poll.counts(), strict=True)
        ],
        "total_voter_count": len(poll.votes),
        "is_closed": poll.closed,
        "is_anonymous": poll.anonymous,
        "allows_multiple_answers": poll.multiple,
        "allows_revoting": poll.revoting,
        "members_only": False,
        "type": "quiz" if poll.quiz else "regular",
    }
    told |= _marked(world, "question_entities", poll.question_entities)
    if poll.closes:
        told |= {"open_period": poll.open_period, "close_date": unix(poll.closes)}
    if poll.quiz:
        told["correct_option_ids"] = list(poll.correct)
        if len(poll.correct) == 1:
            told["correct_option_id"] = poll.correct[0]
    if poll.explanation:
        told["explanation"] = poll.explanation
        told["explanation_entities"] = entities_json(world, poll.explanation_entities)
    if poll.description:
        told["description"] = poll.description
        told |= _marked(world, "description_entities", poll.description_entities)
    return told


def _added(world: World, option: Option) -> Json:
    if not option.added:
        return {}
    return {"added_by_user": user_json(world, option.by), "addition_date": unix(option.added)}


def _marked(world: World, name: str, entities: Sequence[Entity]) -> Json:
    return {name: entities_json(world, entities)} if entities else {}


def message_json(world: World, message: Message, *, nested: bool = False) -> Json:
    """A Message; a `nested` one, the one replied to, does not show what it replies to itself."""
    chat = world.chats[message.chat]
    told: Json = {
        "message_id": message.id,
        "from": user_json(world, message.sender),
        "chat": chat_json(world, chat),
        "date": unix(message.date),
    }
    if message.sender == ANONYMOUS:
        told["sender_chat"] = told["chat"]
    if message.inline is not None:
        told["via_bot"] = bot_json(world)
    if message.edited:
        told["edit_date"] = unix(message.edited)
    replied = chat.messages.get(message.reply_to or 0)
    if replied and not nested:
        told["reply_to_message"] = message_json(world, replied, nested=True)
    told |= _content(world, message)
    if message.preview:
        told["link_preview_options"] = message.preview
    if "inline_keyboard" in (message.markup or {}):
        told["reply_markup"] = message.markup
    return told


def _content(world: World, message: Message) -> Json:
    if message.poll:
        return {"poll": poll_json(world, message.poll)}
    if message.service:
        return _service(world, message, message.service)
    name = "caption" if message.attachment else "text"
    told: Json = dict(message.attachment.fields) if message.attachment else {}
    if message.text:
        told[name] = message.text
        told |= _marked(
            world, "caption_entities" if message.attachment else "entities", message.entities
        )
    return told


def _service(world: World, message: Message, service: Service) -> Json:
    if service.kind == "moved_to":
        return {"migrate_to_chat_id": service.chat}
    if service.kind == "moved_from":
        return {"migrate_from_chat_id": service.chat}
    user = user_json(world, service.person)
    if service.option:
        about: Json = {
            "option_persistent_id": service.option.key,
            "option_text": service.option.text,
        }
        asked = world.chats[message.chat].messages.get(service.poll)
        if asked:
            about["poll_message"] = message_json(world, asked, nested=True)
        return {"poll_option_added": about}
    if service.kind == "left":
        return {"left_chat_participant": user, "left_chat_member": user}
    return {"new_chat_participant": user, "new_chat_member": user, "new_chat_members": [user]}


def member_json(world: World, chat: Chat, user: int) -> Json:
    """A person's or the bot's ChatMember in a chat."""
    status = chat.bot if user == world.bot_id else chat.standing(user)
    return standing_json(user_json(world, user), status)


def standing_json(user: Json, status: str) -> Json:
    """A ChatMember of this status, with all the fields that the status must have."""
    told: Json = {"user": user, "status": status}
    if status == "creator":
        told["is_anonymous"] = False
    if status == "kicked":
        told["until_date"] = 0
    if status == "administrator":
        rights = (
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_pin_messages",
        )
        told |= {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(rights, True)
    return told
