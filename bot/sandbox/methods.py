"""The table of the Bot API methods that the sandbox knows, by their names."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias

from bot.sandbox import (
    methods_chats,
    methods_files,
    methods_messages,
    methods_polls,
    methods_profile,
    methods_queries,
)
from bot.sandbox.methods_updates import UpdateMethods
from bot.sandbox.params import Params
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

Method: TypeAlias = Callable[[World, Params], Any | Awaitable[Any]]


def methods(webhook: Webhook) -> Mapping[str, Method]:
    """Every method by its name as the Bot API writes it."""
    updates = UpdateMethods(webhook)
    return {
        "getUpdates": updates.get_updates,
        "setWebhook": updates.set_webhook,
        "deleteWebhook": updates.delete_webhook,
        "getWebhookInfo": updates.get_webhook_info,
        "getMe": methods_profile.get_me,
        "sendMessage": methods_messages.send_message,
        "editMessageText": methods_messages.edit_message_text,
        "editMessageCaption": methods_messages.edit_message_caption,
        "editMessageReplyMarkup": methods_messages.edit_message_reply_markup,
        "deleteMessage": methods_messages.delete_message,
        "sendChatAction": methods_messages.send_chat_action,
        "sendDocument": methods_files.send_document,
        "sendPhoto": methods_files.send_photo,
        "getFile": methods_files.get_file,
        "sendPoll": methods_polls.send_poll,
        "stopPoll": methods_polls.stop_poll,
        "answerCallbackQuery": methods_queries.answer_callback_query,
        "answerInlineQuery": methods_queries.answer_inline_query,
        "getChat": methods_chats.get_chat,
        "getChatMember": methods_chats.get_chat_member,
        "leaveChat": methods_chats.leave_chat,
        "setMyCommands": methods_profile.set_my_commands,
        "getMyCommands": methods_profile.get_my_commands,
        "deleteMyCommands": methods_profile.delete_my_commands,
        "setMyName": methods_profile.set_my_name,
        "getMyName": methods_profile.get_my_name,
        "setMyDescription": methods_profile.set_my_description,
        "getMyDescription": methods_profile.get_my_description,
        "setMyShortDescription": methods_profile.set_my_short_description,
        "getMyShortDescription": methods_profile.get_my_short_description,
        "setChatMenuButton": methods_profile.set_chat_menu_button,
        "getChatMenuButton": methods_profile.get_chat_menu_button,
    }
