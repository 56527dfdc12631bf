"""Bot API methods: photos, documents and files."""

from typing import Any

from bot.sandbox.attachments import file_fields
from bot.sandbox.errors import bad_request
from bot.sandbox.files import StoredFile
from bot.sandbox.images import image_size
from bot.sandbox.keyboards import read_markup
from bot.sandbox.lookup import read_reply, replied, writable_chat
from bot.sandbox.messages import Attachment
from bot.sandbox.methods_messages import deliver, read_caption
from bot.sandbox.params import Params, Upload
from bot.sandbox.world import Draft, World

Json = dict[str, Any]

MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
TYPES = {
    "photo": "Photo",
    "document": "Document",
    "voice": "VoiceNote",
    "video": "Video",
    "sticker": "Sticker",
}
MAX_SIDES = 10_000
MAX_RATIO = 20


def send_document(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#senddocument"""
    return _send(world, params, "document")


def send_photo(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendphoto"""
    return _send(world, params, "photo")


def _send(world: World, params: Params, kind: str) -> Json:
    source = params.upload(kind) or _existing(world, params, kind)
    caption, entities = read_caption(params)
    reply, markup = read_reply(params), read_markup(params)
    chat = writable_chat(world, params.text("chat_id"))
    reply_to = replied(chat, reply)
    file = source if isinstance(source, StoredFile) else _stored(world, source, kind)
    kind = file.kind
    draft = Draft(
        text=caption,
        entities=entities,
        markup=markup,
        reply_to=reply_to,
        attachment=Attachment(kind=kind, fields=file_fields(file, kind), file=file),
    )
    return deliver(world, chat, draft)


def _stored(world: World, upload: Upload, kind: str) -> StoredFile:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_photo(upload.data)
    return world.files.add(kind, upload.data, name=upload.name, mime=upload.mime)


def _check_photo(data: bytes) -> None:
    if len(data) > MAX_PHOTO:
        raise bad_request(
            f"file of size {len(data)} bytes is too big for a photo; "
            f"the maximum size is {MAX_PHOTO} bytes"
        )
    size = image_size(data)
    if not size:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > MAX_SIDES or max(size) > MAX_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _existing(world: World, params: Params, kind: str) -> StoredFile:
    value = params.text(kind)
    if not value or value.startswith("attach://"):
        raise bad_request(f"There is no {kind} in the request")
    if value.startswith(("http://", "https://")):
        raise bad_request("Failed to get HTTP URL content")
    file = world.files.get(value)
    if not file:
        raise bad_request("Wrong file identifier/HTTP URL specified")
    # What is no photo is a document to Telegram, and sent again it is what it was.
    if "photo" in (file.kind, kind) and file.kind != kind:
        raise bad_request(f"Can't use file of type {TYPES[file.kind]} as {TYPES[kind]}")
    return file


def get_file(world: World, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getfile"""
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    file = world.files.get(params.text("file_id"))
    if not file:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.data) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return file.fields() | {"file_path": file.path}
