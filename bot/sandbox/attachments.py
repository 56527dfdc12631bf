"""Photos, documents and other things in a message, as the Bot API describes them."""

from typing import Any

from bot.sandbox.errors import SandboxError
from bot.sandbox.files import FileStore, StoredFile
from bot.sandbox.messages import Attachment
from bot.sandbox.params import Upload

Json = dict[str, Any]

# A picture of one grey pixel, for a photo that nobody chose.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b5500"
    "00000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)
MADE_UP = {
    "photo": Upload(name="photo.png", mime="image/png", data=PIXEL),
    "document": Upload(name="notes.txt", mime="text/plain", data=b"Notes of a sandbox.\n"),
    "voice": Upload(name="voice.ogg", mime="audio/ogg", data=b"OggS"),
    "sticker": Upload(name="sticker.webp", mime="image/webp", data=b"RIFF"),
    "video": Upload(name="video.mp4", mime="video/mp4", data=b"\x00\x00\x00\x18ftypmp42"),
}


def attachment(files: FileStore, kind: str, upload: Upload | None) -> Attachment:
    """What a person attaches. Raises SandboxError for a kind that there is not."""
    if kind == "location":
        return Attachment(
            kind=kind, fields={"location": {"latitude": 36.2021, "longitude": 37.1343}}
        )
    if kind == "contact":
        contact = {"phone_number": "+15550100", "first_name": "A friend"}
        return Attachment(kind=kind, fields={"contact": contact})
    if kind not in MADE_UP:
        raise SandboxError(f"Nothing of the kind {kind!r} can be sent.")
    chosen = upload or MADE_UP[kind]
    file = files.add(kind, chosen.data, name=chosen.name, mime=chosen.mime)
    return Attachment(kind=kind, fields=file_fields(file, kind), file=file)


def file_fields(file: StoredFile, kind: str) -> Json:
    """The fields of a Message that show this file as a photo, document and so on."""
    told = file.fields()
    size = {"width": file.width or 512, "height": file.height or 512}
    if kind == "photo":
        return {"photo": [told | size]}
    named = told | {"file_name": file.name, "mime_type": file.mime}
    if kind == "document":
        return {"document": named}
    if kind == "voice":
        return {"voice": told | {"duration": 3, "mime_type": file.mime}}
    if kind == "video":
        return {"video": named | size | {"duration": 3}}
    flat = {"is_animated": False, "is_video": False, "type": "regular", "emoji": "👍"}
    return {"sticker": told | size | flat}
