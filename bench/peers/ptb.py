"""The smallest echo bot on python-telegram-bot: ptb [concurrent updates [own]]. `own` has requests
go through the project's HTTP layer."""

import os
import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.gateway.http import AiohttpRequest


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say it again."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main(concurrent: int, *, own_http: bool) -> None:
    """Until SIGTERM."""
    builder = Application.builder().token(os.environ["TELEGRAM_TOKEN"])
    builder.base_url(f"{os.environ['TELEGRAM_API']}/bot")
    if concurrent:
        builder.concurrent_updates(concurrent)
    if own_http:
        builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest(connections=1))
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["0"])[0]), own_http=sys.argv[2:] == ["own"])
