"""The tables of a case, the same on SQLite and PostgreSQL.

Nouns are kept as their JSON form beside the columns that are searched. Times are ISO 8601 text in UTC. Reports, claims,
tallies, outlooks, affiliations, decisions, opinions and failures are only ever added to. Incidents and reactions keep
every state they have had: the present one has no `known_to`.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

SCHEMA = 2  # a new version needs a step in migrations/versions
APPLICATION = "vedette case"

metadata = MetaData()

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

reports = Table(
    "reports",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("outlet", Text),
    Column("published_end", String, index=True),
    Column("added_at", String, nullable=False),
    Column("form", Text, nullable=False),
)

furniture = Table(
    "furniture",
    metadata,
    Column("report_id", ForeignKey("reports.report_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("form", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("claim_id", String, primary_key=True),
    Column("report_id", ForeignKey("reports.report_id"), nullable=False, index=True),
    Column("type", String, nullable=False),
    Column("status", String, nullable=False),
    Column("from_day", String, index=True),
    Column("to_day", String),
    Column("country", String),
    Column("form", Text, nullable=False),
)


def _kept(name: str, key: str) -> Table:
    return Table(
        name,
        metadata,
        Column(key, String, primary_key=True),
        Column("report_id", ForeignKey("reports.report_id"), nullable=False, index=True),
        Column("form", Text, nullable=False),
    )


tallies = _kept("tallies", "tally_id")
outlooks = _kept("outlooks", "outlook_id")
affiliations = _kept("affiliations", "affiliation_id")

incidents = Table(
    "incidents",
    metadata,
    Column("incident_id", String, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("known_from", String, nullable=False),
    Column("known_to", String, index=True),
    Column("first_known", String, nullable=False),
    Column("form", Text, nullable=False),
)

reactions = Table(
    "reactions",
    metadata,
    Column("from_id", String, primary_key=True),
    Column("because_of", String, primary_key=True),
    Column("revision", Integer, primary_key=True),
    Column("known_from", String, nullable=False),
    Column("known_to", String, index=True),
    Column("probability", Float, nullable=False),
    Column("form", Text, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("decision_id", String, primary_key=True),
    Column("at", String, nullable=False),
    Column("form", Text, nullable=False),
)

opinions = Table(
    "opinions",
    metadata,
    Column("opinion_id", String, primary_key=True),
    Column("claim_id", ForeignKey("claims.claim_id"), nullable=False, index=True),
    Column("coder", String, nullable=False),
    Column("at", String, nullable=False),
    Column("form", Text, nullable=False),
)

runs = Table(
    "runs",
    metadata,
    Column("run_id", String, primary_key=True),
    Column("started", String, nullable=False),
    Column("ended", String),
    Column("new_reports", Integer, nullable=False),
    Column("known_reports", Integer, nullable=False),
)

failures = Table(
    "failures",
    metadata,
    Column("run_id", ForeignKey("runs.run_id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("problem", Text, nullable=False),
)

Index("incidents_now", incidents.c.known_to, incidents.c.incident_id)
