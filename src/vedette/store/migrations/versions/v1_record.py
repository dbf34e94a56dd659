"""The record: reports and what they say, incidents and reactions in all their states, decisions, runs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision, down_revision = "v1", None
branch_labels = depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table("meta", _key("key"), sa.Column("value", sa.String, nullable=False))
    _reports()
    _claims()
    for name, key in (("tallies", "tally_id"), ("outlooks", "outlook_id"), ("affiliations", "affiliation_id")):
        op.create_table(name, _key(key), _report(), _text("form"))
        op.create_index(f"ix_{name}_report_id", name, ["report_id"])
    _states("incidents", "incident_id", sa.Column("first_known", sa.String, nullable=False))
    _states("reactions", "from_id", _key("because_of"), sa.Column("probability", sa.Float, nullable=False))
    op.create_index("incidents_now", "incidents", ["known_to", "incident_id"])
    op.create_table("decisions", _key("decision_id"), sa.Column("at", sa.String, nullable=False), _text("form"))
    _runs()


def _reports() -> None:
    op.create_table(
        "reports",
        _key("report_id"),
        sa.Column("number", sa.Integer, nullable=False, unique=True),
        _text("url"),
        sa.Column("outlet", sa.Text),
        sa.Column("published_end", sa.String),
        sa.Column("added_at", sa.String, nullable=False),
        _text("form"),
    )
    op.create_index("ix_reports_published_end", "reports", ["published_end"])
    op.create_table(
        "furniture",
        sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("reason"),
        _text("form"),
    )


def _claims() -> None:
    op.create_table(
        "claims",
        _key("claim_id"),
        _report(),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("from_day", sa.String),
        sa.Column("to_day", sa.String),
        sa.Column("country", sa.String),
        _text("form"),
    )
    op.create_index("ix_claims_report_id", "claims", ["report_id"])
    op.create_index("ix_claims_from_day", "claims", ["from_day"])


def _states(name: str, key: str, *more: "sa.Column[Any]") -> None:
    op.create_table(
        name,
        _key(key),
        *(column for column in more if column.primary_key),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("known_from", sa.String, nullable=False),
        sa.Column("known_to", sa.String),
        *(column for column in more if not column.primary_key),
        _text("form"),
    )
    op.create_index(f"ix_{name}_known_to", name, ["known_to"])


def _runs() -> None:
    op.create_table(
        "runs",
        _key("run_id"),
        sa.Column("started", sa.String, nullable=False),
        sa.Column("ended", sa.String),
        sa.Column("new_reports", sa.Integer, nullable=False),
        sa.Column("known_reports", sa.Integer, nullable=False),
    )
    op.create_table(
        "failures",
        sa.Column("run_id", sa.String, sa.ForeignKey("runs.run_id"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        _text("source"),
        _text("problem"),
    )


def _key(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.String, primary_key=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text, nullable=False)


def _report() -> "sa.Column[str]":
    return sa.Column("report_id", sa.String, sa.ForeignKey("reports.report_id"), nullable=False)
