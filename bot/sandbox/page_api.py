"""The chat page, its protocol and its stream of events."""

import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from bot.sandbox import deeds, inline, membership, page_json
from bot.sandbox.attachments import attachment
from bot.sandbox.chats import Chat
from bot.sandbox.detect import detected
from bot.sandbox.errors import ApiError, SandboxError
from bot.sandbox.messages import Message
from bot.sandbox.params import Params, read_params
from bot.sandbox.people import Person
from bot.sandbox.presence import Presence
from bot.sandbox.world import Draft, World

Json = dict[str, Any]
Handler = Callable[[Params], Json]

PAGE = Path(__file__).parent / "page"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class PageApi:
    """The protocol between the chat page and the world. It serves whoever reaches the port."""

    def __init__(self, world: World, presence: Presence) -> None:
        self.world = world
        self.presence = presence
        self.closing = False

    def routes(self) -> list[BaseRoute]:
        """The paths of the page and of its protocol."""
        posts: dict[str, Handler] = {
            "send": self.send,
            "send-file": self.send_file,
            "tap": self.tap,
            "vote": self.vote,
            "edit": self.edit,
            "inline": self.inline,
            "choose": self.choose,
            "block": self.block,
            "clock": self.clock,
            "reset": self.reset,
        }
        return [
            Route("/", _file("index.html")),
            Route("/page/{name}", lambda request: _static(request.path_params["name"])),
            Route("/sandbox/state", self._state),
            Route("/sandbox/events", self._events),
            Route("/sandbox/files/{path:path}", self._download),
            *(
                Route(f"/sandbox/{name}", _answering(handler), methods=["POST"])
                for name, handler in posts.items()
            ),
        ]

    def send(self, params: Params) -> Json:
        """A person writes."""
        person, chat = self._seat(params)
        reply_to = params.integer("reply_to") if params.text("reply_to") else None
        message = deeds.say(self.world, person, chat, params.text("text"), reply_to)
        return {"message_id": message.id}

    def send_file(self, params: Params) -> Json:
        """A person sends something else than text."""
        person, chat = self._seat(params)
        kind, caption = params.text("kind"), params.text("caption").strip()
        carried = attachment(self.world.files, kind, params.upload("file"))
        draft = Draft(text=caption, entities=detected(caption), attachment=carried)
        return {"message_id": deeds.utter(self.world, person, chat, draft).id}

    def tap(self, params: Params) -> Json:
        """A person presses a button."""
        person, message = self._message(params)
        data = params.text("data")
        if data not in [button.data for row in message.buttons for button in row]:
            raise SandboxError("The message has no such button any more.")
        deeds.press(self.world, person, message, data)
        return {}

    def vote(self, params: Params) -> Json:
        """A person votes in a poll."""
        person, message = self._message(params)
        options = params.json("options", "options")
        if not isinstance(options, list) or not all(isinstance(one, int) for one in options):
            raise SandboxError("The options are a list of numbers.")
        deeds.vote(self.world, person, message, tuple(options))
        return {}

    def edit(self, params: Params) -> Json:
        """A person changes what they wrote."""
        person, message = self._message(params)
        deeds.edit(self.world, person, message, params.text("text"))
        return {"message_id": message.id}

    def inline(self, params: Params) -> Json:
        """A person types the bot's name and something after it."""
        person, chat = self._seat(params)
        return {"query": inline.ask(self.world, person, params.text("text"), chat)}

    def choose(self, params: Params) -> Json:
        """A person sends a result of their inline query."""
        person, chat = self._seat(params)
        return {"message_id": inline.choose(self.world, person, chat, params.text("result")).id}

    def block(self, params: Params) -> Json:
        """A person blocks the bot or lets it write again."""
        membership.block(self.world, self._person(params), blocked=params.flag("blocked"))
        return {}

    def clock(self, params: Params) -> Json:
        """Somebody sets the clock, moves it ahead or changes its speed."""
        clock = self.world.clock
        try:
            if "now" in params:
                clock.set(datetime.fromisoformat(params.text("now")))
            if "advance" in params:
                clock.advance(timedelta(seconds=float(params.text("advance"))))
            if "speed" in params:
                clock.run(float(params.text("speed")))
        except (ValueError, OverflowError) as error:
            raise SandboxError(f"The clock cannot be set so: {error}.") from None
        return {"clock": page_json.clock(self.world)}

    def reset(self, _params: Params) -> Json:
        """All chats become empty."""
        self.world.reset()
        return {}

    def _person(self, params: Params) -> Person:
        person = self.world.people.get(params.integer("persona"))
        if not person:
            raise SandboxError("There is no such person.", code=404)
        return person

    def _seat(self, params: Params) -> tuple[Person, Chat]:
        person = self._person(params)
        chat = self.world.chats.get(params.integer("chat"))
        if not chat:
            raise SandboxError("There is no such chat.", code=404)
        return person, chat

    def _message(self, params: Params) -> tuple[Person, Message]:
        person, chat = self._seat(params)
        message = chat.messages.get(params.integer("message_id"))
        if not message:
            raise SandboxError("The message is not there any more.", code=404)
        return person, message

    async def _state(self, _request: Request) -> Response:
        return JSONResponse(page_json.state(self.world, self.presence.connected), headers=HEADERS)

    async def _events(self, request: Request) -> Response:
        asked = request.headers.get("last-event-id") or request.query_params.get("after") or ""
        after = int(asked) if re.fullmatch("[0-9]{1,15}", asked) else self.world.happenings.last
        headers = HEADERS | {"X-Accel-Buffering": "no"}
        return StreamingResponse(
            self._stream(after), media_type="text/event-stream", headers=headers
        )

    async def _stream(self, after: int) -> AsyncIterator[str]:
        happenings = self.world.happenings
        yield "retry: 1000\n\n"
        while not self.closing:
            for happened in list(happenings.after(after)):
                after = happened.n
                told = page_json.event(self.world, happened, self.presence.connected)
                yield f"id: {happened.n}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"
            if happenings.last <= after and not self.closing:
                await happenings.pulse.wait()

    async def _download(self, request: Request) -> Response:
        file = self.world.files.at(request.path_params["path"])
        if not file:
            return _refusal(SandboxError("There is no such file.", code=404))
        image = file.kind == "photo" and file.width
        headers = dict(HEADERS)
        if not image:  # a page or a script among the files must not run here
            headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(file.name)}"
        media = file.mime if image and file.mime.startswith("image/") else None
        return Response(file.data, media_type=media or "application/octet-stream", headers=headers)


def _quoted(name: str) -> str:
    return re.sub(rb"[^A-Za-z0-9._-]", lambda m: b"%%%02X" % m[0][0], name.encode()).decode()


def _refusal(error: SandboxError) -> Response:
    return JSONResponse({"ok": False, "error": str(error)}, error.code, HEADERS)


def _answering(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            _check_origin(request)
            told = handler(await read_params(request))
        except SandboxError as error:
            return _refusal(error)
        except ApiError as error:  # the body could not be read
            return _refusal(SandboxError(f"{error.description}.", code=error.code))
        return JSONResponse({"ok": True} | told, headers=HEADERS)

    return answer


def _check_origin(request: Request) -> None:
    """Another web page in the same browser must not speak for the personas."""
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise SandboxError("Only the sandbox's own page may do this.", code=403)


def _file(name: str) -> Callable[[Request], Response]:
    return lambda _request: _static(name)


def _static(name: str) -> Response:
    path = PAGE / name
    if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", name) or not path.is_file():
        return _refusal(SandboxError("There is no such file.", code=404))
    return FileResponse(path, headers=HEADERS)
