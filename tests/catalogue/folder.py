"""A small content folder with everything in it, to be spoilt in one place at a time."""

from pathlib import Path

from bot.catalogue.load import load
from bot.catalogue.problems import ContentError, Problem
from bot.domain.catalogue import Catalogue

LANGUAGES = ("en", "fr")
HERE = "‸"
"""Stands in a spoilt text before the very character that the problem must point at."""

COMMUNITY = """\
name: {en: Circle, fr: Cercle}
short_description: {en: We learn., fr: Nous apprenons.}
description: {en: We learn together., fr: Nous apprenons ensemble.}
about: page/about
topics:
  coaching: {en: Coaching, fr: Coaching}
  health: {en: Health, fr: Santé}
series:
  talks: {en: Talks, fr: Entretiens}
organisations:
  host: {en: The host, fr: L'hôte}
zones: [UTC, Africa/Nairobi]
"""

ABOUT = """\
id: page/about
order: 60
as_of: 2018-02
source: the front page
text:
  en: {review: original, title: About us, summary: Who we are.}
  fr: untranslated
"""

TALK = """\
id: webinar/talk
order: 10
as_of: 2018-02
source: "page: webinars"
when: 2018-02-20T11:00Z
minutes: 75
languages: [en]
topics: [coaching, health]
series: {id: talks, part: 1}
related: [page/about]
supersedes: []
people:
  - name: Ana Ruiz
    affiliation: {en: The host, fr: L'hôte}
    spellings: [آنا رويز]
organiser: host
links:
  - {kind: recording, url: unknown}
notes:
  - as_of: 2018-03
    text: {en: Moved., fr: Déplacé.}
  - as_of: 2018-04
    text: {en: Moved again., fr: Encore déplacé.}
recorded: false
access: invitation
places: 15
before: {en: Watch the film., fr: Regardez le film.}
text:
  en:
    review: original
    title: A talk
    summary: What it <b>is</b>.
    aliases: [talk, chat]
  fr:
    review: draft
    title: Un entretien
    summary: Ce que c'<b>est</b>.
"""

PACK = """\
id: package/pack
order: 20
as_of: spring 2017
source: packages
training: true
version: {en: First, fr: Première}
revision: {begins: 2018-05, months: [6, 12]}
text:
  en: {review: original, title: A pack, summary: For trainers.}
  fr: {review: {by: Awa Diop, on: 2026-11-23}, title: Un lot, summary: Pour formateurs.}
"""

BULLETIN = """\
id: news/bulletin
order: 30
as_of: 2018-02
source: news
when: 2018-02
text:
  en: {review: original, title: News, summary: Things happened.}
  fr: {review: draft, title: Nouvelles, summary: "Il s'est passé des choses."}
"""

OFFER = """\
id: opportunity/offer
order: 40
as_of: 2018-01
source: offers
deadline: 2018-01-19
ended: true
access: open
places: 3
ways:
  - {text: {en: Write., fr: Écrivez.}, deadline: unknown}
  - text: {en: Call., fr: Appelez.}
    deadline: 2018-01-12..2018-01-15
text:
  en: {review: original, title: An offer, summary: For you.}
  fr: {review: draft, title: Une offre, summary: Pour vous.}
"""

MEETING = """\
id: workshop/meeting
order: 50
as_of: 2018-02
source: workshops
when: mid 2018-03
place: {en: Dakar, fr: Dakar}
text:
  en: {review: original, title: A meeting, summary: In person.}
  fr: {review: draft, title: Une réunion, summary: En personne.}
"""

FILES = {
    "community.yaml": COMMUNITY,
    "page/about.yaml": ABOUT,
    "webinar/talk.yaml": TALK,
    "package/pack.yaml": PACK,
    "news/bulletin.yaml": BULLETIN,
    "opportunity/offer.yaml": OFFER,
    "workshop/meeting.yaml": MEETING,
}


class Folder:
    """The content folder at `path`, at first without a mistake."""

    def __init__(self, path: Path) -> None:
        self.path = path
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file, as it is if it is bytes."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def spoil(self, name: str, old: str, new: str) -> str:
        """Put `new` for `old`, which stands in the file once.

        Returns ``name:line:column`` of HERE in `new`.
        """
        text = (self.path / name).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        marked = text.replace(old, new)
        assert marked.count(HERE) == 1, f"{new!r} must show where the problem is"
        before = marked.partition(HERE)[0]
        self.write(name, marked.replace(HERE, ""))
        line = before.count("\n") + 1
        return f"{name}:{line}:{len(before) - before.rfind(chr(10))}"

    def load(self) -> Catalogue:
        """Load it for two languages."""
        return load(self.path, LANGUAGES)

    def problems(self) -> list[Problem]:
        """What loading it complains of; nothing if it does not."""
        try:
            self.load()
        except ContentError as error:
            return list(error.problems)
        return []

    def told(self) -> list[str]:
        """The problems as lines, with file names as seen from the folder."""
        return [str(one).replace(f"{self.path.as_posix()}/", "") for one in self.problems()]
