"""Whatever a file holds, it is read or told in plain words; nothing else is ever raised."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from yaml import YAMLError

from bot.catalogue.mistakes import mistakes
from bot.catalogue.schema import ENTRIES, CommunityEntry
from bot.catalogue.syntax import explained
from bot.catalogue.yaml_marks import Document, read
from bot.domain.items import Kind
from tests.catalogue.folder import BULLETIN, COMMUNITY, LANGUAGES, MEETING, OFFER, PACK, TALK

_YAML_LIKE = st.text(alphabet=st.sampled_from("ab:-,[]{}\"'|>#&*!%@\\?~\t\r\n \x00\x85\u2028é"))
_VALUES = st.recursive(
    st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["unknown", "2018-02", "en", "7"])),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["en", "fr", "id", "kind", "text", "x"]), inner),
    ),
    max_leaves=6,
)


@given(st.one_of(st.binary(), _YAML_LIKE.map(str.encode), st.text().map(str.encode)))
def test_any_bytes_are_a_document_whose_problems_lie_within_it(data: bytes) -> None:
    document = read("a.yaml", data)
    height = data.count(b"\n") + data.count(b"\r") + document.text.count("\x85") + 2
    height += document.text.count("\u2028") + document.text.count("\u2029")
    assert all(1 <= one.line <= height and one.column >= 1 for one in document.problems)
    if document.broken:
        assert document.problems


def _document(text: str) -> Any:
    return read("a.yaml", text.encode()).value


_CASES = [
    *((ENTRIES[kind], _document(text)) for kind, text in {
        Kind.WEBINAR: TALK,
        Kind.PACKAGE: PACK,
        Kind.NEWS: BULLETIN,
        Kind.OPPORTUNITY: OFFER,
        Kind.WORKSHOP: MEETING,
    }.items()),
    (CommunityEntry, _document(COMMUNITY)),
]  # fmt: skip


@given(st.sampled_from(_CASES), _VALUES, st.data())
def test_any_value_in_any_field_is_taken_or_told_in_plain_words(
    case: tuple[type[Any], dict[str, Any]], value: Any, data: st.DataObject
) -> None:
    model, good = case
    spoilt = {**good, data.draw(st.sampled_from(sorted(good))): value}
    try:
        model.model_validate(spoilt, context={"languages": LANGUAGES})
    except ValidationError as error:
        for one in mistakes(error):
            assert "[key]" not in one.path
            assert not any(word in one.message for word in ("Input", "Value error", "valid"))


def test_a_complaint_without_a_place_is_shown_at_the_begin() -> None:
    assert explained(YAMLError("odd"), "") == (1, 1, "odd; check quotes and indentation")


def test_a_problem_of_a_file_that_cannot_be_read_is_shown_at_its_begin() -> None:
    assert str(Document(file="a.yaml", broken=True).problem(("id",), "x")) == "a.yaml:1:1: id: x"
