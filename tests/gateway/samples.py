"""Updates as Telegram writes them: https://core.telegram.org/bots/api#message"""

from typing import Any

from bot.domain.entities import utf16_length

Json = dict[str, Any]

BOT_ID = 100200300
BOT = {"id": BOT_ID, "is_bot": True, "first_name": "Baraza", "username": "Baraza_Bot"}
MAYA = {"id": 1001, "is_bot": False, "first_name": "Maya", "language_code": "en"}
PRIVATE = {"id": 1001, "type": "private", "first_name": "Maya"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Circle"}
CHANNEL = {"id": -1002, "type": "channel", "title": "News"}

_FILE = {"file_id": "a", "file_unique_id": "b"}
_PHOTO = {**_FILE, "width": 1, "height": 1}
_VIDEO = {**_PHOTO, "duration": 1}
_PLACE = {"longitude": 36.8, "latitude": -1.3}
_POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
_TASK = {"id": 1, "text": "a"}
_PRICE = {"currency": "XTR", "total_amount": 5}
_PAID = {**_PRICE, "telegram_payment_charge_id": "a", "provider_payment_charge_id": "b"}
_STICKER = {
    **_PHOTO,
    "type": "regular",
    "is_animated": False,
    "is_video": False,
}
_GIFT = {"gift": {"id": "1", "sticker": _STICKER, "star_count": 5}}
_UNIQUE = {
    "gift": {
        "gift_id": "1",
        "base_name": "a",
        "name": "a-1",
        "number": 1,
        "model": {"name": "a", "sticker": _STICKER, "rarity_per_mille": 1},
        "symbol": {"name": "a", "sticker": _STICKER, "rarity_per_mille": 1},
        "backdrop": {
            "name": "a",
            "colors": {
                "center_color": 1,
                "edge_color": 1,
                "symbol_color": 1,
                "text_color": 1,
            },
            "rarity_per_mille": 1,
        },
    },
    "origin": "upgrade",
}
_BACKGROUND = {
    "type": {"type": "pattern", "document": _FILE, "fill": {"type": "solid", "color": 1}}
    | {"intensity": 1}
}
_POST = {"state": "pending", "price": {"currency": "XTR", "amount": 5}}

CONTENT: dict[str, Any] = {
    "animation": _VIDEO,
    "audio": {**_FILE, "duration": 1},
    "checklist": {"title": "a", "tasks": [_TASK]},
    "contact": {"phone_number": "1", "first_name": "Maya"},
    "dice": {"emoji": "🎲", "value": 3},
    "document": _FILE,
    "game": {"title": "a", "description": "b", "photo": [_PHOTO]},
    "giveaway": {
        "chats": [CHANNEL],
        "winners_selection_date": 1518426000,
        "winner_count": 1,
    },
    "invoice": {"title": "a", "description": "b", "start_parameter": "c", **_PRICE},
    "live_photo": {**_VIDEO, "photo": [_PHOTO]},
    "location": _PLACE,
    "paid_media": {"star_count": 5, "paid_media": [{"type": "photo", "photo": [_PHOTO]}]},
    "photo": [_PHOTO],
    "poll": _POLL,
    "sticker": _STICKER,
    "story": {"chat": CHANNEL, "id": 1},
    "venue": {"location": _PLACE, "title": "a", "address": "b"},
    "video": _VIDEO,
    "video_note": {**_FILE, "length": 1, "duration": 1},
    "voice": {**_FILE, "duration": 1},
}
"""What a person can send instead of text, by its field."""

NOTICES: dict[str, Any] = {
    "boost_added": {"boost_count": 1},
    "channel_chat_created": True,
    "chat_background_set": _BACKGROUND,
    "chat_owner_changed": {"new_owner": MAYA},
    "chat_owner_left": {"new_owner": MAYA},
    "chat_shared": {"request_id": 1, "chat_id": -1002},
    "checklist_tasks_added": {"tasks": [_TASK]},
    "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
    "connected_website": "example.org",
    "delete_chat_photo": True,
    "direct_message_price_changed": {"are_direct_messages_enabled": True},
    "forum_topic_closed": {},
    "forum_topic_created": {"name": "a", "icon_color": 1},
    "forum_topic_edited": {"name": "b"},
    "forum_topic_reopened": {},
    "general_forum_topic_hidden": {},
    "general_forum_topic_unhidden": {},
    "gift": _GIFT,
    "gift_upgrade_sent": _GIFT,
    "giveaway_completed": {"winner_count": 1},
    "giveaway_created": {},
    "giveaway_winners": {
        "chat": CHANNEL,
        "giveaway_message_id": 1,
        "winners_selection_date": 1518426000,
        "winner_count": 1,
        "winners": [MAYA],
    },
    "group_chat_created": True,
    "left_chat_member": MAYA,
    "managed_bot_created": {"bot": BOT},
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
    "migrate_from_chat_id": -5,
    "migrate_to_chat_id": -1007,
    "new_chat_members": [MAYA],
    "new_chat_photo": [_PHOTO],
    "new_chat_title": "Circle",
    "paid_message_price_changed": {"paid_message_star_count": 5},
    "passport_data": {
        "data": [],
        "credentials": {"data": "a", "hash": "b", "secret": "c"},
    },
    "pinned_message": {"message_id": 1, "date": 1518426000, "chat": PRIVATE, "text": "a"},
    "poll_option_added": {"option_persistent_id": "1", "option_text": "a"},
    "poll_option_deleted": {"option_persistent_id": "1", "option_text": "a"},
    "proximity_alert_triggered": {"traveler": MAYA, "watcher": MAYA, "distance": 1},
    "refunded_payment": {**_PAID, "invoice_payload": "a"},
    "successful_payment": {**_PAID, "invoice_payload": "a"},
    "suggested_post_approval_failed": {"price": _POST["price"]},
    "suggested_post_approved": {"send_date": 1518426000},
    "suggested_post_declined": {"comment": "a"},
    "suggested_post_info": _POST,
    "suggested_post_paid": {"currency": "XTR"},
    "suggested_post_refunded": {"reason": "post_deleted"},
    "supergroup_chat_created": True,
    "unique_gift": _UNIQUE,
    "users_shared": {"request_id": 1, "users": [{"user_id": 1}]},
    "video_chat_ended": {"duration": 1},
    "video_chat_participants_invited": {"users": [MAYA]},
    "video_chat_scheduled": {"start_date": 1518426000},
    "video_chat_started": {},
    "web_app_data": {"data": "a", "button_text": "b"},
    "write_access_allowed": {"from_request": True},
}
"""What Telegram itself writes into a chat, by its field."""


def message(chat: Json = PRIVATE, sender: Json | None = MAYA, **fields: Any) -> Json:
    """A message with these fields beside the usual ones; `sender` None is nobody."""
    told = {"message_id": 7, "date": 1518426000, "chat": chat, **fields}
    return told if sender is None else {**told, "from": sender}


def update(kind: str, body: Json, number: int = 100_000_001) -> Json:
    """An update of a kind."""
    return {"update_id": number, kind: body}


def written(text: str, chat: Json = PRIVATE, **fields: Any) -> Json:
    """An update with a text in which Telegram has marked commands and mentions."""
    entities, at = [], 0
    for word in text.split(" "):
        kind = {"/": "bot_command", "@": "mention"}.get(word[:1])
        if kind:
            length = utf16_length(word)
            entities.append({"type": kind, "offset": at, "length": length})
        at += utf16_length(word) + 1
    return update("message", message(chat, text=text, entities=entities, **fields))


def tap(data: str, chat: Json = PRIVATE, **fields: Any) -> Json:
    """A pressed button below a message of the bot's."""
    below = message(chat, BOT, text="a")
    query = {"id": "4", "from": MAYA, "chat_instance": "1", "message": below, "data": data}
    return update("callback_query", {**query, **fields})


def standing(old: str, new: str, chat: Json = PRIVATE) -> Json:
    """The bot's standing in a chat changes."""
    return update(
        "my_chat_member",
        {
            "chat": chat,
            "from": MAYA,
            "date": 1518426000,
            "old_chat_member": _member(old),
            "new_chat_member": _member(new),
        },
    )


_RIGHTS = [
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
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
]


def _member(status: str) -> Json:
    told: Json = {"status": status.partition(" ")[0], "user": BOT}
    rights = dict.fromkeys(_RIGHTS, False)
    match status:
        case "kicked":
            told["until_date"] = 0
        case "administrator":
            told |= {"is_anonymous": False, "can_be_edited": False, **rights}
        case "restricted" | "restricted gone":
            told |= {"is_member": status == "restricted", "until_date": 0, **rights}
    return told
