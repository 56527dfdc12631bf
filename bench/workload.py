"""What people write to the bots: short texts, each answered by one message."""

import json
from dataclasses import dataclass

PEOPLE = 1_000
"""They write in turn: person after person, then their second texts, and so on."""

FIRST_PERSON = 10_000

TEXTS = {
    "en": ("/webinars", "when is the next webinar?", "case management package", "how to join"),
    "fr": ("/news", "un document sur la supervision", "qui organise les webinaires", "/packages"),
    "es": ("paquete de gestión de casos", "/opportunities", "talleres de 2015", "violencia sexual"),
    "ar": ("متى الندوة القادمة؟", "حزمة إدارة الحالة", "/about", "ورشة عمل بيروت"),
}
"""By the language of the person's Telegram: commands and free questions."""


@dataclass(frozen=True, slots=True)
class Update:
    """A text message. `kind` is the same where bot and language are asked the same."""

    person: int
    language: str
    text: str

    @property
    def kind(self) -> str:
        return f"{self.language} {self.text}"

    def as_json(self, update_id: int) -> str:
        """As the Bot API hands it over, but for its id: the fields that follow it."""
        return json.dumps({"message": self.message(update_id)}, ensure_ascii=False)[1:]

    def message(self, message_id: int) -> dict[str, object]:
        """The Bot API's Message."""
        someone = {"id": self.person, "first_name": "Amina", "language_code": self.language}
        message: dict[str, object] = {
            "message_id": message_id,
            "date": 1_500_000_000,
            "chat": {"id": self.person, "type": "private", "first_name": "Amina"},
            "from": {**someone, "is_bot": False},
            "text": self.text,
        }
        if self.text.startswith("/"):
            length = len(self.text)
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return message


def updates(count: int, people: int = PEOPLE) -> list[Update]:
    """So many of them, in their order."""
    return [_update(number // people, number % people) for number in range(count)]


def _update(turn: int, person: int) -> Update:
    languages = list(TEXTS)
    language = languages[person % len(languages)]
    texts = TEXTS[language]
    text = texts[(turn + person // len(languages)) % len(texts)]
    return Update(FIRST_PERSON + person, language, text)
