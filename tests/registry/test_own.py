"""A user's own registry files."""

from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry.index import load_index
from vedette.registry.own import own_files
from vedette.registry.registry import Registry


def mine(folder: Path, text: str) -> Registry:
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    return Registry(load_index(own=(folder / "mine.toml",)))


def test_an_actor_of_ones_own_is_found(tmp_path: Path) -> None:
    registry = mine(tmp_path, 'actor = [{ id = "group:x", name = "Tarn Valley Front", kind = "armed group" }]')
    found = registry.find("the Tarn Valley Front")
    assert found is not None
    assert found.actor.id == "group:x"


def test_a_row_of_a_known_id_adds_names(tmp_path: Path) -> None:
    registry = mine(
        tmp_path, 'actor = [{ id = "group:houthis", name = "Houthis", kind = "armed group", names = ["Men of Tarn"] }]'
    )
    actor = registry.actor("group:houthis")
    assert actor is not None
    assert {"Men of Tarn", "Ansar Allah"} <= set(actor.names)
    assert actor.country == "YE"


def test_a_file_may_hold_actors_and_terms(tmp_path: Path) -> None:
    registry = mine(
        tmp_path,
        'actor = [{ id = "group:x", name = "Tarn Front", kind = "armed group" }]\n'
        'holder = [{ person = "Ada Tarn", title = "leader", of = "group:x" }]',
    )
    assert [person.name for person, _ in registry.offices_of()["group:x"]] == ["Ada Tarn"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("actor = [\n{ id = }]", r"mine\.toml: .*line 2"),
        ("actors = []", r"mine\.toml: needs a list `actor"),
        ('actor = [\n{ id = "x", name = "X", kind = "mob" }]', r"mine\.toml line 2 \(x\): kind 'mob' is none of"),
        (
            'actor = [\n{ id = "x", name = "X", kind = "party", part_of = ["y"] }]',
            r"2 \(x\): part_of leads to 'y'",
        ),
        ('holder = [\n{ person = "A", title = "king", of = "y" }]', r"mine\.toml line 2 \(A\): of leads to 'y'"),
    ],
)
def test_a_bad_file_is_named_whole_with_line_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(RegistryError, match=reason):
        mine(tmp_path, text)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RegistryError, match=r"mine\.toml: cannot be read"):
        load_index(own=(tmp_path / "mine.toml",))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_REGISTRY", str(tmp_path / "none"))
    with pytest.raises(RegistryError, match="none: is no folder; set VEDETTE_REGISTRY"):
        own_files()
