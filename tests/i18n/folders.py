"""Small folders of locales, as a test needs them."""

from pathlib import Path
from textwrap import dedent

LOCALES = Path(__file__).parents[2] / "locales"


def locales(root: Path, **files: str) -> Path:
    """A folder with one file a language, the languages in the order given."""
    folder = root / "locales"
    for lang, text in files.items():
        (folder / lang).mkdir(parents=True)
        (folder / lang / "main.ftl").write_text(dedent(text).lstrip("\n"), "utf-8")
    (folder / "languages.txt").write_text("".join(f"{lang}\n" for lang in files), "utf-8")
    return folder
