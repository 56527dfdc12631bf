"""``python -m bot check``."""

import typer

from bot.commands.common import read_settings


def check() -> None:
    """Tell every mistake in the content and the locales."""
    from bot.check import check as check_files  # with all that reads and checks files

    settings = read_settings()
    problems = check_files(settings.content, settings.locales).problems
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo("content and locales: no mistakes")
