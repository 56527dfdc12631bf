"""What an update asks for, and what asks for nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from telegram.constants import MessageType

from bot.gateway.buttons import Buttons
from bot.gateway.decode import ALLOWED, DEEPEST, Decoder, arrival, tapped
from bot.ports.actions import ShowItem
from bot.ports.intents import (
    NOBODY,
    ChatKind,
    Command,
    Decoded,
    Intent,
    Membership,
    Origin,
    Said,
    Sent,
    Stale,
    Thing,
    Tick,
)
from tests.gateway.samples import (
    BOT,
    BOT_ID,
    CHANNEL,
    CONTENT,
    GROUP,
    MAYA,
    NOTICES,
    PRIVATE,
    message,
    standing,
    tap,
    update,
    written,
)

# python-telegram-bot warns of its own coming change wherever it reads a span of time.
pytestmark = pytest.mark.filterwarnings("ignore:Deprecated since version v22.2")

DECODE = Decoder(BOT_ID, "Baraza_Bot", Buttons([ShowItem]).decode)


def intent(payload: dict[str, Any]) -> Intent | None:
    """What the update asks for."""
    decoded = DECODE(payload)
    return decoded.intent if decoded else None


# Texts


def test_a_text_comes_with_who_wrote_it_and_where() -> None:
    assert DECODE(written("hello")) == Decoded(
        intent=Said("hello"),
        origin=Origin(
            chat_id=1001,
            chat=ChatKind.PRIVATE,
            user_id=1001,
            telegram_language="en",
            message_id=7,
        ),
    )


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", Command("start")),
        ("/start webinar_case-studies", Command("start", "webinar_case-studies")),
        ("/WebInars@BARAZA_bot   mine risk ", Command("webinars", "mine risk")),
        ("/news ندوة 🎥", Command("news", "ندوة 🎥")),
        ("/news@Other_Bot", Command("news")),
        ("/news 🎥 /packages", Command("news", "🎥 /packages")),
        ("🎥 /news", Said("🎥 /news")),
        ("tell me /news", Said("tell me /news")),
        ("hello @Baraza_Bot there", Said("hello   there")),
        ("@Other_Bot hello", Said("@Other_Bot hello")),
    ],
)
def test_a_private_text_is_a_command_only_at_its_begin(text: str, command: Intent) -> None:
    assert intent(written(text)) == command


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("/news", Command("news")),
        ("/news@Baraza_Bot may", Command("news", "may")),
        ("/NEWS@baraza_BOT", Command("news")),
        ("/news@Other_Bot", None),
        ("/news@Baraza_Bot2", None),
        ("hello everybody", None),
        ("@Baraza_Bot when is it?", Said("when is it?")),
        ("🎥🎥 ندوة @baraza_bot when?", Said("🎥🎥 ندوة   when?")),
        ("@Baraza_Bot", Said("")),
        ("@Baraza_Bot ask @Baraza_Bot2 or @BARAZA_BOT", Said("ask @Baraza_Bot2 or")),
        ("@Baraza_Bot2 when?", None),
        ("write to me@Baraza_Bot.org", None),
        ("I asked /news before", None),
    ],
)
def test_in_a_group_only_what_is_addressed_to_the_bot_counts(
    text: str, wanted: Intent | None
) -> None:
    assert intent(written(text, GROUP)) == wanted


def test_in_a_group_a_reply_to_the_bot_is_addressed_to_it() -> None:
    ours, theirs = message(GROUP, BOT, text="a"), message(GROUP, MAYA, text="a")
    assert intent(written("and then?", GROUP, reply_to_message=ours)) == Said("and then?")
    assert intent(written("and then?", GROUP, reply_to_message=theirs)) is None
    nobodys = message(GROUP, None, text="a")
    assert intent(written("and then?", GROUP, reply_to_message=nobodys)) is None


def test_a_text_passed_on_to_the_bot_is_a_question() -> None:
    origin = {"type": "hidden_user", "date": 1518426000, "sender_user_name": "Claire"}
    assert intent(written("when?", forward_origin=origin)) == Said("when?")


def test_half_of_a_surrogate_pair_is_not_let_in() -> None:
    assert intent(written("a \ud83d b")) == Said("a ? b")
    assert intent(written("/news \ud83d")) == Command("news", "?")
    assert intent(written("@Baraza_Bot \ud83d", GROUP)) == Said("?")


def test_a_private_chat_is_only_of_the_person_with_its_number() -> None:
    other = {**PRIVATE, "id": 1002}
    for told in (written("hello", other), tap("1~i~a", other), standing("member", "kicked", other)):
        with pytest.raises(ValueError, match="private chat"):
            DECODE(told)


@pytest.mark.parametrize("number", [2**63, -(2**63), "1001", 1.5, None])
def test_what_is_no_id_is_not_let_in(number: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        DECODE(written("hello", {**PRIVATE, "id": number}))
    with pytest.raises((ValueError, TypeError)):
        DECODE(tap("1~i~a", **{"from": {**MAYA, "language_code": [number]}}))


# Who is answered


def test_other_bots_are_not_answered() -> None:
    other = {**BOT, "id": 5, "username": "Other_Bot"}
    body = written("/news", GROUP)["message"]
    assert intent(update("message", {**body, "from": other})) is None


def test_an_anonymous_administrator_is_answered_in_the_group() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    body = written("/news", GROUP)["message"] | {"from": anonymous, "sender_chat": GROUP}
    assert intent(update("message", body)) == Command("news")


def test_a_post_that_a_channel_passes_on_to_its_group_is_not_answered() -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    body = written("/news", GROUP)["message"] | {
        "from": telegram,
        "sender_chat": CHANNEL,
        "is_automatic_forward": True,
    }
    assert intent(update("message", body)) is None


@pytest.mark.parametrize(
    "kind",
    ["edited_message", "channel_post", "edited_channel_post", "business_message"],
)
def test_only_new_messages_to_the_bot_are_answered(kind: str) -> None:
    assert intent(update(kind, written("/news")["message"])) is None


def test_nothing_is_answered_in_a_channel() -> None:
    assert intent(written("/news", CHANNEL)) is None
    assert intent(update("message", message(PRIVATE, None, text="a"))) is None


def test_other_kinds_of_update_ask_for_nothing() -> None:
    inline = {"id": "1", "from": MAYA, "query": "a", "offset": ""}
    assert intent(update("inline_query", inline)) is None
    assert intent(update("something_new", {"from": MAYA})) is None
    assert intent({"update_id": 1}) is None


# Things


def test_every_kind_of_message_that_the_library_knows_has_a_sample() -> None:
    marks = {
        MessageType.BUSINESS_CONNECTION_ID,
        MessageType.EFFECT_ID,
        MessageType.REPLY_TO_STORY,
        MessageType.SENDER_BOOST_COUNT,
        MessageType.SENDER_BUSINESS_BOT,
        MessageType.TEXT,
    }
    assert {*CONTENT, *NOTICES, "migrate_from_chat_id"} >= {one.value for one in MessageType} - {
        one.value for one in marks
    }


@pytest.mark.parametrize("kind", CONTENT)
def test_whatever_a_person_sends_privately_is_answered(kind: str) -> None:
    sent = update("message", message(caption="/start", **{kind: CONTENT[kind]}))
    assert isinstance(intent(sent), Sent)


@pytest.mark.parametrize("kind", CONTENT)
def test_what_is_sent_to_a_group_is_none_of_the_bots_business(kind: str) -> None:
    assert intent(update("message", message(GROUP, **{kind: CONTENT[kind]}))) is None


@pytest.mark.parametrize("kind", NOTICES)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_a_notice_of_telegrams_own_is_not_answered(chat: dict[str, Any], kind: str) -> None:
    assert intent(update("message", message(chat, **{kind: NOTICES[kind]}))) is None


@pytest.mark.parametrize(
    ("kinds", "thing"),
    [
        (["photo"], Thing.PHOTO),
        (["voice"], Thing.VOICE),
        (["sticker"], Thing.STICKER),
        (["document"], Thing.DOCUMENT),
        (["video"], Thing.VIDEO),
        (["video_note"], Thing.VIDEO),
        (["location"], Thing.LOCATION),
        (["contact"], Thing.CONTACT),
        (["poll"], Thing.OTHER),
        (["audio"], Thing.OTHER),
        (["animation", "document"], Thing.OTHER),
        (["venue", "location"], Thing.LOCATION),
    ],
)
def test_a_thing_has_its_own_name(kinds: list[str], thing: Thing) -> None:
    fields = {kind: CONTENT[kind] for kind in kinds}
    assert intent(update("message", message(**fields))) == Sent(thing)


# Buttons


def test_a_tap_tells_which_message_it_was_below() -> None:
    assert DECODE(tap("1~i~webinar/a", GROUP)) == Decoded(
        intent=ShowItem("webinar/a"),
        origin=Origin(
            chat_id=-1001,
            chat=ChatKind.GROUP,
            user_id=1001,
            telegram_language="en",
            tapped=7,
        ),
    )


def test_a_button_of_another_time_is_stale() -> None:
    assert intent(tap("0~gone")) == Stale()
    assert intent(tap("", game_short_name="a")) == Stale()


def test_a_message_too_old_to_be_shown_cannot_be_edited() -> None:
    decoded = DECODE(tap("1~i~a", message={"chat": PRIVATE, "message_id": 7, "date": 0}))
    assert decoded is not None
    assert decoded.origin.tapped is None
    assert decoded.origin.chat_id == 1001


def test_a_button_below_an_inline_result_asks_for_nothing() -> None:
    query = tap("1~i~a")["callback_query"]
    del query["message"]
    assert intent(update("callback_query", {**query, "inline_message_id": "a"})) is None


def test_a_tap_can_be_told_before_it_is_decoded() -> None:
    assert tapped(tap("1~i~a")) == "4"
    assert tapped(written("hello")) is None
    assert tapped({"update_id": 1, "callback_query": {"id": 4}}) is None
    assert tapped({"update_id": 1, "callback_query": None}) is None


# Standing


@pytest.mark.parametrize(
    ("old", "new", "present"),
    [
        ("left", "member", True),
        ("kicked", "member", True),
        ("left", "administrator", True),
        ("restricted gone", "restricted", True),
        ("member", "kicked", False),
        ("administrator", "left", False),
        ("member", "restricted gone", False),
    ],
)
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
def test_coming_and_going_counts(chat: dict[str, Any], old: str, new: str, present: bool) -> None:
    assert intent(standing(old, new, chat)) == Membership(present)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("member", "administrator"),
        ("administrator", "member"),
        ("member", "restricted"),
        ("left", "kicked"),
    ],
)
def test_a_promotion_is_no_coming(old: str, new: str) -> None:
    assert intent(standing(old, new, GROUP)) is None


def test_a_channel_that_takes_the_bot_in_gets_no_hello() -> None:
    assert intent(standing("left", "administrator", CHANNEL)) is None


# Ticks and lanes


def test_a_tick_comes_from_nobody() -> None:
    assert DECODE({"tick": "housekeeping"}) == Decoded(intent=Tick("housekeeping"), origin=NOBODY)


def test_all_that_happens_in_a_chat_is_in_one_lane() -> None:
    inaccessible = {"chat": PRIVATE, "message_id": 7, "date": 0}
    private = [
        written("hello"),
        update("edited_message", message(text="a")),
        tap("1~i~a"),
        tap("1~i~a", message=inaccessible),
        standing("member", "kicked"),
        update("inline_query", {"id": "1", "from": MAYA, "query": "", "offset": ""}),
        update("poll_answer", {"poll_id": "1", "user": MAYA, "option_ids": [1]}),
    ]
    assert {arrival(one).lane for one in private} == {"chat:1001"}
    group = [written("hello", GROUP), tap("1~i~a", GROUP), standing("left", "member", GROUP)]
    assert {arrival(one).lane for one in group} == {"chat:-1001"}
    assert arrival(update("poll", {"id": "1"})).lane == "chat:none"


def test_an_arrival_keeps_the_whole_update_under_its_number() -> None:
    told = written("hello")
    kept = arrival(told)
    assert (kept.key, kept.position, kept.payload) == ("update:100000001", 100_000_001, told)


@pytest.mark.parametrize(
    "junk",
    [
        *[{}, [], None, 5, "a"],
        *[{"update_id": one} for one in ("1", True, 1.0, None, -1, 2**63, 10**400, [1])],
    ],
)
def test_what_is_no_update_is_refused(junk: Any) -> None:
    with pytest.raises(ValueError, match="update_id"):
        arrival(junk)


@pytest.mark.parametrize("nest", [lambda inside: [inside], lambda inside: {"message": inside}])
def test_what_is_deeper_than_any_update_is_refused(nest: Callable[[Any], Any]) -> None:
    inside: Any = 1
    for _ in range(DEEPEST - 1):
        inside = nest(inside)
    assert arrival({"update_id": 1, "x": inside}).position == 1
    with pytest.raises(ValueError, match="deep"):
        arrival({"update_id": 1, "x": nest(inside)})


def test_the_bot_asks_for_what_it_can_answer() -> None:
    assert set(ALLOWED) == {"message", "callback_query", "my_chat_member", "inline_query"}


def test_a_card_that_somebody_shares_by_way_of_the_bot_is_no_question() -> None:
    for bot_id, said in ((BOT_ID, None), (99, Said("a card"))):
        update = written("a card", via_bot={"id": bot_id, "is_bot": True, "first_name": "B"})
        decoded = DECODE(update)
        assert (decoded and decoded.intent) == said


def test_an_update_cannot_pass_for_a_tick() -> None:
    assert DECODE({"update_id": 1, "tick": "housekeeping"}) is None
