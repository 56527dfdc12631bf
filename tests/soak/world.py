"""A small community in two languages, one of them written from right to left, and its people."""

import json
import shutil
from pathlib import Path
from typing import Any

from bot.i18n.texts import Texts, load_texts
from bot.sandbox.people import Group, Person

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ar")

TALKS = {
    "lantern": {"en": "Lantern", "ar": "فانوس"},
    "harbour": {"en": "Harbour", "ar": "مرفأ"},
    "orchard": {"en": "Orchard", "ar": "بستان"},
    "compass": {"en": "Compass", "ar": "بوصلة"},
    "meadow": {"en": "Meadow", "ar": "مرج"},
    "pebble": {"en": "Pebble", "ar": "حصاة"},
    "thimble": {"en": "Thimble", "ar": "كشتبان"},
}
"""Recorded webinars by their slug, in the order of the list: one more than a page has."""

TOPICS = {
    "reading": {"en": "Reading", "ar": "القراءة"},
    "writing": {"en": "Writing", "ar": "الكتابة"},
    "singing": {"en": "Singing", "ar": "الغناء"},
    "walking": {"en": "Walking", "ar": "المشي"},
}
NAME = {"en": "Circle", "ar": "الحلقة"}

COMMUNITY = {
    "name": NAME,
    "short_description": {"en": "We learn.", "ar": "نتعلّم."},
    "description": {"en": "We learn together.", "ar": "نتعلّم معا."},
    "about": "page/about",
    "topics": TOPICS,
    "series": {},
    "organisations": {},
    "zones": ["UTC", "Africa/Nairobi"],
}
REVIEWS = {"en": "original", "ar": "draft"}

CIRCLE = -1001
FIRST_PERSON = 2001
FIRST_VISITOR = 3001
VISITORS = 3


def write_world(folder: Path) -> dict[str, str]:
    """Write its files below `folder`; returns the settings that name them."""
    content, locales = folder / "world/content", folder / "world/locales"
    for kind in ("page", "webinar"):
        (content / kind).mkdir(parents=True)
    _write(content / "community.yaml", COMMUNITY)
    _write(content / "page/about.yaml", _item("page/about", 1, {"en": "About us", "ar": "عنا"}))
    for order, (slug, titles) in enumerate(TALKS.items(), 10):
        item = _item(f"webinar/{slug}", order, titles)
        _write(content / f"webinar/{slug}.yaml", {**item, "when": "unknown", "recorded": True})
    for language in LANGUAGES:
        shutil.copytree(ROOT / "locales" / language, locales / language)
    (locales / "languages.txt").write_text("".join(f"{one}\n" for one in LANGUAGES))
    return {"CONTENT": str(content), "LOCALES": str(locales)}


def _item(item_id: str, order: int, titles: dict[str, str]) -> dict[str, Any]:
    text = {
        language: {"review": REVIEWS[language], "title": title, "summary": title}
        for language, title in titles.items()
    }
    return {"id": item_id, "order": order, "as_of": "2018-02", "source": "here", "text": text}


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(json.dumps(values, ensure_ascii=False), "utf-8")  # JSON is YAML


def texts_of(settings: dict[str, str]) -> Texts:
    """The messages of the locale files that the settings name."""
    return load_texts(Path(settings["LOCALES"]))


def people(count: int) -> list[Person]:
    """Those who talk with the bot in private, half of them with Telegram in Arabic."""
    return [_person(FIRST_PERSON + number) for number in range(count)]


def visitors() -> list[Person]:
    """Those who write in the group alone."""
    return [_person(FIRST_VISITOR + number) for number in range(VISITORS)]


def circle() -> Group:
    """The group of the visitors."""
    return Group(id=CIRCLE, title="The circle", members=tuple(one.id for one in visitors()))


def _person(number: int) -> Person:
    language = LANGUAGES[number % len(LANGUAGES)]
    return Person(id=number, key=f"p{number}", first_name=f"P{number}", language=language)
