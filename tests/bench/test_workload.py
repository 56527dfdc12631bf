"""What the benchmark's people write."""

import json
from pathlib import Path

from bench.startup import copies
from bench.workload import FIRST_PERSON, TEXTS, updates
from bot.library import Library


def test_people_write_in_turn_and_ask_something_else_each_time() -> None:
    written = updates(8, people=2)
    assert [one.person - FIRST_PERSON for one in written] == [0, 1] * 4
    assert sorted(one.text for one in written[::2]) == sorted(TEXTS["en"])


def test_a_command_says_so_as_telegram_does() -> None:
    command = next(one for one in updates(16, people=4) if one.text == "/webinars")
    message = json.loads(f'{{"update_id":7,{command.as_json(7)}')["message"]
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 9}]
    assert message["chat"]["id"] == message["from"]["id"] == command.person


def test_copied_content_is_content_of_the_asked_size(tmp_path: Path) -> None:
    folder = copies(Path("content"), tmp_path / "content", 60)
    assert len(Library(folder, Path("locales")).content.catalogue.items) == 60
