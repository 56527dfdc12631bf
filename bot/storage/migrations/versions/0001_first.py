"""Inbox, outbox, members with their interests, dialogues."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# What stands here stays: a later change is a migration of its own, and never edits this one.
_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    _create_inbox()
    _create_outbox()
    op.create_table(
        "members",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("zone", sa.Text()),
        sa.Column("consented_at", _instant),
        sa.Column("blocked", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("first_seen", _instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_members"),
    )
    op.create_table(
        "interests",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name="fk_interests_member_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("member_id", "topic", name="pk_interests"),
    )
    op.create_table(
        "dialogues",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asked_at", _instant, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name="pk_dialogues"),
    )


def downgrade() -> None:
    for table in ("dialogues", "interests", "members", "outbox", "inbox"):
        op.drop_table(table)


def _create_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", _id, nullable=False),
        sa.Column("key", _key, nullable=False),
        sa.Column("lane", _key, nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text()),
        sa.Column("state", sa.Text(), server_default="new", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("received_at", _instant, nullable=False),
        sa.Column("handled_at", _instant),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
        sa.UniqueConstraint("key", name="uq_inbox_key"),
        sqlite_autoincrement=True,
    )
    waiting = sa.text("state = 'new'")
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["lane", "position", "id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
    op.create_index(
        "ix_inbox_age", "inbox", ["id", "lane"], sqlite_where=waiting, postgresql_where=waiting
    )


def _create_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _id, nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("is_group", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("params", sa.Text()),
        sa.Column("file_as", sa.Text()),
        sa.Column("file_content", sa.LargeBinary()),
        sa.Column("state", sa.Text(), server_default="queued", nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("uncertain", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("reason", sa.Text()),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("created_at", _instant, nullable=False),
        sa.Column("finished_at", _instant),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    queued, unfinished = sa.text("state = 'queued'"), sa.text("finished_at IS NULL")
    op.create_index(
        "ix_outbox_queue",
        "outbox",
        ["priority", "id"],
        sqlite_where=queued,
        postgresql_where=queued,
    )
    op.create_index(
        "ix_outbox_chat",
        "outbox",
        ["chat_id", "state", "priority", "id"],
        sqlite_where=unfinished,
        postgresql_where=unfinished,
    )
