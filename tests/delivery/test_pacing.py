"""Never faster than Telegram allows, and hardly slower."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pacing import Limits, Pacer, Passage

FREE = frozenset({"setMyCommands"})


Way = tuple[float, float]
"""Seconds that a message takes to Telegram, and its answer back."""

AT_ONCE = (0.0, 0.0)


def sent_at(
    limits: Limits, chats: list[int], ways: Sequence[Way] = (AT_ONCE,)
) -> list[tuple[float, int]]:
    """Send a message to each of these chats as soon as the pacer lets it; when each arrives.

    A negative chat is a group. The n-th message goes the n-th way, and so round again. As with the
    sender, a chat has one message under way.
    """
    pacer = Pacer(limits)
    left = list(chats)
    arrived: list[tuple[float, int]] = []
    under_way: list[tuple[float, int, Passage]] = []
    now = 1000.0
    while left or under_way:
        busy = pacer.resting(now) | {chat for _, chat, _ in under_way}
        chat = next((one for one in left if one not in busy), None)
        if chat is not None and pacer.room(now, 64) > 0:
            left.remove(chat)
            out, back = ways[len(arrived) % len(ways)]
            passage = pacer.begin(chat, now, method="sendMessage", group=chat < 0)
            arrived.append((now + out, chat))
            under_way.append((now + out + back, chat, passage))
            continue
        pause = pacer.next_change(now)
        ends = [end for end, *_ in under_way]
        now = min(ends if pause is None else [*ends, now + pause])
        for one in [each for each in under_way if each[0] <= now]:
            under_way.remove(one)
            pacer.end(one[2], now)
    return sorted(arrived)


def most_within(times: list[float], seconds: float) -> int:
    """The greatest number of these instants in any window, its end left out."""
    return max(sum(1 for time in times if start <= time < start + seconds) for start in times)


@given(
    chats=st.lists(st.sampled_from([-3, -2, 1, 2, 3, 4, 5]), min_size=1, max_size=60),
    overall=st.integers(1, 7),
    chat=st.integers(1, 3),
    group=st.integers(1, 5),
    quick=st.sampled_from([(0.0, 0.0), (0.02, 0.02), (0.001, 0.3)]),
    late=st.lists(
        st.tuples(st.sampled_from([0.0, 0.01, 0.5]), st.sampled_from([0.0, 0.01, 0.5])),
        min_size=1,
        max_size=9,
    ),
)
def test_no_window_ever_holds_more_than_the_limits(
    chats: list[int], overall: int, chat: int, group: int, quick: Way, late: list[Way]
) -> None:
    ways = [(quick[0] + out, quick[1] + back) for out, back in late]
    arrived = sent_at(Limits(overall=overall, chat=chat, group=group), chats, ways)
    assert most_within([time for time, _ in arrived], 1.0) <= overall
    for one in set(chats):
        times = [time for time, where in arrived if where == one]
        assert most_within(times, 1.0) <= chat
        if one < 0:
            assert most_within(times, 60.0) <= group


@given(jitter=st.lists(st.sampled_from([0.0, 0.0, 0.01, 0.1, 0.5]), min_size=40, max_size=80))
def test_a_way_that_is_often_longer_makes_no_second_fuller(jitter: list[float]) -> None:
    late = zip([0.0, *jitter], [0.0, *jitter[::-1]], strict=True)
    ways = [(0.02 + out, 0.02 + back) for out, back in late]
    arrived = sent_at(Limits(overall=9), list(range(1, 200)), ways)
    assert most_within([time for time, _ in arrived], 1.0) <= 9


def test_a_first_burst_that_waits_for_its_connections_is_not_run_into_by_the_next() -> None:
    ways = [(0.6, 0.02)] * 30 + [(0.02, 0.02)] * 970
    arrived = sent_at(Limits(), list(range(1, 1001)), ways)
    assert most_within([time for time, _ in arrived], 1.0) == 30


@pytest.mark.parametrize("way", [AT_ONCE, (0.02, 0.02), (0.1, 0.05)])
def test_the_allowed_rate_is_used_to_97_percent_however_long_the_way(way: Way) -> None:
    arrived = sent_at(Limits(), list(range(1, 3001)), [way])
    assert 3000 / (arrived[-1][0] - arrived[0][0]) >= 0.97 * 30


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
    pacer.begin(1, 5.0, method="setMyCommands", group=False)
    assert pacer.resting(5.0) == set()
    assert pacer.room(5.0, 64) == 1
    pacer.begin(1, 5.0, method="sendMessage", group=False)
    assert pacer.resting(5.0) == {1}
    assert pacer.room(5.0, 64) == 0


def test_chats_that_rest_no_longer_are_forgotten() -> None:
    pacer = Pacer(Limits(overall=0))
    for number in range(1, 1001):
        at = number / 1000
        pacer.end(pacer.begin(number, at, method="sendMessage", group=False), at)
    assert len(pacer.resting(1.0)) > 900
    assert pacer.resting(10.0) == set()
    assert pacer.next_change(10.0) is None
    assert len(pacer._chats) == 0
