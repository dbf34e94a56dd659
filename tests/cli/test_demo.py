"""What the demo is made of; the whole of it is run by `make demo`."""

from vedette.cli.demo import best_told, examples
from vedette.model import Incident, TollRange


def incident(id_: str, *, origins: int, killed: int | None) -> Incident:
    toll = None if killed is None else TollRange(low=killed, best=killed, high=killed)
    return Incident(
        incident_id=id_,
        type="ASSAULT",
        mode=None,
        status="actual",
        from_=None,
        to=None,
        date_precision=None,
        independent_origins=origins,
        killed=toll,
    )


def test_the_example_reports_are_there() -> None:
    assert (examples() / "reports.jsonl").is_file()


def test_shows_the_incident_with_a_toll_that_most_tell_of() -> None:
    told = [
        incident("a", origins=1, killed=3),
        incident("b", origins=2, killed=1),
        incident("c", origins=5, killed=None),
    ]
    assert best_told(told).incident_id == "b"
