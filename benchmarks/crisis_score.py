"""The scores of a record against the truth of its crisis."""

from collections.abc import Iterable

from benchmarks.crisis_match import NEAR_KM, Matched, days_apart, kilometres_apart, toll_within
from benchmarks.crisis_record import FORCE, Record, Truth
from vedette.model import WherePrecision


def scores_of(found: Matched) -> dict[str, float]:
    """Give how many acts were found once, and how many of those have the day, the place and the toll of the truth.

    A place counts where the truth's is exact to 25 km, a toll where the truth tells of dead.
    """
    real = [(one, row) for one, row in found.pairs if not row.get("optional")]
    wanted, kept = len(real) + len(found.missed), len(found.pairs) + len(found.duplicates) + len(found.made_up)
    recall, precision = _share(len(real), wanted), _share(len(found.pairs), kept)
    exact = [(one, row) for one, row in real if row["place"].get("lat") and row["place"]["precision"] <= 2]
    tolls = [(one, row) for one, row in real if row.get("killed")]
    return {
        "incident_f1": _f1(precision, recall),
        "incident_precision": precision,
        "incident_recall": recall,
        "duplicates": float(len(found.duplicates)),
        "wrong_merges": float(len(found.merges)),
        "made_up": float(len(found.made_up)),
        "date_within_a_day": _mean((apart := days_apart(one, row)) is not None and apart <= 1 for one, row in real),
        "place_within_25_km": _mean(
            _within(kilometres_apart(one.place, row["place"]), NEAR_KM)
            and one.place.precision is not WherePrecision.COUNTRY
            for one, row in exact
        ),
        "toll_within": _mean(toll_within(one, row, "killed") for one, row in tolls),
    }


def reaction_scores(truth: Truth, found: Matched, record: Record) -> dict[str, float]:
    """Give recall and precision of the stated reactions between acts of force that the truth holds."""
    same = {one.incident_id: row["id"] for one, row in (*found.pairs, *found.duplicates)}
    known = {row["id"] for row in truth.incidents}
    wanted = {
        (row["id"], cause["incident"])
        for row in truth.incidents
        for cause in row.get("because_of", [])
        if cause.get("incident") in known
    }
    force = {one.incident_id for one in record.linked.incidents if one.type in FORCE and not one.aggregate}
    said = {
        (same.get(one.from_, one.from_), same.get(one.because_of, one.because_of))
        for one in record.linked.reactions
        if one.from_ in force and one.because_of in force
    }
    return {
        "reactions_recall": _share(len(said & wanted), len(wanted)),
        "reactions_precision": _share(len(said & wanted), len(said)),
    }


def _within(apart: float | None, most: float) -> bool:
    return apart is not None and apart <= most


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _mean(values: Iterable[bool]) -> float:
    kept = list(values)
    return sum(kept) / len(kept) if kept else 1.0
