"""All mistakes in the locale files at once, for whoever translates them and for the start."""

import re
from collections.abc import Iterator, Mapping

from fluent.syntax import ast

from bot.domain.markup import MAX_TEXT, MarkupError, parse_html, utf16_length
from bot.domain.problems import Problem
from bot.i18n.ftl import Entry, Locales
from bot.i18n.readings import ARGUMENT, nodes, readings, reference, variables
from bot.i18n.safe import clean
from bot.i18n.usage import Arguments
from bot.i18n.variants import counted, has_forms, variant_problems, words

_IN_TAG = re.compile(f"<[^<>]*{ARGUMENT}")
_REFERENCE = re.compile(r"&(?!(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)#?\w+;")


def check_locales(
    locales: Locales,
    used: Mapping[str, Arguments],
    *,
    limits: Mapping[str, int] | None = None,
) -> list[Problem]:
    """What is wrong with the locale files, sorted by place; empty when all is well.

    `used` are the messages that the code says and the arguments that it gives (see
    `bot.i18n.usage`), None where those are not known. `limits` are the most UTF-16 units for keys
    that end so, the longest ending counting; arguments are left out of the count. A message
    without a limit may have as many as a Telegram message.
    """
    found = list(locales.problems)
    for lang in locales.languages:
        entries = locales.entries[lang]
        for entry in entries.values():
            found += variant_problems(entry, lang)
            found += _structure(entry, entries)
            found += _said(entry, entries, _limit(entry.key, limits or {}))
            found += _arguments(entry, entries, used)
    found += _across(locales)
    found += _use(locales, used)
    return sorted(set(found))


def _structure(entry: Entry, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    for attribute in entry.node.attributes:
        wrong = f"the attribute .{attribute.id.name} is never shown; make it a message or remove it"
        yield entry.problem(wrong, attribute)
    for node in nodes(entry.node):
        if isinstance(node, ast.FunctionReference) and node.id.name != "NUMBER":
            yield entry.problem(f"{node.id.name}() is not used here; remove it", node)
        key = reference(node)
        if key and key not in entries:
            yield entry.problem(f"refers to {key}, which does not exist; correct the name", node)
        if isinstance(node, ast.TextElement | ast.StringLiteral):
            text = node.parse()["value"] if isinstance(node, ast.StringLiteral) else node.value
            for sign in sorted(set(text) - set(clean(text))):
                wrong = f"holds the invisible character U+{ord(sign):04X}; remove it"
                yield entry.problem(wrong, node)
            if any(ord(sign) >= 0xF0000 for sign in text):
                yield entry.problem("holds a private character; remove it", node)


def _said(entry: Entry, entries: Mapping[str, Entry], limit: int) -> Iterator[Problem]:
    """Markup, emptiness and length of everything that an entry can say."""
    try:
        texts = readings(entry, entries)
    except RecursionError as error:
        yield entry.problem(f"refers to itself by {error}; break the circle")
        return
    longest = 0
    for text in texts:
        if wrong := _wrong_markup(text):
            yield entry.problem(wrong)
            continue
        shown, _entities = parse_html(text)
        longest = max(longest, utf16_length(shown.replace(ARGUMENT, "")))
        if not shown:
            yield entry.problem("can be empty; write what it says")
    if longest > limit:
        yield entry.problem(f"has {longest} characters of at most {limit}; shorten it")


def _wrong_markup(text: str) -> str | None:
    if _IN_TAG.search(text):
        return "has an argument within a tag; leave it to the code to make the link"
    if found := _REFERENCE.search(text):
        return f"would show {found[0]} as it stands; write the character itself"
    try:
        parse_html(text)
    except MarkupError as error:
        reason = str(error).partition(": ")[2]
        return f"holds markup that Telegram refuses ({reason}); mend it or write &lt; for <"
    return None


def _limit(key: str, limits: Mapping[str, int]) -> int:
    fitting = [ending for ending in limits if key.endswith(ending)]
    return limits[max(fitting, key=len)] if fitting else MAX_TEXT


def _arguments(
    entry: Entry, entries: Mapping[str, Entry], used: Mapping[str, Arguments]
) -> Iterator[Problem]:
    given = used.get(entry.key)
    if given is None:
        return
    told = (
        f"it gives {', '.join(f'${name}' for name in sorted(given))}" if given else "it gives none"
    )
    for name, node in variables(entry, entries).items():
        if name not in given:
            yield entry.problem(f"${name} is not given by the code ({told}); correct it", node)


def _across(locales: Locales) -> Iterator[Problem]:
    """What differs from the first language, in which messages are written."""
    first, *others = locales.languages or [""]
    original = locales.entries.get(first, {})
    for lang in others:
        entries = locales.entries[lang]
        for key, entry in original.items():
            if key.startswith("-"):
                continue  # A language may need other terms.
            if key in entries:
                yield from _different(locales, key, lang)
            elif key not in locales.unread:
                place = entry.problem("")
                file = place.file.replace(f"/{first}/", f"/{lang}/")
                yield Problem(file, 1, 1, key, f"is missing; translate {place.file}:{place.line}")
        for key in entries.keys() - original.keys():
            if not key.startswith("-") and key not in locales.unread:
                yield entries[key].problem(f"is not in {first}; add it there or remove it")


def _different(locales: Locales, key: str, lang: str) -> Iterator[Problem]:
    first = locales.languages[0]
    entry, original = locales.entries[lang][key], locales.entries[first][key]
    mine = variables(entry, locales.entries[lang])
    theirs = variables(original, locales.entries[first])
    for name in sorted(theirs.keys() - mine.keys()):
        yield entry.problem(f"lacks ${name}, which {first} has; add it")
    for name in sorted(mine.keys() - theirs.keys()):
        yield entry.problem(f"has ${name}, which {first} lacks; remove it", mine[name])
    for name in sorted((counted(original) - counted(entry)) & mine.keys()):
        if has_forms(lang):
            yield entry.problem(f"takes no plural form by ${name}, as {first} does; add variants")
    here = words(entry)
    for name, expected in words(original).items():
        for word in sorted(expected ^ here.get(name, expected)):
            side = "lacks" if word in expected else "has"
            wrong = f"{side} the variant [{word}] of ${name}, unlike {first}; make them alike"
            yield entry.problem(wrong)


def _use(locales: Locales, used: Mapping[str, Arguments]) -> Iterator[Problem]:
    for lang in locales.languages:
        entries = locales.entries[lang]
        for key in sorted(used.keys() - entries.keys() - locales.unread):
            if lang == locales.languages[0] or key not in locales.entries[locales.languages[0]]:
                name = f"{locales.folder.name}/{lang}"
                yield Problem(name, 1, 1, key, "is said by the code and missing; write it")
        needed = _reached(entries, used)
        for entry in entries.values():
            if entry.key not in needed:
                yield entry.problem("is in no use; remove it")


def _reached(entries: Mapping[str, Entry], used: Mapping[str, Arguments]) -> set[str]:
    reached: set[str] = set()
    waiting = [key for key in used if key in entries]
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            referred = map(reference, nodes(entries[key].node))
            waiting.extend(each for each in referred if each and each in entries)
    return reached
