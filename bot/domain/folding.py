"""Text as it is compared: without case, accents, Arabic vowel signs, letter and digit variants."""

import re
import unicodedata

_WORD = re.compile(r"\w+")
_VARIANTS: dict[str | int, str | None] = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ئ": "ي",
    "ؤ": "و",
    "ة": "ه",
    "ـ": None,
    "ی": "ي",
    "ک": "ك",
    "گ": "ك",
    "ھ": "ه",
    "’": "'",
    **{ord("٠") + digit: str(digit) for digit in range(10)},
    **{ord("۰") + digit: str(digit) for digit in range(10)},
}
_MARKS = re.compile(f"[{''.join(filter(unicodedata.combining, map(chr, range(0x10000))))}]+")
_ARABIC = str.maketrans(_VARIANTS)


def fold(text: str) -> str:
    """The text in the form in which two spellings of one word are equal, digits as 0-9."""
    if text.isascii():
        return text.casefold()
    replaced = text.casefold().translate(_ARABIC)
    return _MARKS.sub("", unicodedata.normalize("NFKD", replaced))


def words(text: str) -> list[str]:
    """The folded words of a text, in their order."""
    return _WORD.findall(fold(text))
