"""Questions in one's own words, in the chat."""

import pytest

from tests.e2e.bot import Bot, buttons, words


@pytest.mark.parametrize(
    ("who", "question", "answer"),
    [
        ("maya", "when is the next webinar?", "20 February 2018"),
        ("samir", "متى الندوة الجاية؟", "20 فبراير 2018"),
        ("claire", "le webinaire sur les mines", "mines"),
        ("diego", "últimas noticias", "febrero de 2018"),
    ],
)
async def test_a_sure_answer_is_the_card_itself(
    bot: Bot, who: str, question: str, answer: str
) -> None:
    card = await bot.person(who).says(question)
    assert answer in words(card)
    assert any("Menu" in one or "القائمة" in one or "Menú" in one for one in buttons(card))


async def test_a_question_for_several_gets_all_of_them_with_what_matters_of_each(
    either: Bot,
) -> None:
    listed = await either.person("maya").says("which recordings do you have?")
    assert words(listed).count("recorded, English") == 4
    assert buttons(listed)[:4] == ["1", "2", "3", "4"]
    packages = await either.person("maya").says("which training packages are there?")
    assert "date to be confirmed" not in words(packages)


async def test_an_honest_no_offers_what_is_nearest(bot: Bot) -> None:
    answer = await bot.person("maya").says("webinars in french?")
    assert "I would rather not guess" in words(answer)
    assert "🎥 Webinars" in buttons(answer)
