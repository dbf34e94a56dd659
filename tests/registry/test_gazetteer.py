import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry import load_gazetteer
from vedette.registry.atlas import _is_whole
from vedette.registry.cache import cache_folder


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Ain al-Assad airbase", "IQ", "base"),
        ("Jurf al-Nasr", "IQ", "city"),
        ("Kharkov", "UA", "city"),
        ("Raqqa", "SY", "adm1"),
        ("U.S.", "US", "country"),
        ("Bab el-Mandeb", None, "strait"),
        ("Baghdad", "IQ", "city"),
        ("Cabo Delgado", "MZ", "region"),
    ],
)
def test_finds_a_place_in_any_usual_spelling(name: str, country: str | None, kind: str) -> None:
    assert any(spot.country == country and spot.kind == kind for spot in load_gazetteer().find(name))


@pytest.mark.parametrize("name", ["", "...", "Xyzzyqwv"])
def test_finds_nothing_for_no_name(name: str) -> None:
    assert load_gazetteer().find(name) == ()


def test_a_short_name_is_not_found_loosely() -> None:
    assert all(spot.exact for spot in load_gazetteer().find("Hit"))


def test_a_town_knows_its_province() -> None:
    erbil = next(spot for spot in load_gazetteer().find("Erbil") if spot.kind == "city")
    assert (erbil.country, erbil.adm1) == ("IQ", "Erbil")


def test_gives_a_country_by_code() -> None:
    sudan = load_gazetteer().country("SD")
    assert sudan is not None
    assert (sudan.name, sudan.geoname_id) == ("Sudan", 366755)


def test_distances_are_on_the_globe() -> None:
    gazetteer = load_gazetteer()
    baghdad = next(spot for spot in gazetteer.find("Baghdad") if spot.kind == "city")
    assert 290 < baghdad.kilometres(36.19, 44.01) < 330


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("VEDETTE_CACHE", str(tmp_path / "file" / "below"))
    with pytest.raises(RegistryError, match="set VEDETTE_CACHE"):
        cache_folder()


def test_a_compiled_file_that_was_cut_short_is_not_whole(tmp_path: Path) -> None:
    kept = tmp_path / "kept.sqlite"
    with closing(sqlite3.connect(kept)) as store:
        store.executescript("create table spot (id integer); insert into spot values (1);")
    assert _is_whole(kept)
    kept.write_bytes(kept.read_bytes()[:4096])
    assert not _is_whole(kept)
    assert not _is_whole(tmp_path / "nothing.sqlite")
