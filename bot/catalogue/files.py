"""Which files of a folder count, for the loader and for whoever watches it."""

from collections.abc import Collection, Iterator
from pathlib import Path

YAML = frozenset({".yaml", ".yml"})


def kept_files(folder: Path, suffixes: Collection[str]) -> Iterator[Path]:
    """The files with one of these suffixes, in no order.

    Hidden ones are left out, as are those in hidden folders: what editors and version control put
    beside the files that people write.
    """
    for path in folder.rglob("*"):
        if path.suffix in suffixes and not _is_hidden(path.relative_to(folder)):
            yield path


def _is_hidden(path: Path) -> bool:
    return any(part.startswith((".", "#")) for part in path.parts)
