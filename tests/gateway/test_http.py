"""The HTTP layer: what goes out arrives as it was, and what goes wrong has its proper name."""

import asyncio
import logging
import socket
import traceback
from typing import Any

import pytest
from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    TelegramError,
    TimedOut,
)

from bot.gateway.client import Client
from bot.gateway.http import AiohttpRequest, ForeignAnswerError, NotSentError, SlowDownError
from bot.sandbox import Sandbox
from bot.sandbox.errors import ApiError
from bot.sandbox.faults import Break
from tests.gateway.impostor import answering, free_address, redirecting

MAYA = 1001
WORDS = "what Maya wrote \ud83d"
TOKEN = "100200300:a-token-that-nobody-may-see"


@pytest.fixture
async def maya_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


def told(error: BaseException) -> str:
    """All that a log or a report could show of an error."""
    return "".join([str(error), repr(error), *traceback.format_exception(error)])


@pytest.mark.usefixtures("maya_started")
async def test_nested_values_arrive_as_they_were(sandbox: Sandbox, client: Client) -> None:
    sent: dict[str, Any] = {
        "chat_id": MAYA,
        "text": "ندوة & <b>+ 100 %</b> 🎥 = ü",
        "parse_mode": "HTML",
        "disable_notification": True,
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {
            "inline_keyboard": [[{"text": 'ندوة "1" & 2', "callback_data": "1~w~🎥~a&b=c"}]]
        },
    }
    await client.call("sendMessage", sent)
    assert (await sandbox.wait_for_call("sendMessage")).params == sent


@pytest.mark.usefixtures("maya_started")
async def test_a_file_arrives_byte_for_byte_with_its_name_and_words(
    sandbox: Sandbox, client: Client
) -> None:
    content = bytes(range(256)) * 40
    document = InputFile(content, filename="جدول (1) é.ics")
    await client.call("sendDocument", {"chat_id": MAYA, "document": document, "caption": "ندوة"})
    message = sandbox.person("maya").history()[-1]
    assert message.file is not None
    assert message.file.data == content
    assert message.file.name == "جدول (1) é.ics"
    assert message.text == "ندوة"


@pytest.mark.usefixtures("maya_started")
async def test_a_file_can_be_fetched(client: Client) -> None:
    message = await client.send_document(MAYA, InputFile(b"content", filename="a.txt"))
    assert message.document is not None
    file = await client.get_file(message.document.file_id)
    assert await file.download_as_bytearray() == b"content"
    with pytest.raises(InvalidToken):
        await client._request[1].retrieve(f"{client.base_file_url}/nowhere")


