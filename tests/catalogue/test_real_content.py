"""The content that this repository carries: it loads, and holds what it has promised to hold.

The ids are public: they stand in deep links, exports and answers, so none may go or change.
"""

from pathlib import Path

import pytest

from bot.catalogue.load import load
from bot.domain.catalogue import Catalogue
from bot.domain.items import Kind

CONTENT = Path(__file__).parents[2] / "content"
LANGUAGES = ("en", "fr", "es", "ar")

IDS = [
    "webinar/coaching-1-defining",
    "webinar/coaching-2-skills-and-models",
    "webinar/coaching-3-reflection",
    "webinar/cm-supervision-coaching-package",
    "webinar/infectious-disease-outbreaks",
    "webinar/mine-risk",
    "webinar/boys-sexual-violence",
    "webinar/engaging-humanitarian-learners",
    "webinar/ld-strategies",
    "webinar/case-studies",
    "webinar/mapping-tools",
    "webinar/marginalized-children",
    "package/face-to-face",
    "package/cm-supervision-coaching",
    "package/case-management",
    "package/rapid-assessment",
    "package/cpms-intro-frontline",
    "package/cpms-video-series",
    "package/cpms-ecourse",
    "package/cpms-case-studies",
    "package/competency-framework",
    "package/task-force-videos",
    "package/postgraduate-diploma",
    "news/2017-01",
    "news/2017-spring",
    "news/2018-02",
    "news/2018-04",
    "news/2018-05",
    "opportunity/tot-nairobi-2018",
    "opportunity/coaching-series-places",
    "opportunity/competency-framework-revision",
    "opportunity/cpms-video-testers",
    "opportunity/face-to-face-suggestions",
    "opportunity/suggest-webinar",
    "opportunity/join-community",
    "opportunity/cpms-workshop-next",
    "opportunity/focal-point",
    "workshop/london-2014",
    "workshop/bangkok-2015",
    "workshop/beirut-2015",
    "workshop/dakar-2016",
    "workshop/nairobi-2017",
    "workshop/nairobi-2018",
    "page/about-alliance",
    "page/working-group",
    "page/community-of-practice",
    "page/coaching-guide",
    "page/webinars",
]


@pytest.fixture(scope="module")
def content() -> Catalogue:
    return load(CONTENT, LANGUAGES)


def test_it_holds_exactly_the_promised_items(content: Catalogue) -> None:
    assert sorted(content.items) == sorted(IDS)


def test_every_item_speaks_every_language(content: Catalogue) -> None:
    lacking = {item.id for item in content if set(item.texts) != set(LANGUAGES)}
    assert not lacking


def test_the_kinds_stand_together_in_their_order(content: Catalogue) -> None:
    kinds = [item.kind for item in content]
    assert kinds == sorted(kinds, key=list(Kind).index)


def test_english_is_the_original_and_every_translation_says_what_it_is(content: Catalogue) -> None:
    assert {item.texts["en"].review for item in content} == {"original"}
    assert "original" not in {
        text.review for item in content for lang, text in item.texts.items() if lang != "en"
    }


def test_the_community_has_a_page_about_itself(content: Catalogue) -> None:
    assert content.about is not None
