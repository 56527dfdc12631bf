"""Inserts that take the place of a row with the same key, made once for each kind of engine."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Column, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


@cache
def upsert(table: Table, *, is_sqlite: bool) -> Insert:
    """Keep a whole row, by its primary key."""
    keys: Sequence[Column[object]] = list(table.primary_key.columns)
    if is_sqlite:
        lite = sqlite.insert(table)
        values = {one.name: lite.excluded[one.name] for one in table.columns if one not in keys}
        return lite.on_conflict_do_update(index_elements=keys, set_=values)
    full = postgresql.insert(table)
    values = {one.name: full.excluded[one.name] for one in table.columns if one not in keys}
    return full.on_conflict_do_update(index_elements=keys, set_=values)
