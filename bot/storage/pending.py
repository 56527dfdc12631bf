"""Writes that wait for the commit, so that a transaction is no longer than it must be."""

from sqlalchemy import Connection, Delete, Insert, Update

from bot.storage.engine import Row


class Pending:
    """In each table in their order; what follows one another alike is written at once."""

    def __init__(self) -> None:
        self._runs: dict[str, list[tuple[Insert | Update | Delete, list[Row]]]] = {}

    def __bool__(self) -> bool:
        return bool(self._runs)

    def add(self, statement: Insert | Update | Delete, values: Row) -> None:
        """Let this wait."""
        runs = self._runs.setdefault(str(statement.table), [])
        if runs and runs[-1][0] is statement:
            runs[-1][1].append(values)
        else:
            runs.append((statement, [values]))

    def write(self, connection: Connection) -> None:
        """Write all that waits."""
        runs, self._runs = self._runs, {}
        for table in runs.values():
            for statement, rows in table:
                connection.execute(statement, rows)
