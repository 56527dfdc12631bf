"""The command line: ``python -m bot run``, ``check``, ``ask`` and ``inbox``."""

import typer

from bot.commands import inbox
from bot.commands.ask import ask
from bot.commands.check import check
from bot.commands.run import run

cli = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
cli.command()(run)
cli.command()(check)
cli.command()(ask)
cli.add_typer(inbox.cli, name="inbox")

if __name__ == "__main__":
    cli()
