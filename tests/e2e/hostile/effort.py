"""How long the tests try whose examples are whole scenes with a running bot."""

from hypothesis import HealthCheck, Phase, settings

_AS_ASKED = 100
"""Examples of a profile that asks for neither more nor less."""


def tries(count: int) -> settings:
    """So many scenes, and as many times more as the profile asks for.

    One that fails is not made smaller, which would take minutes: it names the update.
    """
    assert settings.default
    return settings(
        max_examples=max(1, count * settings.default.max_examples // _AS_ASKED),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
