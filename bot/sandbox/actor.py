"""A person of the sandbox in the hands of a test: acts as they do and sees what they see."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from bot.sandbox import deeds, inline, membership
from bot.sandbox.attachments import attachment
from bot.sandbox.chats import BotStatus, Chat
from bot.sandbox.errors import SandboxError
from bot.sandbox.happenings import Happening
from bot.sandbox.messages import Message
from bot.sandbox.params import Upload
from bot.sandbox.people import Person
from bot.sandbox.world import Draft, World

Json = dict[str, Any]

T = TypeVar("T")

PATIENCE = 5.0


class Actor:
    """One person. `chat` is always the id of a chat, None their private chat with the bot.

    Everything that a messenger would refuse raises SandboxError. Waiting ends with TimeoutError
    after `timeout` real seconds.
    """

    def __init__(self, world: World, person: Person) -> None:
        self.world = world
        self.person = person
        self._seen: dict[tuple[str, int], int] = {}

    @property
    def id(self) -> int:
        """The Telegram user id."""
        return self.person.id

    async def say(
        self, text: str, *, chat: int | None = None, reply_to: Message | int | None = None
    ) -> Message:
        """Write a text."""
        number = reply_to.id if isinstance(reply_to, Message) else reply_to
        return deeds.say(self.world, self.person, self._chat(chat), text, number)

    async def start(self, payload: str = "") -> Message:
        """Press Start, by a deep link if there is a payload."""
        return await self.say(f"/start {payload}".strip())

    async def send(
        self,
        kind: str,
        data: bytes | None = None,
        *,
        name: str = "file.bin",
        mime: str = "application/octet-stream",
        caption: str = "",
        chat: int | None = None,
    ) -> Message:
        """Send a photo, document, voice, sticker, video, location or contact."""
        upload = None if data is None else Upload(name=name, mime=mime, data=data)
        carried = attachment(self.world.files, kind, upload)
        draft = Draft(text=caption, attachment=carried)
        return deeds.utter(self.world, self.person, self._chat(chat), draft)

    async def edit(self, message: Message, text: str) -> Message:
        """Change a text of one's own."""
        return deeds.edit(self.world, self.person, message, text)

    async def tap(self, message: Message, button: str) -> str:
        """Press the button with this text or callback data, as the message stands now.

        Returns the id of the callback query. Raises LookupError when there is no such button.
        """
        found = self._current(message).button(button)
        if found.data is None:
            raise SandboxError(f"The button {found.text!r} tells the bot nothing.")
        return await self.press(message, found.data)

    async def press(self, message: Message, data: str) -> str:
        """Send callback data that may be forged; returns the id of the callback query."""
        return deeds.press(self.world, self.person, self._current(message), data)

    async def vote(self, message: Message, *options: int) -> Message:
        """Choose options of a poll by their positions; none takes the vote back."""
        return deeds.vote(self.world, self.person, self._current(message), options)

    async def add_option(self, message: Message, text: str) -> Message:
        """Add an option to a poll that allows it."""
        return deeds.add_option(self.world, self.person, self._current(message), text)

    async def inline(self, text: str, *, chat: int | None = None) -> str:
        """Type "@bot text"; returns the id of the inline query."""
        return inline.ask(self.world, self.person, text, self._chat(chat))

    async def choose(self, result: Json | str, *, chat: int | None = None) -> Message:
        """Send a result of the last inline query that was answered, by itself or by its id."""
        number = result if isinstance(result, str) else str(result["id"])
        return inline.choose(self.world, self.person, self._chat(chat), number)

    async def block(self) -> None:
        """Block the bot."""
        membership.block(self.world, self.person, blocked=True)

    async def unblock(self) -> None:
        """Let the bot write again."""
        membership.block(self.world, self.person, blocked=False)

    async def remove_bot(self, chat: int) -> None:
        """Take the bot out of a group."""
        membership.place_bot(self.world, self.person, self._chat(chat), "kicked")

    async def add_bot(self, chat: int, *, admin: bool = False) -> None:
        """Take the bot into a group, or make it an administrator there."""
        status: BotStatus = "administrator" if admin else "member"
        membership.place_bot(self.world, self.person, self._chat(chat), status)

    async def join(self, chat: int) -> None:
        """Come into a group."""
        membership.join(self.world, self.person, self._chat(chat))

    async def leave(self, chat: int) -> None:
        """Go out of a group."""
        membership.leave(self.world, self.person, self._chat(chat))

    async def upgrade(self, chat: int) -> int:
        """Turn a group into a supergroup; returns its new id."""
        return membership.upgrade(self.world, self.person, self._chat(chat)).id

    def history(self, chat: int | None = None) -> list[Message]:
        """The messages that a chat shows, oldest first."""
        return list(self._chat(chat).messages.values())

    async def next(  # timeouts are what callers of this class speak of
        self,
        timeout: float = PATIENCE,  # noqa: ASYNC109
        *,
        chat: int | None = None,
    ) -> Message:
        """The bot's next message or edit in a chat that this method has not returned yet.

        It is as it was then; `history` has what became of it.
        """
        where = self._chat(chat).id

        def mine(happened: Happening) -> Message | None:
            message = happened.message
            by_bot = message and message.chat == where and message.sender == self.world.bot_id
            return message if by_bot else None

        return await self._next(("message", where), mine, timeout)

    async def next_notice(self, timeout: float = PATIENCE) -> Happening:  # noqa: ASYNC109
        """The next answer to a pressed button: its `text`, "" for none, and whether `alert`."""
        return await self._next(("notice", 0), self._own("notice"), timeout)

    async def next_inline_results(self, timeout: float = PATIENCE) -> list[Json]:  # noqa: ASYNC109
        """The next results of an inline query, as the bot sent them."""
        results: list[Json] = (await self.next_inline_answer(timeout))["results"]
        return results

    async def next_inline_answer(self, timeout: float = PATIENCE) -> Json:  # noqa: ASYNC109
        """The next answer to an inline query: its `results`, and the `button` above or None."""
        happened = await self._next(("inline", 0), self._own("inline"), timeout)
        answer: Json = json.loads(happened.text)
        return answer

    def _own(self, kind: str) -> Callable[[Happening], Happening | None]:
        return lambda happened: (
            happened if happened.kind == kind and happened.person == self.id else None
        )

    async def _next(
        self, cursor: tuple[str, int], pick: Callable[[Happening], T | None], seconds: float
    ) -> T:
        happenings = self.world.happenings

        def look() -> T | None:
            for happened in happenings.after(self._seen.get(cursor, 0)):
                self._seen[cursor] = happened.n
                if (picked := pick(happened)) is not None:
                    return picked
            return None

        return await happenings.pulse.until(look, seconds)

    def _chat(self, chat: int | None) -> Chat:
        return self.world.chats[self.id if chat is None else chat]

    def _current(self, message: Message) -> Message:
        current = self.world.chats[message.chat].messages.get(message.id)
        if not current:
            raise SandboxError("The message is not there any more.")
        return current
