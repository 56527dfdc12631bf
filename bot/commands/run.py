"""``python -m bot run``."""

from bot.commands.common import read_library, read_settings
from bot.kept import kept_for_good


def run() -> None:
    """Serve the bot: Telegram where TELEGRAM_TOKEN is set, else the sandbox on this machine."""
    settings = read_settings()
    with kept_for_good():
        # First the content: the rest of the program then takes the memory that reading it needed.
        library = read_library(settings)
        from bot.commands.serve import serve  # with the whole bot, which no other command needs
    serve(settings, library)
