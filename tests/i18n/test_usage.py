"""The messages that the code says are read from its source."""

from pathlib import Path

from bot.i18n.usage import Usage, used_messages


def usage(tmp_path: Path, source: str) -> Usage:
    package = tmp_path / "bot"
    (package / "features").mkdir(parents=True)
    (package / "features" / "news.py").write_text(source, "utf-8")
    return used_messages(package)


def test_a_message_is_found_with_the_names_of_its_arguments(tmp_path: Path) -> None:
    found = usage(tmp_path, 'a = msg("news-title", month=1, count=2)\nb = speech.msg("menu")\n')

    assert found.messages == {
        "news-title": frozenset({"month", "count"}),
        "menu": frozenset(),
    }
    assert found.problems == []


def test_keys_chosen_on_the_spot_count_both(tmp_path: Path) -> None:
    found = usage(tmp_path, 'msg("a" if x else "b" if y else "c", n=1)')

    assert found.messages == dict.fromkeys("abc", frozenset({"n"}))


def test_only_arguments_given_everywhere_can_be_counted_on(tmp_path: Path) -> None:
    found = usage(tmp_path, 'msg("a", x=1, y=2)\nmsg("a", x=1)\n')

    assert found.messages == {"a": frozenset({"x"})}


def test_arguments_that_cannot_be_read_are_unknown(tmp_path: Path) -> None:
    source = 'msg("a", **more)\nmsg("a", x=1)\nt.html(l, "b", args)\nt.plain(l, "c", {**x})\n'

    assert usage(tmp_path, source).messages == {"a": None, "b": None, "c": None}


def test_texts_asked_for_directly_are_found(tmp_path: Path) -> None:
    source = """
texts.html(lang, "a", {"x": 1})
texts.plain(lang, key="b", args={"y": 1})
self._texts.plain(lang, "c")
Msg("d", {"z": 1})
texts.html(lang, message.key, message.args)
"""

    found = usage(tmp_path, source)

    assert found.messages == {
        "a": frozenset({"x"}),
        "b": frozenset({"y"}),
        "c": frozenset(),
        "d": frozenset({"z"}),
    }
    assert found.problems == []


def test_a_key_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    found = usage(tmp_path, 'x = 1\ny = msg(f"kind-{x}")\nz = msg()\n')

    wrong = "the key of the message is not to be read from the code; give the key literally"
    assert [str(problem) for problem in found.problems] == [
        f"bot/features/news.py:2:5: msg: {wrong}",
        f"bot/features/news.py:3:5: msg: {wrong}",
    ]
    assert found.messages == {}
