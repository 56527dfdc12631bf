"""Words cut down to what their inflections share: light, and the same for items and questions.

Words of English, French and Spanish are cut by one table, since a question may mix them and many
of their words are cousins. Everything here takes and gives folded words.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

_LATIN = frozenset(
    (
        # English
        *(
            "izations",
            "ization",
            "isations",
            "isation",
            "ations",
            "ation",
            "ating",
            "ators",
            "ator",
        ),
        *(
            "ings",
            "ing",
            "ness",
            "ments",
            "ment",
            "isors",
            "isor",
            "ision",
            "isions",
            "ized",
            "ised",
        ),
        *("ers", "er", "ors", "or", "ies", "ied", "ed", "es", "s", "y", "ly"),
        # French
        *("issements", "issement", "ements", "ement", "ateurs", "ateur", "atrices", "atrice"),
        *("euses", "euse", "eurs", "eur", "iser", "isez", "ez", "ees", "ee", "e", "ives", "ive"),
        *("ifs", "if", "iques", "ique", "at", "ant", "ante", "ants", "antes"),
        # Spanish
        *("aciones", "acion", "adores", "adora", "adoras", "ador", "amientos", "amiento"),
        *("ito", "ita", "itos", "itas"),
        *("imientos", "imiento", "ando", "iendo", "ores", "ora", "oras", "isores", "isora", "isar"),
        *("ame", "eme", "anme", "arme", "arnos", "arlo", "arla", "arlos", "arse", "erme", "irme"),
        *(
            "ado",
            "ada",
            "ados",
            "adas",
            "ido",
            "ida",
            "idos",
            "idas",
            "aron",
            "ieron",
            "aban",
            "aba",
        ),
        *("abamos", "amos", "emos", "imos", "ian", "aste", "iste", "an", "en", "eis"),
        *("ait", "ais", "aient", "erai", "era", "eront", "erons", "erez", "erait", "irent"),
        *("ias", "ia", "ar", "ir", "as", "os", "a", "o", "idades", "idad", "ivo", "iva", "ivas"),
    )
)
_SHORT = frozenset({"s", "e", "a", "o", "es", "as", "os"})
"""Endings of number and gender, which leave a word even where little remains of it."""

_ARABIC = frozenset(
    ("تين", "تنا", "ات", "ين", "ون", "ان", "تي", "ها", "هم", "نا", "كم", "يه", "ه", "ي")
)
_LONGEST = 10
_ARTICLES = ("وال", "فال", "بال", "كال", "عال", "ولل", "لل", "ال")
_KEPT = frozenset({"اليوم"})
"""The article makes it another word: "today", not "day"."""
_THIS = "هال"
_FRONTS = (
    *(
        "وال",
        "فال",
        "بال",
        "كال",
        "عال",
        "هال",
        "شال",
        "ولل",
        "لل",
        "ال",
        "وب",
        "وه",
        "وح",
        "ما",
        "عم",
    ),
    *("و", "ف", "ب", "ل", "ك", "ه", "ح", "س", "ع", "ش", "د"),
)
_PERSONS = frozenset("يتنا")
_ENDS = (
    *("وهم", "وها", "ونه", "ونها", "ناه", "ناها", "تها", "ته", "توا", "تو", "وه", "ني", "نا"),
    *(
        "ها",
        "هم",
        "ا",
        "هن",
        "كم",
        "كن",
        "كو",
        "وا",
        "ون",
        "ين",
        "ات",
        "ان",
        "تش",
        "ه",
        "و",
        "ي",
        "ت",
        "ك",
        "ش",
    ),
)
_LEAST = 3
AND, _SHORT_BEHIND_AND = "و", 3
"""The Arabic "and", and letters of a short word with it."""
_LETTERS = ("و", "ف", "ب", "ل", "ك")


def is_arabic(word: str) -> bool:
    """Whether a word is written in the Arabic script."""
    return "\u0600" <= word[:1] <= "\u06ff"


def bare(word: str) -> str:
    """The word without the article that Arabic writes at its front, and what stands before it."""
    if is_arabic(word) and word not in _KEPT:
        for article in _ARTICLES:
            if word.startswith(article) and len(word) - len(article) >= 3:
                return word[len(article) :]
    return word


def without_letter(word: str) -> str | None:
    """An Arabic word without "and", "by", "for", "like" or "this" at its front, if it may be."""
    if word.startswith(_THIS) and len(word) >= len(_THIS) + 3:
        return word[len(_THIS) :]
    if is_arabic(word) and word[0] in _LETTERS and len(word) > 3:
        return word[1:]
    return None


def behind_and(word: str) -> str | None:
    """A short Arabic word that is written as one with "and" before it."""
    return word[1:] if len(word) == _SHORT_BEHIND_AND and word[0] == AND else None


def shorter_forms(word: str) -> Iterator[str]:
    """An Arabic word without more and more of what is written as one with it.

    At its front stand particles and the letter of a verb's person, at its end the signs of person
    and number and whom it is done to. Not every form is a word: look them up.
    """
    if not is_arabic(word):
        return
    fronts = [word, *(word[len(one) :] for one in _FRONTS if word.startswith(one))]
    fronts += [one[1:] for one in fronts if one[:1] in _PERSONS]
    for front in dict.fromkeys(fronts):
        if len(front) >= _LEAST and front != word:
            yield front
    for front in dict.fromkeys(fronts):
        for end in _ENDS:
            if front.endswith(end) and len(front) - len(end) >= _LEAST:
                yield front[: -len(end)]


def stem(word: str) -> str:
    """What a bare word shares with its other forms."""
    if is_arabic(word):
        return _cut(word, _ARABIC, 3)
    if word.isascii() and word.isalpha():
        return _cut(word, _LATIN, 4)
    return word


def _cut(word: str, endings: AbstractSet[str], least: int) -> str:
    """Without the longest ending that leaves at least so much; a short one may leave 3 letters."""
    for length in range(min(_LONGEST, len(word) - 3), 0, -1):
        ending = word[-length:]
        if ending in endings and (len(word) - length >= least or ending in _SHORT):
            return word[:-length]
    return word
