"""What is said in the sandbox. A message never changes: an edit makes another with its id."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.domain.entities import Entity
from bot.sandbox.files import StoredFile
from bot.sandbox.polls import Option, Poll

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: exactly one of its actions is set."""

    text: str
    data: str | None = None
    url: str | None = None
    switch_inline: str | None = None
    copy: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """What a message carries beside text: `fields` are those of the Bot API's Message."""

    kind: str
    fields: Json
    file: StoredFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a message tells that nobody wrote: who came or went, or where a group has moved.

    `person` is who came, went or added an `option` to the poll of the message `poll`; `chat` is
    the id of the group's other form.
    """

    kind: Literal["joined", "left", "moved_to", "moved_from", "option_added"]
    person: int = 0
    chat: int = 0
    poll: int = 0
    option: Option | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as everybody in its chat sees it. `sender` is a person's id or the bot's.

    `text` is a text message's or a caption's; `markup` is a Bot API reply markup; `inline` is the
    inline_message_id of what a person sent by way of the bot ("" when it has none, None otherwise).
    """

    id: int
    chat: int
    sender: int
    date: datetime
    edited: datetime | None = None
    text: str = ""
    entities: tuple[Entity, ...] = ()
    reply_to: int | None = None
    attachment: Attachment | None = None
    poll: Poll | None = None
    markup: Json | None = field(default=None)
    preview: Json | None = field(default=None)
    service: Service | None = None
    inline: str | None = None

    @property
    def file(self) -> StoredFile | None:
        """The document, photo or other file that the message carries."""
        return self.attachment.file if self.attachment else None

    @property
    def buttons(self) -> list[list[Button]]:
        """The inline keyboard, row by row."""
        rows: list[list[Json]] = (self.markup or {}).get("inline_keyboard", [])
        return [[_button(button) for button in row] for row in rows]

    @property
    def labels(self) -> list[str]:
        """The texts of all inline buttons, in reading order."""
        return [button.text for row in self.buttons for button in row]

    @property
    def keyboard(self) -> list[list[str]]:
        """The texts of the reply keyboard, row by row."""
        rows: list[list[Json]] = (self.markup or {}).get("keyboard", [])
        return [[button["text"] for button in row] for row in rows]

    def button(self, label: str) -> Button:
        """The button with this text or callback data. Raises LookupError naming what there is."""
        for row in self.buttons:
            for button in row:
                if label in (button.text, button.data):
                    return button
        raise LookupError(f"no button {label!r} under the message, only {self.labels}")


def _button(button: Json) -> Button:
    inline = button.get("switch_inline_query", button.get("switch_inline_query_current_chat"))
    return Button(
        text=button["text"],
        data=button.get("callback_data"),
        url=button.get("url"),
        switch_inline=inline,
        copy=button.get("copy_text", {}).get("text"),
    )
