from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry import load_gazetteer
from vedette.registry.parts import read_counties, read_first_level, short_forms, spelled_out


def test_every_row_can_be_read() -> None:
    assert len(read_first_level()) > 3500
    assert len(read_counties()) > 3000


def test_ids_of_first_level_units_are_unique() -> None:
    ids = [part.geoname_id for part in read_first_level()]
    assert len(ids) == len(set(ids))


def test_every_short_form_stands_for_a_unit_of_the_gazetteer() -> None:
    units = {
        (country, name): any(spot.country == country and spot.exact for spot in load_gazetteer().find(name))
        for country, name in short_forms().values()
    }
    assert [unit for unit, known in units.items() if not known] == []


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("Calif.", "California"),
        ("W. Va.", "West Virginia"),
        ("Ont", "Ontario"),
        ("TX", "Texas"),
        ("Me", None),
        ("miss", None),
        ("Idlib", None),
    ],
)
def test_spells_out_a_short_form(short: str, name: str | None) -> None:
    found = spelled_out(short)
    assert (found and found[1]) == name


@pytest.mark.parametrize(
    ("row", "reason"), [("XX.01\tNowhere", "needs country and code"), ("XX.01\tNowhere\tten", "no number")]
)
def test_a_bad_row_is_named(tmp_path: Path, row: str, reason: str) -> None:
    path = tmp_path / "first_level.tsv"
    path.write_text(f"# a comment\n{row}\n", "utf-8")
    with pytest.raises(RegistryError, match=rf"first_level\.tsv line 2.*{reason}"):
        read_first_level(path)
