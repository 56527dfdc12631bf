"""Whether the variants of a message fit the plural forms of its language.

The forms are those of the Unicode CLDR (https://cldr.unicode.org/index/cldr-spec/plural-rules): six
in Arabic, two in English. A form is needed when a whole number up to a thousand takes it; what
French and Spanish keep for millions may be left to ``other``.
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
    for select in _selects(entry):
        yield from _repeated(entry, select)
        if is_plural(select):
            yield from _unreached(entry, select, lang)
            yield from _missing(entry, select, lang)


def _selects(entry: Entry) -> Iterator[ast.SelectExpression]:
    return (node for node in nodes(entry.node) if isinstance(node, ast.SelectExpression))


def is_plural(node: ast.SelectExpression) -> bool:
    """Whether the variants are numbers and plural forms, not words that the code gives."""
    return all(
        isinstance(variant.key, ast.NumberLiteral) or variant.key.name in _FORMS
        for variant in node.variants
    )


def words(entry: Entry) -> dict[str, set[str]]:
    """The words that select a variant, by the argument that holds them; plural forms are none."""
    found: dict[str, set[str]] = {}
    for select in _selects(entry):
        if not is_plural(select):
            for name in _named(select.selector):
                found.setdefault(name, set()).update(map(key_text, select.variants))
    return found


def counted(entry: Entry) -> set[str]:
    """The arguments that select a plural form."""
    plural = (select for select in _selects(entry) if is_plural(select))
    return {name for select in plural for name in _named(select.selector)}


def has_forms(lang: str) -> bool:
    """Whether the language has plural forms at all; Chinese has none."""
    return sum(map(bool, _numbers(lang).values())) > 1


def _named(node: ast.BaseNode) -> set[str]:
    return {each.id.name for each in nodes(node) if isinstance(each, ast.VariableReference)}


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


def _unreached(entry: Entry, select: ast.SelectExpression, lang: str) -> Iterator[Problem]:
    """Variants that no whole number gets to: the first one that fits is taken."""
    numbers = _numbers(lang)
    left = {form: set(taken) for form, taken in numbers.items()}
    for key in dict.fromkeys(map(key_text, select.variants)):
        variant = next(each for each in select.variants if key_text(each) == key)
        if isinstance(variant.key, ast.NumberLiteral):
            wrong = _number_unreached(key, left, lang)
        elif key not in numbers:
            known = ", ".join(form for form in _FORMS if form in numbers)
            wrong = f"{lang} has {known}; remove it"
        else:
            wrong = (
                "" if left[key] or not numbers[key] else "the numbers before it are all; remove it"
            )
            left[key] = set()
        if wrong:
            yield entry.problem(f"the variant [{key}] is never reached: {wrong}", variant)


def _number_unreached(key: str, left: dict[str, set[int]], lang: str) -> str:
    if not float(key).is_integer():
        return "only whole numbers are given; remove it"
    number = int(float(key))
    form = str(locale_of(lang).plural_form(number))
    if 0 <= number <= _COUNTED and number not in left[form]:
        return f"[{form}] stands before it; move it up"
    left[form].discard(number)
    return ""


def _missing(entry: Entry, select: ast.SelectExpression, lang: str) -> Iterator[Problem]:
    for variant in select.variants:
        key = key_text(variant)
        if variant.default and key != "other":
            wrong = f"the variant [{key}] is the default of a number; mark *[other] instead"
            yield entry.problem(wrong, variant)
    written = set(map(key_text, select.variants))
    if written.isdisjoint({*_FORMS} - {"other"}) and not _shows(select):
        return  # It tells some numbers from the rest, as none from any, and counts nothing.
    apart = {int(float(key)) for key in written - {*_FORMS}}
    missing = [
        form
        for form in _FORMS
        if form not in written and _numbers(lang).get(form, frozenset()) - apart
    ]
    if missing:
        wrong = f"the plural form {', '.join(missing)} is missing; add a variant for it"
        yield entry.problem(wrong, select)


def _shows(select: ast.SelectExpression) -> bool:
    names = _named(select.selector)
    return any(not names.isdisjoint(_named(variant.value)) for variant in select.variants)


def _repeated(entry: Entry, select: ast.SelectExpression) -> Iterator[Problem]:
    seen: set[str] = set()
    for variant in select.variants:
        key = key_text(variant)
        if key in seen:
            wrong = "it is written twice; keep one"
            yield entry.problem(f"the variant [{key}] is never reached: {wrong}", variant)
        seen.add(key)
