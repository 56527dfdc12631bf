"""Whether the variants of a message fit the plural forms of its language.

The forms are those of the Unicode CLDR: https://www.unicode.org/cldr/charts/latest/supplemental/
language_plural_rules.html. Six in Arabic, two in English. A form counts as needed when a whole number
up to a thousand takes it: what French and Spanish keep for millions may be left to ``other``.
"""

from collections.abc import Iterator
from functools import cache

from fluent.syntax import ast

from bot.domain.problems import Problem
from bot.i18n.ftl import Entry, locale_of
from bot.i18n.readings import nodes

_FORMS = ("zero", "one", "two", "few", "many", "other")
_COUNTED = 1000


def variant_problems(entry: Entry, lang: str) -> Iterator[Problem]:
    """What is wrong with the variants of one message."""
    for node in nodes(entry.node):
        if isinstance(node, ast.SelectExpression):
            if is_plural(node):
                yield from _plural_problems(entry, node, lang)
            yield from _repeated(entry, node)


def is_plural(node: ast.SelectExpression) -> bool:
    """Whether the variants are numbers and plural forms, not words that the code gives."""
    return all(
        isinstance(variant.key, ast.NumberLiteral) or variant.key.name in _FORMS
        for variant in node.variants
    )


def words(entry: Entry) -> dict[str, set[str]]:
    """The words that select a variant, by the argument that holds them; plural forms are none."""
    found: dict[str, set[str]] = {}
    for node in nodes(entry.node):
        if isinstance(node, ast.SelectExpression) and not is_plural(node):
            if isinstance(node.selector, ast.VariableReference):
                names = {key_text(variant) for variant in node.variants}
                found.setdefault(node.selector.id.name, set()).update(names)
    return found


def key_text(variant: ast.Variant) -> str:
    """A variant's key as it is written between its brackets."""
    return variant.key.value if isinstance(variant.key, ast.NumberLiteral) else variant.key.name


@cache
def _numbers(lang: str) -> dict[str, frozenset[int]]:
    """The numbers up to `_COUNTED` by the form that they take."""
    rule = locale_of(lang).plural_form
    found: dict[str, set[int]] = {form: set() for form in (*rule.tags, "other")}
    for number in range(_COUNTED + 1):
        found[rule(number)].add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def _plural_problems(entry: Entry, node: ast.SelectExpression, lang: str) -> Iterator[Problem]:
    numbers = _numbers(lang)
    left = {form: set(taken) for form, taken in numbers.items()}
    for variant in node.variants:
        key = key_text(variant)
        if isinstance(variant.key, ast.NumberLiteral):
            if _shadowed(key, left, lang):
                yield entry.problem(
                    f"the variant [{key}] is never reached, [{_form(key, lang)}] stands before it; "
                    "move it up",
                    variant,
                )
            for taken in left.values():
                taken.discard(int(float(key)))
        elif key not in numbers:
            yield entry.problem(
                f"the variant [{key}] is never reached in {lang}, which has "
                f"{', '.join(form for form in _FORMS if form in numbers)}; remove it",
                variant,
            )
        elif not left[key] and numbers[key]:
            yield entry.problem(
                f"the variant [{key}] is never reached, the numbers before it are all there are; "
                "remove it",
                variant,
            )
        else:
            left[key] = set()
        if variant.default and key != "other":
            yield entry.problem(
                f"the variant [{key}] is the default of a number; mark *[other] instead", variant
            )
    written = {key_text(variant) for variant in node.variants}
    missing = [form for form in _FORMS if left.get(form) and form not in written]
    if missing:
        yield entry.problem(
            f"the plural form {', '.join(missing)} is missing; add a variant for it", node
        )


def _form(key: str, lang: str) -> str:
    return str(locale_of(lang).plural_form(int(float(key))))


def _shadowed(key: str, left: dict[str, set[int]], lang: str) -> bool:
    number = float(key)
    return 0 <= number <= _COUNTED and number not in left[_form(key, lang)]


def _repeated(entry: Entry, node: ast.SelectExpression) -> Iterator[Problem]:
    seen: set[str] = set()
    for variant in node.variants:
        key = key_text(variant)
        if key in seen:
            yield entry.problem(
                f"the variant [{key}] is never reached, it is written twice; keep one", variant
            )
        seen.add(key)
