"""Inserts that take the place of a row with the same key, made once for each kind of engine."""

from functools import cache

from sqlalchemy import Insert, Table

from bot.storage.engine import Inserting


@cache
def upsert(insert: Inserting, table: Table) -> Insert:
    """Keep a whole row, by its primary key; `insert` is an engine's."""
    keys = list(table.primary_key.columns)
    new = insert(table)
    values = {one.name: new.excluded[one.name] for one in table.columns if one not in keys}
    return new.on_conflict_do_update(index_elements=keys, set_=values)
