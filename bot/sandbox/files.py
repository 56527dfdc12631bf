"""Files that people and the bot sent, in memory."""

import secrets
from dataclasses import dataclass
from typing import Any

from bot.sandbox.images import image_size

PREFIX = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC", "video": "BAAC", "sticker": "CAAC"}
FOLDER = {"photo": "photos", "voice": "voice", "video": "videos", "sticker": "stickers"}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file as the Bot API knows it: `path` is what getFile answers and what is downloaded."""

    id: str
    unique_id: str
    kind: str
    name: str
    mime: str
    path: str
    data: bytes
    width: int = 0
    height: int = 0

    def fields(self) -> dict[str, Any]:
        """The fields that every file object of the Bot API has."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


class FileStore:
    """All files, by `file_id` and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, kind: str, data: bytes, *, name: str, mime: str) -> StoredFile:
        """Keep a file of this kind ("photo", "document" and so on) and give it its ids."""
        folder = FOLDER.get(kind, "documents")
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        size = image_size(data) or (0, 0)
        file = StoredFile(
            id=f"{PREFIX.get(kind, 'BQAC')}{secrets.token_urlsafe(24)}",
            unique_id=f"AQAD{secrets.token_urlsafe(8)}",
            kind=kind,
            name=name,
            mime=mime,
            path=f"{folder}/file_{len(self._by_id)}.{suffix}",
            data=data,
            width=size[0],
            height=size[1],
        )
        self._by_id[file.id] = file
        self._by_path[file.path] = file
        return file

    def get(self, file_id: str) -> StoredFile | None:
        """The file with this `file_id`."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file with this `file_path`."""
        return self._by_path.get(path)
