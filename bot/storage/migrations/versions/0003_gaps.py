"""Questions without an answer, counted."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_key = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "gap_keys",
        sa.Column("month", _key, nullable=False),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_gap_keys"),
    )
    op.create_table(
        "gaps",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("language", _key, nullable=False),
        sa.Column("topics", _key, nullable=False),
        sa.Column("wording", _key, nullable=False),
        sa.Column("mark", _key, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "language", "topics", "wording", "mark", name="pk_gaps"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("gaps")
    op.drop_table("gap_keys")
