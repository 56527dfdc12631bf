"""Text as it is compared: without case, accents, Arabic vowel signs and letter variants."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_ARABIC = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ـ": None,
    }
)


def fold(text: str) -> str:
    """The text in the form in which two spellings of one word are equal."""
    replaced = text.casefold().translate(_ARABIC)
    decomposed = unicodedata.normalize("NFKD", replaced)
    return "".join(one for one in decomposed if not unicodedata.combining(one))


def words(text: str) -> list[str]:
    """The folded words of a text, in their order."""
    return _WORD.findall(fold(text))
