from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from vedette.model import Office, RegistryError
from vedette.registry.people import read_people
from vedette.registry.titles import titles_in

PEOPLE = read_people()
TERMS = [(person.name, office) for person in PEOPLE for office in person.offices]
SOLE = ("president", "prime minister", "chancellor", "king", "defence minister", "foreign minister", "army chief")
DISPUTED = {"Alassane Ouattara"}  # elected in 2010, in office since 2011, by his own count since 2010


def test_there_are_enough_terms() -> None:
    assert len(TERMS) >= 700


def test_every_title_is_one_of_the_titles() -> None:
    assert (
        sorted({office.title for _, office in TERMS if " of " not in office.title and not titles_in(office.title)})
        == []
    )


def test_no_office_of_a_state_is_held_by_two_at_once() -> None:
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = defaultdict(list)
    for name, office in TERMS:
        if office.title in SOLE and office.of.startswith(("state:", "mil:")):
            held[office.of, office.title].append((*_days(office), name))
    both = [
        (place, earlier[2], later[2])
        for place, terms in held.items()
        for earlier, later in zip(sorted(terms), sorted(terms)[1:], strict=False)
        if (earlier[1] - later[0]).days > 3 and later[2] not in DISPUTED
    ]
    assert both == []


def _days(office: Office) -> tuple[date, date]:
    return office.from_ or date.min, office.to or date.max


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{ person = "A B", title = "king", of = "state:JO", from = 2001 }', "must be a day"),
        (
            '{ person = "A B", title = "king", of = "state:JO", from = 2001-01-02, to = 2001-01-01 }',
            "ends on 2001-01-01",
        ),
        ('{ person = "A B", title = "king" }', "lacks of"),
        ('{ person = "A B", title = "king", of = "state:JO", until = 2001-01-01 }', "unknown until"),
    ],
)
def test_a_bad_term_is_named_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "mine.toml").write_text(f"# a comment\nholder = [\n  {row},\n]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=rf"mine\.toml line 3 \(A B\): .*{reason}"):
        read_people([tmp_path / "mine.toml"])
