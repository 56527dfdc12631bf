"""Photos, documents and downloads."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from PIL import Image
from telegram import Bot
from telegram.error import BadRequest

from bot.sandbox import Sandbox
from bot.sandbox.images import image_size
from bot.sandbox.methods_files import MAX_DOWNLOAD

MAYA = 1001

Refusal = Callable[..., Awaitable[str]]


@pytest.fixture(autouse=True)
async def _maya_has_started(sandbox: Sandbox) -> None:
    await sandbox.person("maya").start()


def picture(kind: str, width: int = 40, height: int = 30, **options: Any) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, kind, **options)
    return buffer.getvalue()


async def test_a_document_goes_to_a_person_and_back(sandbox: Sandbox, bot: Bot) -> None:
    data = bytes(range(256)) * 300
    sent = await bot.send_document(
        MAYA, data, filename="café.ics", caption="<b>Yours</b>", parse_mode="HTML"
    )
    seen = await sandbox.person("maya").next()
    assert seen.file is not None
    assert (seen.file.name, seen.file.data, seen.text) == ("café.ics", data, "Yours")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("café.ics", len(data))
    assert sent.caption_entities[0].type == "bold"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == data


async def test_a_persons_photo_reaches_the_bot(sandbox: Sandbox, bot: Bot) -> None:
    data = picture("PNG", 64, 48)
    await sandbox.person("maya").send(
        "photo", data, name="me.png", mime="image/png", caption="look"
    )
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message is not None
    photo = update.message.photo[0]
    assert (photo.width, photo.height, update.message.caption) == (64, 48, "look")
    file = await photo.get_file()
    assert bytes(await file.download_as_bytearray()) == data


@pytest.mark.parametrize("kind", ["document", "voice", "sticker", "video", "location", "contact"])
async def test_people_send_all_kinds_of_things(sandbox: Sandbox, bot: Bot, kind: str) -> None:
    await sandbox.person("maya").send(kind)
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert getattr(message, kind) is not None


@pytest.mark.parametrize("kind", ["voice", "sticker", "video", "document"])
async def test_what_is_no_photo_is_sent_again_as_what_it_was(
    sandbox: Sandbox, bot: Bot, kind: str
) -> None:
    sent = await sandbox.person("maya").send(kind)
    assert sent.file is not None
    again = await bot.send_document(MAYA, sent.file.id)
    assert getattr(again, kind).file_id == sent.file.id
    with pytest.raises(BadRequest, match="Can't use file of type "):
        await bot.send_photo(MAYA, sent.file.id)


async def test_a_file_is_sent_again_by_its_id(bot: Bot) -> None:
    first = await bot.send_photo(MAYA, picture("JPEG"))
    again = await bot.send_photo(MAYA, first.photo[0].file_id)
    assert again.photo == first.photo
    with pytest.raises(BadRequest, match="Can't use file of type photo as document"):
        await bot.send_document(MAYA, first.photo[0].file_id)
    with pytest.raises(BadRequest, match="Wrong file identifier/http url specified"):
        await bot.send_photo(MAYA, "no-such-file")
    with pytest.raises(BadRequest, match="Failed to get http url content"):
        await bot.send_photo(MAYA, "https://example.org/a.png")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not a picture", "Image_process_failed"),
        (b"", "File must be non-empty"),
        (b"x" * (10 * 1024 * 1024 + 1), "File of size 10485761 bytes is too big for a photo"),
    ],
)
async def test_a_photo_must_be_one(bot: Bot, data: bytes, reason: str) -> None:
    with pytest.raises(BadRequest, match=reason):
        await bot.send_photo(MAYA, data)


async def test_a_photo_may_not_be_too_long(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
        await bot.send_photo(MAYA, picture("PNG", 1000, 10))


async def test_a_file_must_be_named(refusal: Refusal) -> None:
    assert await refusal("sendDocument", chat_id=MAYA) == (
        "Bad Request: there is no document in the request"
    )
    assert await refusal("sendPhoto", chat_id=MAYA, photo="attach://x") == (
        "Bad Request: there is no photo in the request"
    )
    assert await refusal("getFile") == "Bad Request: file_id not specified"
    assert await refusal("getFile", file_id="x") == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_a_caption_may_have_1024_characters(bot: Bot) -> None:
    await bot.send_document(MAYA, b"x", caption="a" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_document(MAYA, b"x", caption="a" * 1025)


async def test_a_large_file_cannot_be_fetched(sandbox: Sandbox, bot: Bot) -> None:
    sent = await sandbox.person("maya").send("document", bytes(MAX_DOWNLOAD + 1))
    assert sent.file is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(sent.file.id)


async def test_an_upload_beyond_50_mb_is_turned_away_unread(sandbox: Sandbox, address: str) -> None:
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    path = f"/bot{sandbox.token}/sendDocument"
    writer.write(
        f"POST {path} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Length: 60000000\r\n\r\n".encode()
    )
    assert b" 413 " in await reader.readline()
    writer.close()
    await writer.wait_closed()


async def test_an_upload_of_untold_length_is_turned_away_when_it_gets_too_long(
    sandbox: Sandbox, http: aiohttp.ClientSession
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(60):
            yield bytes(1024 * 1024)

    kind = {"Content-Type": "application/json"}
    async with http.post(f"/bot{sandbox.token}/sendMessage", data=endless(), headers=kind) as told:
        assert told.status == 413


async def test_a_document_of_50_mb_passes_and_cannot_be_fetched(bot: Bot) -> None:
    sent = await bot.send_document(MAYA, bytes(50 * 1024 * 1024), filename="large.bin")
    assert sent.document is not None
    assert sent.document.file_size == 50 * 1024 * 1024
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(sent.document.file_id)


@pytest.mark.parametrize("kind", ["document", "voice", "sticker", "video", "photo"])
async def test_every_kind_of_file_comes_back_as_it_went(
    sandbox: Sandbox, bot: Bot, kind: str
) -> None:
    data = picture("WEBP") if kind in ("sticker", "photo") else f"\0\xff{kind}".encode()
    await sandbox.person("maya").send(kind, data, name=f"x.{kind}", mime="x/y")
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    attached = getattr(message, kind)
    file = await (attached[-1] if kind == "photo" else attached).get_file()
    assert file.file_size == len(data)
    assert bytes(await file.download_as_bytearray()) == data


async def test_only_the_token_opens_files(sandbox: Sandbox, http: aiohttp.ClientSession) -> None:
    sent = await sandbox.person("maya").send("document", b"mine")
    assert sent.file is not None
    for token, path, status in (
        (sandbox.token, sent.file.path, 200),
        ("1:wrong", sent.file.path, 401),
        (sandbox.token, "documents/none", 404),
    ):
        async with http.get(f"/file/bot{token}/{path}") as response:
            assert response.status == status


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("BMP", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("WEBP", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"exif": b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00\x00\x00\x00\x00"}),
    ],
)
def test_the_size_of_a_picture_is_read(kind: str, options: dict[str, Any]) -> None:
    assert image_size(picture(kind, 123, 45, **options)) == (123, 45)


@pytest.mark.parametrize(
    "data", [b"", b"text", b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"\xff\xd8\x00\x00", b"GIF89a"]
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert image_size(data) is None
