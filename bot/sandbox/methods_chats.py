"""Bot API methods: chats and their members."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.lookup import readable_chat, writable_chat
from bot.sandbox.membership import place_bot
from bot.sandbox.params import Params
from bot.sandbox.people import Person
from bot.sandbox.present import chat_json, member_json
from bot.sandbox.world import World

Json = dict[str, Any]


def get_chat(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchat"""
    chat = readable_chat(world, params.text("chat_id"))
    gifts = ("unlimited", "limited", "unique")
    more = ("premium_subscription", "gifts_from_channels")
    told: Json = chat_json(world, chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            **{f"{name}_gifts": False for name in gifts},
            **dict.fromkeys(more, False),
        },
    }
    return told


def get_chat_member(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getchatmember"""
    chat = writable_chat(world, params.text("chat_id"))
    user = params.integer("user_id")
    if user <= 0:
        raise bad_request("invalid user_id specified")
    if user != world.bot_id and user not in world.people:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return member_json(world, chat, user)


def leave_chat(world: World, params: Params) -> bool:
    """https://core.telegram.org/bots/api#leavechat"""
    chat = writable_chat(world, params.text("chat_id"))
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    me = Person(id=world.bot_id, key="bot", first_name=world.profile.names[""])
    place_bot(world, me, chat, "left")
    return True
