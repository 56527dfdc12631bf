"""Who is in the sandbox when it starts."""

from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Person:
    """A person with a Telegram account; their private chat with the bot has the same id.

    `role` is who they are to the community, for the page to show; Telegram knows nothing of it.
    `started` says whether they ever wrote to the bot: until then it may not write to them.
    """

    id: int
    key: str
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "en"
    role: str = "member"
    blocked: bool = field(default=False, compare=False)
    started: bool = field(default=False, compare=False)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of people with the bot in it; `admins` and `owner` are ids of members.

    An id below -1,000,000,000,000 makes it a supergroup, as at Telegram.
    """

    id: int
    title: str
    members: tuple[int, ...]
    owner: int | None = None
    admins: tuple[int, ...] = ()


MAYA = Person(id=1001, key="maya", first_name="Maya", username="maya_sandbox")
SAMIR = Person(id=1002, key="samir", first_name="سمير", language="ar")
CLAIRE = Person(id=1003, key="claire", first_name="Claire", language="fr", role="coach")
DIEGO = Person(
    id=1004,
    key="diego",
    first_name="Diego",
    username="diego_sandbox",
    language="es",
    role="coordinator",
)

PERSONAS = (MAYA, SAMIR, CLAIRE, DIEGO)
CIRCLE = Group(
    id=-1001,
    title="Trainers' circle",
    members=tuple(person.id for person in PERSONAS),
    owner=DIEGO.id,
    admins=(CLAIRE.id,),
)
