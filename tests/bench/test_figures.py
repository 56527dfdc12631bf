"""The arithmetic of the measurements."""

import pytest

from bench.figures import (
    Asked,
    Spread,
    Told,
    latencies,
    lost,
    most_within,
    out_of_order,
    percentile,
    rate,
    ratios,
    spread,
    steady_rate,
)


def test_a_spread_is_the_median_between_the_lowest_and_the_highest() -> None:
    assert spread([5.0, 1.0, 2.0]) == Spread(2.0, 1.0, 5.0)


def test_ratios_go_pair_by_pair_and_not_by_medians() -> None:
    # In the second round the whole machine was ten times slower; the ratio does not see it.
    assert ratios([100.0, 10.0, 100.0], [50.0, 5.0, 50.0]) == Spread(2.0, 2.0, 2.0)


def test_runs_without_a_partner_make_no_ratio() -> None:
    with pytest.raises(ValueError, match="zip"):
        ratios([1.0, 2.0], [1.0])


@pytest.mark.parametrize(
    ("share", "value"), [(0.0, 1.0), (0.5, 50.0), (0.99, 99.0), (0.991, 100.0), (1.0, 100.0)]
)
def test_a_percentile_is_a_value_that_was_measured(share: float, value: float) -> None:
    assert percentile([float(n) for n in range(100, 0, -1)], share) == value


def test_a_rate_counts_from_its_beginning_to_the_last_event() -> None:
    assert rate([11.0, 12.0, 14.0, 13.0], 10.0) == 1.0


def test_a_window_slides_and_leaves_its_end_out() -> None:
    assert most_within([0.0, 0.6, 0.9, 1.0, 1.1, 1.6, 3.0], 1.0) == 4
    assert most_within([0.0, 1.0, 2.0], 1.0) == 1
    assert most_within([2.0, 2.0, 2.0], 1.0) == 3
    assert most_within([], 1.0) == 0


def test_bursts_that_are_cut_at_the_edges_do_not_pass_for_speed() -> None:
    bursts = [second * 1.02 + number * 0.001 for second in range(5) for number in range(30)]
    assert rate(bursts[1:], bursts[0]) > 35
    assert steady_rate(bursts, 30) == pytest.approx(30 / 1.02)


def test_a_steady_rate_of_single_events_is_their_distance() -> None:
    assert steady_rate([0.0, 0.1, 0.2, 0.3, 0.4], 1) == pytest.approx(10.0)


def test_less_than_a_burst_has_no_steady_rate() -> None:
    with pytest.raises(ValueError, match="burst"):
        steady_rate([0.0, 0.1], 30)


ASKED = [
    Asked(1, "time?", 0.0),
    Asked(2, "time?", 0.1),
    Asked(1, "place?", 0.2),
    Asked(2, "place?", 0.3),
    Asked(3, "time?", 0.4),
]
TOLD = [
    Told(2, "noon", 1.1),
    Told(1, "noon", 1.0),
    Told(1, "here", 2.2),
    Told(2, "here", 2.3),
    Told(3, "noon", 2.4),
]


def test_each_answer_in_a_chat_is_timed_from_its_own_update() -> None:
    took = {(one.chat, one.kind): seconds for one, seconds in latencies(ASKED, TOLD)}
    assert took == pytest.approx(
        {
            (1, "time?"): 1.0,
            (1, "place?"): 2.0,
            (2, "time?"): 1.0,
            (2, "place?"): 2.0,
            (3, "time?"): 2.0,
        }
    )


def test_answers_that_fit_their_updates_are_in_order() -> None:
    assert out_of_order(ASKED, TOLD) == 0
    assert lost(ASKED, TOLD) == 0


def test_two_answers_that_changed_places_in_a_chat_are_out_of_order() -> None:
    swapped = [Told(2, "here", 1.1), *TOLD[1:3], Told(2, "noon", 2.3), TOLD[4]]
    assert out_of_order(ASKED, swapped) == 2


def test_an_answer_too_few_or_too_many_is_counted() -> None:
    assert lost(ASKED, TOLD[:-1]) == 1
    assert lost(ASKED, [*TOLD, Told(1, "noon", 3.0)]) == 1
    assert lost(ASKED, [*TOLD[:-1], Told(1, "noon", 3.0)]) == 2
