from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry.sites import read_centres, read_sites

GOOD = "Fort Example\tExample Base|Example\tbase\t10.5\t20.25\tML\tGao\t1\ta note\n"


def test_every_row_of_the_sites_can_be_read() -> None:
    assert len(read_sites()) >= 600


def test_every_country_centre_can_be_read() -> None:
    assert len(read_centres()) >= 180


def test_reads_a_row(tmp_path: Path) -> None:
    (tmp_path / "sites.tsv").write_text("# a comment\n" + GOOD, encoding="utf-8")
    (site,) = read_sites(tmp_path / "sites.tsv")
    assert (site.name, site.others, site.lat, site.country, site.precision) == (
        "Fort Example",
        ("Example Base", "Example"),
        10.5,
        "ML",
        1,
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("10.5", "ten", "no number"),
        ("10.5", "95", "outside"),
        ("\t1\t", "\t9\t", "precision"),
        ("base\t", "castle\t", "kind"),
        ("\tML\t", "\tMali\t", "two-letter"),
        ("\tML\tGao", "", "columns"),
    ],
)
def test_a_bad_row_is_named_with_line_and_reason(tmp_path: Path, old: str, new: str, reason: str) -> None:
    (tmp_path / "sites.tsv").write_text("# a comment\n" + GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegistryError, match=rf"sites\.tsv line 2.*{reason}"):
        read_sites(tmp_path / "sites.tsv")
