"""A case of many incidents, made in a minute: reports from templates, their claims, and incidents derived by the rules.

    python -m benchmarks.web_case PATH [--incidents N]

The claims of an act are put together by the truth, not by linking, which would take many minutes; what the incidents
say is derived from them as always. One act in twelve is a statement, one in six answers the act before it at its town.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from benchmarks.scale_texts import PER_ACT, made
from vedette.linking.derive import derive
from vedette.linking.kin import Kinship
from vedette.linking.ledger import Rulings
from vedette.linking.link import Linked, _with_reactions
from vedette.linking.rules import Said
from vedette.model import Claim, Incident, Reaction, Report, to_json
from vedette.store import open_case, revisions, rows, tables
from vedette.store.engine import writing

_STATEMENTS = (("THREATEN", None), ("ACCUSE", "condemn"), ("REQUEST", "demand"), ("CONSULT", None))
_AT_ONCE = 5000  # rows written with one call


def make(path: Path, incidents: int, *, seed: int = 7) -> None:
    """Make the case at a path where there is none."""
    reports, claims, truth = made(incidents * sum(PER_ACT) // len(PER_ACT), seed=seed)
    claims = _varied(claims, truth, seed)
    with open_case(path, create=True) as case, writing(case._engine).begin() as connection:
        _keep(connection, reports, claims)
        revisions.write(connection, _linked(reports, claims, truth, seed))
        for counter in ("said", "linked"):
            rows.set_version(connection, counter, len(reports))


def _varied(claims: Sequence[Claim], truth: dict[str, int], seed: int) -> list[Claim]:
    """Turn one act in twelve into a statement."""
    rng = random.Random(seed)
    kinds = {act: rng.choice(_STATEMENTS) for act in sorted({*truth.values()}) if rng.random() < 1 / 12}
    return [
        replace(one, type=kinds[act][0], mode=kinds[act][1], killed=None)
        if (act := truth[one.claim_id]) in kinds
        else one
        for one in claims
    ]


def _linked(reports: Sequence[Report], claims: Sequence[Claim], truth: dict[str, int], seed: int) -> Linked:
    rng, by_id, groups = random.Random(seed), {one.id: one for one in reports}, defaultdict(list)
    for one in claims:
        groups[truth[one.claim_id]].append(Said(claim=one, voice=one.outlet or "", tells=not one.background))
    found = {
        act: derive(said, (), reports=by_id, rulings=Rulings(), kinship=Kinship())
        for act, said in groups.items()
        if any(one.tells for one in said)
    }
    links = list(_answers(found, rng))
    return Linked(incidents=_with_reactions(list(found.values()), links), reactions=tuple(links))


def _answers(found: dict[int, Incident], rng: random.Random) -> Iterator[Reaction]:
    last: dict[str, Incident] = {}
    for one in found.values():
        before = last.get(one.place.name or "")
        if before is not None and rng.random() < 1 / 6:
            quote = "It came in retaliation for the attack of the week before."
            yield Reaction(
                from_=one.incident_id,
                because_of=before.incident_id,
                basis="stated",
                kind="retaliation",
                probability=0.9,
                quote=quote,
                report_id=one.reports[0].report_id,
            )
        last[one.place.name or ""] = one


def _keep(connection: Connection, reports: Sequence[Report], claims: Sequence[Claim]) -> None:
    now = rows.now()
    _insert(
        connection,
        tables.reports,
        (
            {
                "report_id": one.id,
                "number": number,
                "url": one.url,
                "outlet": one.outlet,
                "published_end": to_json(one.day),
                "added_at": now,
                "form": rows.dump(to_json(one)),
            }
            for number, one in enumerate(reports, 1)
        ),
    )
    _insert(connection, tables.claims, (rows.claim_row(one) for one in claims))


def _insert(connection: Connection, table: Table, found: Iterable[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in found:
        batch.append(row)
        if len(batch) == _AT_ONCE:
            connection.execute(table.insert(), batch)
            batch = []
    if batch:
        connection.execute(table.insert(), batch)


def main() -> None:
    """Make a case where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--incidents", type=int, default=20_000)
    options = parser.parse_args()
    make(options.path, options.incidents)
    print(options.path)


if __name__ == "__main__":
    main()
