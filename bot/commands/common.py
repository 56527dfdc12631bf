"""What the commands share: the settings, the files, and how they give up."""

from typing import TYPE_CHECKING, NoReturn

import typer

from bot import settings
from bot.ports.storage import StorageError, UnfitDatabase
from bot.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.library import Library


def read_settings() -> Settings:
    """The settings, or the end with all that is wrong with them."""
    try:
        return settings.read()
    except SettingsError as error:
        fail(*error.problems)


def read_library(settings: Settings) -> "Library":
    """The content and the locales, or the end with every mistake in them."""
    from bot.library import FilesError, Library  # with all that reads and checks files

    try:
        return Library(settings.content, settings.locales)
    except FilesError as error:
        fail(*map(str, error.problems))


def database_trouble(error: StorageError) -> str:
    """What is wrong with the database, and what to do about it."""
    if isinstance(error, UnfitDatabase):
        return f"DATABASE_URL: {error}"
    return (
        f"DATABASE_URL: the database does not serve ({error}); "
        "check that it runs, that nothing locks it and that this is its address"
    )


def fail(*sentences: str) -> NoReturn:
    """End with status 1 and these lines on standard error."""
    for sentence in sentences:
        typer.echo(sentence, err=True)
    raise typer.Exit(1)
