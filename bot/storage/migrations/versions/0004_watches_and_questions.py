"""Watches, drafts, questions passed on with their posts; the language of a member's Telegram."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# What stands here stays: a later change is a migration of its own, and never edits this one.
_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_instant = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("members", sa.Column("telegram_language", sa.Text()))
    op.add_column("dialogues", sa.Column("about", sa.Text()))
    op.create_table(
        "drafts",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("until", _instant, nullable=False),
        sa.PrimaryKeyConstraint("chat_id", "about", name="pk_drafts"),
    )
    _create_watches()
    _create_questions()


def downgrade() -> None:
    for table in ("posts", "questions", "watches", "drafts"):
        op.drop_table(table)
    # Not as a batch: that would drop the table of the members, and their interests with it.
    op.drop_column("dialogues", "about")
    op.drop_column("members", "telegram_language")


def _create_watches() -> None:
    op.create_table(
        "watches",
        sa.Column("id", _id, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("known", sa.Text(), nullable=False),
        sa.Column("created_at", _instant, nullable=False),
        sa.Column("fired_at", _instant),
        sa.PrimaryKeyConstraint("id", name="pk_watches"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_watches_member", "watches", ["member_id"])


def _create_questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", _id, nullable=False),
        sa.Column("chat_id", sa.BigInteger()),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("asked_at", _instant, nullable=False),
        sa.Column("last_at", _instant, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_questions_chat", "questions", ["chat_id", "asked_at"])
    op.create_index("ix_questions_state", "questions", ["state", "last_at"])
    op.create_table(
        "posts",
        sa.Column("id", _id, nullable=False),
        sa.Column("question_id", _id, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", _instant, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["questions.id"], name="fk_posts_question_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_posts_question", "posts", ["question_id", "id"])
