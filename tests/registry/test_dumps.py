import zipfile
from pathlib import Path

import pytest

from vedette.cli.main import main
from vedette.model import RegistryError
from vedette.registry.dumps import install, installed, read_dump, remove

CELLS = ["9000001", "Qaryat Mithal", "Qaryat Mithal", "Mithal,mithal", "33.5", "44.25", "P", "PPL", "IQ", "", "07"]
LINE = "\t".join([*CELLS, "", "", "", "1200", "", "40", "Asia/Baghdad", "2020-01-01"])


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_CACHE", str(tmp_path / "cache"))


def dump(folder: Path, text: str, name: str = "IQ") -> Path:
    """Write a dump as GeoNames packs it."""
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr(f"{name}.txt", text)
    return path


def test_reads_the_places_of_a_dump(tmp_path: Path) -> None:
    (entry,) = read_dump(dump(tmp_path, LINE + "\n"))
    assert (entry.name, entry.kind, entry.lat, entry.country, entry.admin1, entry.population) == (
        "Qaryat Mithal",
        "city",
        33.5,
        "IQ",
        "07",
        1200,
    )
    assert entry.others == ("Qaryat Mithal", "Mithal")


def test_leaves_out_what_no_text_means(tmp_path: Path) -> None:
    assert list(read_dump(dump(tmp_path, LINE.replace("\tP\tPPL\t", "\tS\tHTL\t")))) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LINE + "\n9000002\tshort\n", "IQ.zip line 2: has 2 columns"),
        (LINE.replace("33.5", "north"), "IQ.zip line 1: 'north' is no number of degrees"),
        (LINE.replace("33.5", "nan"), "IQ.zip line 1: nan lies outside"),
        (LINE.replace("44.25", "444.25"), "IQ.zip line 1: 444.25 lies outside"),
        ("", "holds no places"),
    ],
)
def test_a_broken_dump_is_named_and_the_old_one_stays(tmp_path: Path, text: str, reason: str) -> None:
    good = install(dump(tmp_path, LINE + "\n"))
    held = installed()[0].read_bytes()
    with pytest.raises(RegistryError, match=reason):
        install(dump(tmp_path, text))
    assert (good, installed()[0].read_bytes()) == (1, held)


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "IQ.zip"
    path.write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(RegistryError, match="is no whole dump"):
        install(path)
    assert installed() == ()


def test_a_dump_can_be_taken_out_again(tmp_path: Path) -> None:
    install(dump(tmp_path, LINE))
    assert (remove("IQ"), remove("IQ"), installed()) == (True, False, ())


def test_the_command_line_tells_a_broken_dump_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "add", str(dump(tmp_path, "broken"))]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "IQ.zip line 1" in said[0]
