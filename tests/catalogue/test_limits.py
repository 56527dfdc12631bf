"""Ids, zones, addresses and texts: what may not stand in them, and where and how that is told."""

import pytest

from tests.catalogue.folder import Folder

TALK, OFFER, COMMUNITY = "webinar/talk.yaml", "opportunity/offer.yaml", "community.yaml"
BROKEN = "is no address that can be opened; copy it anew from the browser"

# file, what stands there, what is put there (‸ marks the place), field, what is said
MISTAKES = {
    # ids
    "an id of no kind": (
        *(TALK, "id: webinar/talk", "id: ‸webinars/talk"),
        *("id", "must begin with a kind and a slash; did you mean webinar?"),
    ),
    "an id with capitals": (
        *(TALK, "id: webinar/talk", "id: ‸webinar/Talk"),
        *("id", "must be 1 to 40 of the characters a-z, 0-9 and -"),
    ),
    "a long id": (
        *(TALK, "id: webinar/talk", f"id: ‸webinar/{'a' * 41}"),
        *("id", "must be 1 to 40 of the characters a-z, 0-9 and -"),
    ),
    "a topic that is no slug": (
        *(COMMUNITY, "topics:\n", "topics:\n  ‸Mine risk: {en: Mines, fr: Mines}\n"),
        *("topics.Mine risk", "must be 1 to 40 of the characters a-z, 0-9 and -"),
    ),
    "an entry twice in a list": (
        *(TALK, "topics: [coaching, health]", "topics: [coaching, ‸coaching]"),
        *("topics[2]", "stands twice in the list; keep it once"),
    ),
    # zones and addresses
    "a zone that is none": (
        *(COMMUNITY, "Africa/Nairobi", "‸Africa/Nairobbi"),
        *("zones[2]", "no time zone has this name; did you mean Africa/Nairobi?"),
    ),
    "a zone outside of the zones": (
        *(COMMUNITY, "Africa/Nairobi", "‸../etc/passwd"),
        *("zones[2]", "no time zone has this name; mend it, or take it out"),
    ),
    "an open address": (
        *(TALK, "url: unknown", "url: ‸http://example.org/"),
        *(
            "links[1].url",
            "an address must begin with https:// (it is unknown where the source gives none)",
        ),
    ),
    "an address without a host": (
        *(TALK, "url: unknown", "url: ‸https:///path"),
        *("links[1].url", BROKEN),
    ),
    "an address with a space": (
        *(TALK, "url: unknown", 'url: ‸"https://example.org/a b"'),
        *("links[1].url", BROKEN),
    ),
    "an address with a password": (
        *(TALK, "url: unknown", 'url: ‸"https://a:b@example.org/"'),
        *("links[1].url", BROKEN),
    ),
    "an address with an impossible port": (
        *(TALK, "url: unknown", "url: ‸https://example.org:99999/"),
        *("links[1].url", BROKEN),
    ),
    # what Telegram refuses
    "a title of two lines": (
        *(TALK, "title: A talk", 'title: ‸"A\\ntalk"'),
        *("text.en.title", "holds a line break; write it as one line"),
    ),
    "a long title": (
        *(TALK, "title: A talk", f"title: ‸{'a' * 121}"),
        *("text.en.title", "is 121 characters long; shorten it to at most 120"),
    ),
    "a title of emoji, which count twice": (
        *(TALK, "title: A talk", f"title: ‸{'🙂' * 61}"),
        *("text.en.title", "is 122 characters long; shorten it to at most 120"),
    ),
    "a long alias": (
        *(TALK, "aliases: [talk, chat]", f"aliases: [talk, ‸{'a' * 81}]"),
        *("text.en.aliases[2]", "is 81 characters long; shorten it to at most 80"),
    ),
    "a long label": (
        *(COMMUNITY, "{en: Coaching, fr", f"{{en: ‸{'a' * 81}, fr"),
        *("topics.coaching.en", "is 81 characters long; shorten it to at most 80"),
    ),
    "a long note": (
        *(TALK, "{en: Moved., fr", f"{{en: ‸{'a' * 401}, fr"),
        *("notes[1].text.en", "is 401 characters long; shorten it to at most 400"),
    ),
    "a long way": (
        *(OFFER, "fr: Appelez.", f"fr: ‸{'a' * 401}"),
        *("ways[2].text.fr", "is 401 characters long; shorten it to at most 400"),
    ),
    "a long name of the bot": (
        *(COMMUNITY, "name: {en: Circle", f"name: {{en: ‸{'a' * 65}"),
        *("name.en", "is 65 characters long; shorten it to at most 64"),
    ),
    "a long short description": (
        *(COMMUNITY, "{en: We learn.,", f"{{en: ‸{'a' * 121},"),
        *("short_description.en", "is 121 characters long; shorten it to at most 120"),
    ),
    "a long description": (
        *(COMMUNITY, "{en: We learn together.,", f"{{en: ‸{'a' * 513},"),
        *("description.en", "is 513 characters long; shorten it to at most 512"),
    ),
    "an override of the direction": (
        *(TALK, "title: A talk", 'title: ‸"A \\u202etalk"'),
        *("text.en.title", "holds an invisible character (U+202E); delete it"),
    ),
    "an override as it is typed": (
        *(TALK, "title: A talk", "title: ‸A \u2067talk"),
        *("text.en.title", "holds an invisible character (U+2067); delete it"),
    ),
    "a control character": (
        *(TALK, "title: A talk", 'title: ‸"A \\etalk"'),
        *("text.en.title", "holds an invisible character (U+001B); delete it"),
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_is_told_once_where_it_stands_with_what_to_do(folder: Folder, name: str) -> None:
    file, old, new, field, message = MISTAKES[name]
    place = folder.spoil(file, old, new)
    assert folder.told() == [f"{place}: {field}: {message}"]
