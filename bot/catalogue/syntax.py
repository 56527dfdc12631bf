"""What the YAML reader complains about, in a coordinator's words."""

from yaml import MarkedYAMLError, YAMLError

_INDENT = "the indentation or a quote does not fit here; indent like the lines above, close quotes"

_COLON = (
    "a colon stands where none can be; put text that holds a colon in quotes, "
    "or mend the indentation"
)
_OPENED = "is opened here and never closed; close it"

# What the reader says -> what to tell, and whether it is the begin of the part that is to be shown.
_WORDS: dict[str, tuple[str, bool]] = {
    "mapping values are not allowed in this context": (_COLON, False),
    "found unexpected end of stream": (f"a quote {_OPENED}", True),
    "did not find expected ',' or ']'": (f"a bracket [ {_OPENED} with ]", True),
    "did not find expected ',' or '}'": (f"a brace {{ {_OPENED} with }}", True),
    "could not find expected ':'": ("a line without a colon; write `key: value`", True),
    "did not find expected node content": (
        "a bracket opened above is not closed, or a value is missing here; mend one of them",
        False,
    ),
    "did not find expected key": (_INDENT, False),
    "did not find expected '-' indicator": (
        "a line of a list does not begin with a dash; begin it with `- ` or mend the indentation",
        False,
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins behind its key; write each `- entry` on a line of its own",
        False,
    ),
    "found undefined alias": ("text that begins with * must stand in quotes", False),
    "found unknown escape character": (
        "a backslash in double quotes; use single quotes, or write it twice",
        False,
    ),
    "but found another document": ("a second part begins at ---; keep one item a file", False),
}
_TAB = "a tab; use spaces instead"
_START = "text that begins with this character must stand in quotes"


def explained(error: YAMLError, text: str) -> tuple[int, int, str]:
    """Line and column, from 1, of a syntax error in `text`, and what to do about it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 1, 1, f"{error}; check quotes and indentation"
    reason = error.problem or ""
    words, at_begin = _WORDS.get(reason, (f"{reason}; check quotes and indentation", False))
    mark = (error.context_mark if at_begin else None) or error.problem_mark
    if reason == "found character that cannot start any token":
        words = _TAB if text.splitlines()[mark.line][mark.column] == "\t" else _START
    return mark.line + 1, mark.column + 1, words
