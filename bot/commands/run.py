"""``python -m bot run``."""

from bot.commands.common import read_library, read_settings


def run() -> None:
    """Serve the bot: Telegram where TELEGRAM_TOKEN is set, else the sandbox on this machine."""
    from bot.commands.serve import serve  # with the whole bot, which no other command needs

    settings = read_settings()
    serve(settings, read_library(settings))
