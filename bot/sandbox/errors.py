"""What the Bot API refuses, in Telegram's words, and what the page refuses, in a person's."""

from typing import Any


class ApiError(Exception):
    """A refused Bot API call: HTTP status, Telegram's description, and its `parameters` if any."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON object that Telegram answers with."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return body | ({"parameters": self.parameters} if self.parameters else {})


class SandboxError(Exception):
    """A person tried what no messenger lets them do; `str()` is a sentence for them."""

    def __init__(self, sentence: str, *, code: int = 400) -> None:
        super().__init__(sentence)
        self.code = code


def bad_request(reason: str) -> ApiError:
    """400; the first letter becomes small as Telegram has it, unless it is a CODE_LIKE_THIS."""
    if len(reason) > 1 and not (reason[1].isupper() or reason[1] == "_"):
        reason = reason[0].lower() + reason[1:]
    return ApiError(400, f"Bad Request: {reason}")


def migrated(chat: int) -> ApiError:
    """400: the group has become this supergroup."""
    reason = "Bad Request: group chat was upgraded to a supergroup chat"
    return ApiError(400, reason, migrate_to_chat_id=chat)


def forbidden(reason: str) -> ApiError:
    """403: the bot may not write there."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409: somebody else gets the updates."""
    return ApiError(409, f"Conflict: {reason}")


def too_many(seconds: int) -> ApiError:
    """429: try again after so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
