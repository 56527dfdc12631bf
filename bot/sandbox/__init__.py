"""A Bot API server on this machine and a chat page: the bot without Telegram."""
