"""The clock on the wall."""

from datetime import UTC, datetime


class SystemClock:
    """The machine's own time; see `bot.ports.runtime.Clock`."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        return datetime.now(UTC)
