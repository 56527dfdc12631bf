"""The database: the only room that knows SQL. It answers `bot/ports/storage.py`."""
