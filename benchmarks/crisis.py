"""A crisis told by many reports: is each incident found once, with its day, place, toll and stated reactions?

    python -m benchmarks.crisis [--data FOLDER] [--json] [--keep] [--rows]

FOLDER holds `truth.yaml` (its form is told on top of examples/truth.yaml) and the reports that it names; default
benchmarks/crisis_sahel, and `--data examples` gives the example crisis. Incidents of the record that are acts of force
are laid beside those of the truth, one to one. `--rows` lists what was missed, told twice, merged or made up.
"""

from benchmarks.crisis_match import Matched, matched
from benchmarks.crisis_record import Truth, read_truth, record_of
from benchmarks.crisis_score import reaction_scores, scores_of
from benchmarks.report import Result, arguments, show

DATA = "benchmarks/crisis_sahel"


def main() -> None:
    """Link the reports of a folder and score them."""
    options = arguments(__doc__, data=DATA, extra={"--rows": {"action": "store_true", "help": "list every miss"}})
    truth = read_truth(options.data)
    record = record_of(truth)
    found = matched(truth.incidents, record)
    scores = {**scores_of(found), **reaction_scores(truth, found, record)}
    result = Result(
        benchmark=f"crisis_{options.data.name.removeprefix('crisis_')}",
        data=options.data.name,
        n=len(truth.incidents),
        scores={name: round(value, 4) for name, value in scores.items()},
        baseline={"incident_f1": round(_an_incident_a_report(truth), 4)},
    )
    show(result, as_json=options.json, keep=options.keep)
    if options.rows:
        print("\n".join(_rows(found)))


def _an_incident_a_report(truth: Truth) -> float:
    """Give the F1 of taking each report for one new incident: the first to tell an act finds it."""
    told = {key for row in truth.incidents for key in row["told_by"][:1]}
    return 2 * len(told) / (len(truth.reports) + len([row for row in truth.incidents if not row.get("optional")]))


def _rows(found: Matched) -> list[str]:
    return [
        *(f"missed     {row['id']}" for row in found.missed),
        *(f"duplicate  {row['id']}: {incident.summary}" for incident, row in found.duplicates),
        *(f"merged     {incident.summary}: {', '.join(ids)}" for incident, ids in found.merges),
        *(f"made up    {incident.summary} ({incident.reports[0].url})" for incident in found.made_up),
    ]


if __name__ == "__main__":
    main()