@pytest.mark.usefixtures("maya_started")
async def test_no_answer_in_time_is_a_timeout(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.hang("sendMessage", seconds=0.5)
    with pytest.raises(TimedOut):
        await client.send_message(MAYA, "late", read_timeout=0.05)


async def test_a_refused_connection_is_certainly_not_sent() -> None:
    async with AiohttpRequest() as request:
        with pytest.raises(NotSentError) as caught:
            await request.post(f"{free_address()}/bot{TOKEN}/getMe")
    assert TOKEN not in told(caught.value)


async def test_a_connection_that_does_not_come_about_in_time_is_certainly_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        address = deaf.getsockname()
        waiting = [socket.socket() for _ in range(8)]
        for one in waiting:  # they fill the queue, so that the next one is left standing
            one.setblocking(False)
            one.connect_ex(address)
        async with AiohttpRequest() as request:
            with pytest.raises(NotSentError):
                await request.post(f"http://127.0.0.1:{address[1]}/x", connect_timeout=0.2)
        for one in waiting:
            one.close()


@pytest.mark.usefixtures("maya_started")
@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_cut_connection_leaves_it_open_whether_it_was_sent(
    sandbox: Sandbox, client: Client, after_effect: bool
) -> None:
    sandbox.faults.cut("sendMessage", after_effect=after_effect)
    with pytest.raises(NetworkError) as caught:
        await client.send_message(MAYA, "perhaps")
    assert not isinstance(caught.value, NotSentError | BadRequest)
    assert (sandbox.person("maya").history()[-1].text == "perhaps") is after_effect
    assert (await client.send_message(MAYA, "again")).text == "again"


@pytest.mark.parametrize(
    ("code", "description", "error"),
    [
        (400, "Bad Request: message text is empty", BadRequest),
        (401, "Unauthorized", InvalidToken),
        (403, "Forbidden: bot was blocked by the user", Forbidden),
        (404, "Not Found", InvalidToken),
        (409, "Conflict: terminated by other getUpdates request", Conflict),
        (413, "Request Entity Too Large", BadRequest),
        (500, "Internal Server Error", NetworkError),
        (502, "Bad Gateway", NetworkError),
        (504, "Gateway Timeout", NetworkError),
    ],
)
async def test_a_refusal_has_the_type_of_its_status(
    sandbox: Sandbox, client: Client, code: int, description: str, error: type[TelegramError]
) -> None:
    sandbox.faults.answer("getMe", code, description)
    with pytest.raises(error) as caught:
        await client.get_me()
    assert type(caught.value) is error
    assert sandbox.token not in told(caught.value)


async def test_telegram_says_how_long_to_wait(sandbox: Sandbox, client: Client) -> None:
    sandbox.faults.slow_down("getMe", seconds=7)
    with pytest.raises(SlowDownError) as caught:
        await client.get_me()
    assert caught.value.seconds == 7


async def test_telegram_says_what_a_group_has_become(sandbox: Sandbox, client: Client) -> None:
    moved = ApiError(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1007)
    sandbox.faults._add("getMe", Break.ANSWER, 1, error=moved)
    with pytest.raises(ChatMigrated) as caught:
        await client.get_me()
    assert caught.value.new_chat_id == -1007


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (200, "<h1>Log in to the network, Maya</h1>", "text/html"),
        (200, '["Maya"]', "application/json"),
        (200, "[" * 100_000, "application/json"),
        (200, '{"said": "Maya"}', "application/json"),
        (200, '{"ok": true, "result": [{"text": "Maya', "application/json"),
        (401, "<h1>Maya, who are you?</h1>", "text/html"),
        (403, "<h1>Maya may not</h1>", "text/html"),
        (404, "<h1>Maya is not here</h1>", "text/html"),
        (429, "<h1>Maya is too fast</h1>", "text/html"),
        (502, "<h1>Maya has a bad gateway</h1>", "text/html"),
    ],
)
async def test_what_telegram_did_not_answer_is_taken_for_nothing_else(
    status: int, body: str, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with answering(status, body, kind) as address, AiohttpRequest() as request:
        with pytest.raises(ForeignAnswerError) as caught:
            await request.post(f"{address}/bot{TOKEN}/sendMessage")
    assert "Maya" not in caplog.text
    assert "Maya" not in told(caught.value)
    assert TOKEN not in told(caught.value)


async def test_nothing_is_carried_on_to_where_a_redirect_points(sandbox: Sandbox) -> None:
    async with sandbox.serve() as other, redirecting(other) as address:
        async with AiohttpRequest() as request:
            with pytest.raises(ForeignAnswerError):
                await request.post(f"{address}/bot{sandbox.token}/getMe")
        assert len(sandbox.calls) == 0


async def test_half_of_a_surrogate_pair_is_refused_and_not_tried_again(client: Client) -> None:
    with pytest.raises(BadRequest) as caught:
        await client.send_message(MAYA, WORDS)
    assert WORDS[:-1] not in told(caught.value)


async def test_closing_closes_every_connection() -> None:
    closed = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        answer = b'{"ok": true, "result": 1}'
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(answer), answer))
        assert await reader.read() == b""
        writer.close()
        closed.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        request = AiohttpRequest()
        await request.initialize()
        await request.initialize()
        port = server.sockets[0].getsockname()[1]
        assert await request.post(f"http://127.0.0.1:{port}/x") == 1
        assert not closed.is_set()
        await request.shutdown()
        await request.shutdown()
        async with asyncio.timeout(2):
            await closed.wait()


async def test_it_must_be_opened_first() -> None:
    with pytest.raises(NetworkError, match="initialize"):
        await AiohttpRequest().post("http://127.0.0.1:1/x")


def test_how_long_an_answer_is_waited_for_can_be_read() -> None:
    assert AiohttpRequest(timeout=3).read_timeout == 3
