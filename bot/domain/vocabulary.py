"""The words by which questions are understood, as the community's files give them."""

from collections.abc import Mapping
from typing import TypeAlias

from bot.domain.items import Lang

Phrases: TypeAlias = Mapping[str, tuple[str, ...]]
"""``section.name`` of a locales/<lang>/ask.yaml -> the phrases that mean it."""

AskWords: TypeAlias = Mapping[Lang, Phrases]
"""The phrases of every language that the bot speaks."""

Glossary: TypeAlias = Mapping[str, tuple[str, ...]]
"""Terms of the field that mean the same, by the id of their concept, in all languages together."""
