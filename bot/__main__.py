"""The command line: ``python -m bot run``, ``check`` and ``ask``."""

import typer

from bot.commands.ask import ask
from bot.commands.check import check
from bot.commands.run import run

cli = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
cli.command()(run)
cli.command()(check)
cli.command()(ask)

if __name__ == "__main__":
    cli()
