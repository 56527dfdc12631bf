"""Never faster than Telegram allows, and hardly slower."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import MARGIN, Limits, Pacer

FREE = frozenset({"setMyCommands"})


def sent_at(limits: Limits, chats: list[int], *, wait: float = 0.0) -> list[tuple[float, int]]:
    """Send a message to each of these chats as soon as the pacer lets it; returns when and where.

    A negative chat is a group. `wait` passes between any two sends.
    """
    pacer = Pacer(limits)
    left = list(chats)
    sent: list[tuple[float, int]] = []
    now = 1000.0
    while left:
        resting = pacer.resting(now)
        chat = next((one for one in left if one not in resting), None)
        if chat is None or pacer.room(now, 64) <= 0:
            pause = pacer.next_change(now)
            assert pause is not None
            now += pause
            continue
        left.remove(chat)
        pacer.sent(chat, now, method="sendMessage", group=chat < 0)
        sent.append((now, chat))
        now += wait
    return sent


def most_within(times: list[float], seconds: float) -> int:
    """The greatest number of these instants in any window, its end left out."""
    return max(sum(1 for time in times if start <= time < start + seconds) for start in times)


@given(
    chats=st.lists(st.sampled_from([-3, -2, 1, 2, 3, 4, 5]), min_size=1, max_size=60),
    overall=st.integers(1, 7),
    chat=st.integers(1, 3),
    group=st.integers(1, 5),
    wait=st.sampled_from([0.0, 0.01, 0.3]),
)
def test_no_window_ever_holds_more_than_the_limits(
    chats: list[int], overall: int, chat: int, group: int, wait: float
) -> None:
    sent = sent_at(Limits(overall=overall, chat=chat, group=group), chats, wait=wait)
    assert most_within([time for time, _ in sent], 1.0) <= overall
    for one in set(chats):
        times = [time for time, where in sent if where == one]
        assert most_within(times, 1.0) <= chat
        if one < 0:
            assert most_within(times, 60.0) <= group


def test_the_allowed_rate_is_used_to_97_percent() -> None:
    sent = sent_at(Limits(), list(range(1, 3001)))
    assert 3000 / (sent[-1][0] - sent[0][0]) >= 0.97 * 30


def test_messages_that_leave_a_second_apart_leave_room_for_a_slow_way() -> None:
    times = [time for time, _ in sent_at(Limits(), [1, 1, 1])]
    assert all(1.0 < later - time <= 1.0 + MARGIN + 1e-9 for time, later in pairwise(times))


def test_a_group_gets_twenty_a_minute_and_a_private_chat_sixty() -> None:
    limits = Limits(overall=0)
    group = sent_at(limits, [-1] * 21)
    assert 60 <= group[20][0] - group[0][0] <= 61
    private = sent_at(limits, [1] * 21)
    assert 20 <= private[20][0] - private[0][0] <= 21


def test_without_limits_nothing_ever_waits() -> None:
    sent = sent_at(Limits(overall=0, chat=0, group=0), [-1, 1] * 200)
    assert {time for time, _ in sent} == {1000.0}


def test_what_sends_no_message_is_not_counted() -> None:
    pacer = Pacer(Limits(overall=1, free=FREE))
    pacer.sent(1, 5.0, method="setMyCommands", group=False)
    assert pacer.resting(5.0) == set()
    assert pacer.room(5.0, 64) == 1
    pacer.sent(1, 5.0, method="sendMessage", group=False)
    assert pacer.resting(5.0) == {1}
    assert pacer.room(5.0, 64) == 0


def test_chats_that_rest_no_longer_are_forgotten() -> None:
    pacer = Pacer(Limits(overall=0))
    for number in range(1, 1001):
        pacer.sent(number, number / 1000, method="sendMessage", group=False)
    assert len(pacer.resting(1.0)) > 900
    assert pacer.resting(10.0) == set()
    assert pacer.next_change(10.0) is None
    assert len(pacer._chats) == 0
