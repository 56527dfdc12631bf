"""What a content folder without a mistake becomes."""

from datetime import UTC, date, datetime

from bot.domain.items import (
    Access,
    Link,
    News,
    Opportunity,
    Package,
    Page,
    Speaker,
    Text,
    Webinar,
    Workshop,
)
from bot.domain.when import Moment, Precision, Span
from tests.catalogue.folder import Folder


def day(text: str) -> Span:
    return Span(
        first=date.fromisoformat(text), last=date.fromisoformat(text), precision=Precision.DAY
    )


def test_items_stand_in_the_order_that_they_give(folder: Folder) -> None:
    assert list(folder.load().items) == [
        "webinar/talk",
        "package/pack",
        "news/bulletin",
        "opportunity/offer",
        "workshop/meeting",
        "page/about",
    ]


def test_a_webinar_has_all_that_its_file_says(folder: Folder) -> None:
    talk = folder.load().get("webinar/talk")
    assert isinstance(talk, Webinar)
    assert talk.when == Moment(start=datetime(2018, 2, 20, 11, tzinfo=UTC), minutes=75)
    assert talk.source == "page: webinars"
    assert talk.languages == ("en",)
    assert talk.topics == ("coaching", "health")
    assert talk.series == ("talks", 1)
    assert talk.related == ("page/about",)
    assert talk.people == (
        Speaker(
            name="Ana Ruiz",
            affiliation={"en": "The host", "fr": "L'hôte"},
            spellings=("آنا رويز",),
        ),
    )
    assert talk.organiser == "host"
    assert talk.links == (Link(kind="recording", url=None),)
    assert not talk.recorded
    assert talk.access is Access.INVITATION
    assert talk.places == 15
    assert talk.before == {"en": "Watch the film.", "fr": "Regardez le film."}
    assert talk.texts["en"] == Text(
        title="A talk",
        summary="What it <b>is</b>.",
        aliases=("talk", "chat"),
        review="original",
    )


def test_a_series_without_numbers_has_no_part(folder: Folder) -> None:
    folder.spoil("webinar/talk.yaml", "{id: talks, part: 1}", "‸{id: talks}")
    assert folder.load().items["webinar/talk"].series == ("talks", None)


def test_notes_stand_newest_first(folder: Folder) -> None:
    talk = folder.load().items["webinar/talk"]
    assert [note.text["en"] for note in talk.notes] == ["Moved again.", "Moved."]


def test_a_package_has_its_version_and_revision(folder: Folder) -> None:
    pack = folder.load().get("package/pack")
    assert isinstance(pack, Package)
    assert pack.training
    assert pack.version == {"en": "First", "fr": "Première"}
    assert pack.revision is not None
    assert pack.revision.begins.first == date(2018, 5, 1)
    assert pack.revision.months == (6, 12)
    assert pack.when is None


def test_a_reviewed_translation_names_who_and_when_and_is_no_draft(folder: Folder) -> None:
    french = folder.load().items["package/pack"].texts["fr"]
    assert french.review == "Awa Diop, 2026-11-23"
    assert not french.is_draft


def test_an_opportunity_has_its_deadline_and_ways(folder: Folder) -> None:
    offer = folder.load().get("opportunity/offer")
    assert isinstance(offer, Opportunity)
    assert offer.deadline == day("2018-01-19")
    assert offer.ended
    assert offer.when is None
    assert [way.text["en"] for way in offer.ways] == ["Write.", "Call."]
    assert offer.ways[0].deadline is None
    assert offer.ways[1].deadline is not None


def test_a_bulletin_a_workshop_and_a_page_are_what_they_are(folder: Folder) -> None:
    catalogue = folder.load()
    assert isinstance(catalogue.get("news/bulletin"), News)
    meeting = catalogue.get("workshop/meeting")
    assert isinstance(meeting, Workshop)
    assert meeting.place == {"en": "Dakar", "fr": "Dakar"}
    assert isinstance(catalogue.about, Page)


def test_the_community_has_its_words_and_zones(folder: Folder) -> None:
    community = folder.load().community
    assert community.name == {"en": "Circle", "fr": "Cercle"}
    assert community.topics["health"]["fr"] == "Santé"
    assert community.zones == ("UTC", "Africa/Nairobi")


def test_a_language_stated_as_untranslated_is_left_to_the_others(folder: Folder) -> None:
    about = folder.load().items["page/about"]
    assert set(about.texts) == {"en"}
    assert about.text("fr") == ("en", about.texts["en"])


def test_texts_stand_in_the_order_of_the_bots_languages(folder: Folder) -> None:
    text = (folder.path / "webinar/talk.yaml").read_text()
    head, english, french = text.partition("  en:\n    review")[0], *_blocks(text)
    folder.write("webinar/talk.yaml", head + french + english)
    assert list(folder.load().items["webinar/talk"].texts) == ["en", "fr"]


def _blocks(text: str) -> tuple[str, str]:
    begin, middle = text.index("  en:\n    review"), text.index("  fr:\n    review")
    return text[begin:middle], text[middle:]


def test_an_item_may_lie_anywhere_under_the_folder(folder: Folder) -> None:
    (folder.path / "page/about.yaml").rename(folder.path / "anything.yml")
    assert "page/about" in folder.load().items


def test_what_editors_leave_behind_is_not_read(folder: Folder) -> None:
    for name in (".#about.yaml", "about.yaml~", ".about.yaml.swp", "#about.yaml#", ".git/a.yaml"):
        folder.write(f"page/{name}", "no: [content")
    assert not folder.problems()


def test_words_that_yaml_takes_for_something_else_stay_words(folder: Folder) -> None:
    folder.spoil(
        "webinar/talk.yaml", "aliases: [talk, chat]", "aliases: [‸no, 11:30, 2018, 'null']"
    )
    assert folder.load().items["webinar/talk"].texts["en"].aliases == (
        "no",
        "11:30",
        "2018",
        "null",
    )


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(folder: Folder) -> None:
    text = (folder.path / "webinar/talk.yaml").read_text()
    before = folder.load()
    folder.write("webinar/talk.yaml", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert folder.load().items == before.items


def test_paragraphs_are_parted_by_a_blank_line_however_they_were_wrapped(folder: Folder) -> None:
    folder.spoil(
        "webinar/talk.yaml",
        "summary: What it <b>is</b>.",
        "summary: ‸>-\n      One\n      line.\n\n      Another.",
    )
    folder.spoil(
        "webinar/talk.yaml",
        "summary: Ce que c'<b>est</b>.",
        "summary: ‸|\n      Une ligne.\n\n      Une autre.\n",
    )
    texts = folder.load().items["webinar/talk"].texts
    assert texts["en"].summary == "One line.\n\nAnother."
    assert texts["fr"].summary == "Une ligne.\n\nUne autre."
