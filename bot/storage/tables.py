"""The tables as they are now. A change to them is a migration too; a test holds both together."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
    literal_column,
)

from bot.storage.columns import Id, Instant, JsonText, Key, Note

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

# Spelled out in the statement, not sent along: only so do the partial indexes serve.
NEW: ColumnElement[str] = literal_column("'new'")
DONE: ColumnElement[str] = literal_column("'done'")
ASIDE: ColumnElement[str] = literal_column("'aside'")
QUEUED: ColumnElement[str] = literal_column("'queued'")
LEASED: ColumnElement[str] = literal_column("'leased'")

inbox = Table(
    "inbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("key", Key, nullable=False, unique=True),
    Column("lane", Key, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("payload", JsonText),
    Column("state", Text, nullable=False, server_default="new"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("reason", Note),
    Column("received_at", Instant, nullable=False),
    Column("handled_at", Instant),
    # An id is never given twice, not even after a purge: whoever remembers one means that row.
    sqlite_autoincrement=True,
)
_new = inbox.c.state == NEW
Index(
    "ix_inbox_waiting",
    inbox.c.lane,
    inbox.c.position,
    inbox.c.id,
    sqlite_where=_new,
    postgresql_where=_new,
)
Index("ix_inbox_age", inbox.c.id, inbox.c.lane, sqlite_where=_new, postgresql_where=_new)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("is_group", Boolean, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("method", Text, nullable=False),
    Column("params", JsonText),
    Column("file_as", JsonText),  # [parameter, file name]
    Column("file_content", LargeBinary),
    Column("state", Text, nullable=False, server_default="queued"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("uncertain", Boolean, nullable=False, server_default=false()),
    Column("message_id", BigInteger),
    Column("reason", Note),
    Column("cause", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("finished_at", Instant),
    sqlite_autoincrement=True,
)
_queued = outbox.c.state == QUEUED
Index(
    "ix_outbox_queue",
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=_queued,
    postgresql_where=_queued,
)
_open = outbox.c.finished_at.is_(None)
Index(
    "ix_outbox_chat",
    outbox.c.chat_id,
    outbox.c.state,
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=_open,
    postgresql_where=_open,
)

members = Table(
    "members",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", Text),
    Column("zone", Text),
    Column("consented_at", Instant),
    Column("blocked", Boolean, nullable=False, server_default=false()),
    Column("first_seen", Instant, nullable=False),
    Column("telegram_language", Text),
)

interests = Table(
    "interests",
    metadata,
    Column("member_id", BigInteger, ForeignKey(members.c.id, ondelete="CASCADE"), primary_key=True),
    Column("topic", Text, primary_key=True),
)

last_answers = Table(
    "last_answers",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("answer", JsonText, nullable=False),
    Column("shown_at", Instant, nullable=False),
)
Index("ix_last_answers_user", last_answers.c.user_id)
Index("ix_last_answers_age", last_answers.c.shown_at)

gap_keys = Table(
    "gap_keys",
    metadata,
    Column("month", Key, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
)

gaps = Table(
    "gaps",
    metadata,
    Column("day", Date, primary_key=True),
    Column("language", Key, primary_key=True),
    Column("topics", Key, primary_key=True),
    Column("wording", Key, primary_key=True),
    Column("mark", Key, primary_key=True),
    Column("times", Integer, nullable=False),
    # Rows stand in the order of their key: nothing tells in which order questions came.
    sqlite_with_rowid=False,
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("form", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("about", Text),
)

# Words that people typed are JSON: that holds every character.
drafts = Table(
    "drafts",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("about", Text, primary_key=True),
    Column("words", JsonText, nullable=False),
    Column("until", Instant, nullable=False),
)

watches = Table(
    "watches",
    metadata,
    Column("id", Id, primary_key=True),
    Column("member_id", BigInteger, nullable=False),
    Column("words", JsonText, nullable=False),
    Column("lang", Text, nullable=False),
    Column("known", JsonText, nullable=False),  # fingerprints
    Column("created_at", Instant, nullable=False),
    Column("fired_at", Instant),
    sqlite_autoincrement=True,
)
Index("ix_watches_member", watches.c.member_id)

questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger),
    Column("lang", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("asked_at", Instant, nullable=False),
    Column("last_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_questions_chat", questions.c.chat_id, questions.c.asked_at)
Index("ix_questions_state", questions.c.state, questions.c.last_at)

posts = Table(
    "posts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey(questions.c.id, ondelete="CASCADE"), nullable=False),
    Column("author", Text, nullable=False),
    Column("words", JsonText, nullable=False),
    Column("at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_posts_question", posts.c.question_id, posts.c.id)
