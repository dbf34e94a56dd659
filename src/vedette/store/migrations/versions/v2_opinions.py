"""Opinions: what second coders, who do not see the program's answer, say of a field of a claim."""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "v2", "v1"
branch_labels = depends_on = None


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "opinions",
        sa.Column("opinion_id", sa.String, primary_key=True),
        sa.Column("claim_id", sa.String, sa.ForeignKey("claims.claim_id"), nullable=False),
        sa.Column("coder", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
    )
    op.create_index("ix_opinions_claim_id", "opinions", ["claim_id"])
