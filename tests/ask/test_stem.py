"""Words cut down to what their forms share."""

import pytest

from bot.ask.stem import bare, stem, without_letter
from bot.ask.tokens import is_acronym, tokens


@pytest.mark.parametrize(
    "forms",
    [
        ("coach", "coaching", "coaches"),
        ("formation", "formations", "formacion", "formaciones"),
        ("supervisor", "supervision", "superviser", "supervisar"),
        ("garcon", "garcons"),
        ("epidemia", "epidemias"),
        ("ندوه", "ندوات"),
        ("مدرب", "مدربين", "مدربون"),
        ("تسجيل", "تسجيلات"),
    ],
)
def test_forms_of_a_word_share_its_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("pair", [("mine", "minute"), ("case", "cash"), ("لغم", "لغه")])
def test_other_words_keep_stems_of_their_own(pair: tuple[str, str]) -> None:
    assert stem(pair[0]) != stem(pair[1])


def test_a_short_word_stays_whole() -> None:
    assert [stem(word) for word in ("uk", "grow", "cas")] == ["uk", "grow", "cas"]


def test_the_arabic_article_goes_with_what_stands_before_it() -> None:
    assert {bare(word) for word in ("الندوه", "بالندوه", "والندوه", "للندوه")} == {"ندوه"}


def test_today_is_not_the_word_for_a_day() -> None:
    assert bare("اليوم") != bare("يوم")


def test_a_letter_that_may_be_a_word_comes_off_on_request_only() -> None:
    assert without_letter("لتدريب") == "تدريب"
    assert without_letter("هالشهر") == "شهر"
    assert without_letter("training") is None
    assert bare("لتدريب") == "لتدريب"


def test_digits_of_every_script_are_the_same_number() -> None:
    assert [one.text for one in tokens("٢٠ ۲۰ 20")] == ["20", "20", "20"]


def test_accents_vowel_signs_and_stretched_letters_do_not_matter() -> None:
    one, other = tokens("Préparéééé"), tokens("prepare")
    assert one[0].word == other[0].word
    assert tokens("نَدْوَة")[0].word == tokens("ندوه")[0].word


def test_an_ordinal_and_an_acronym_are_told_from_other_words() -> None:
    twentieth, plain, acronym, word = tokens(text := "20th 20 MEL mercy")
    assert (twentieth.text, twentieth.ordinal, plain.ordinal) == ("20", True, False)
    assert is_acronym(acronym, text)
    assert not is_acronym(word, text)
