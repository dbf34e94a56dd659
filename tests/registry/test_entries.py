from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry import load
from vedette.registry.entries import read_actors, read_people


def test_every_membership_and_office_leads_to_an_entry() -> None:
    registry = load()
    actors = registry.index.actors
    targets = [link.of for actor in actors.values() for link in (*actor.memberships, *actor.offices)]
    assert [target for target in targets if target not in actors] == []


def test_ids_are_used_once() -> None:
    ids = [actor.id for actor, _ in read_actors()]
    assert sorted(set(ids)) == sorted(ids)


def test_there_are_enough_actors_and_terms() -> None:
    assert len(list(read_actors())) >= 300
    assert sum(len(person.offices) for person in read_people()) >= 120


def test_no_term_ends_before_it_begins() -> None:
    terms = [(person.name, office) for person in read_people() for office in person.offices]
    assert [name for name, office in terms if office.from_ and office.to and office.to < office.from_] == []


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{ id = "group:x", name = "X" }', "lacks kind"),
        ('{ id = "group:x", name = "X", kind = "army" }', "kind 'army'"),
        ('{ id = "group:x", name = "X", kind = "party", colour = "red" }', "unknown colour"),
        ('{ id = "group:x", name = "X", kind = "party", part_of = [{ from = 2020-01-01 }] }', "part_of needs"),
        ('{ id = "group:x", name = "X", kind = "party", names = "Y" }', "list of texts"),
    ],
)
def test_a_bad_actor_is_named_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "world.toml").write_text(f"# a comment\nactor = [\n  {row},\n]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=rf"world\.toml line 3 .*{reason}"):
        list(read_actors(tmp_path))


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "world.toml").write_text("actor = [\n  { id = },\n]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"world\.toml: .*line 2"):
        list(read_actors(tmp_path))


def test_a_term_needs_a_day(tmp_path: Path) -> None:
    (tmp_path / "offices.toml").write_text(
        'holder = [\n{ person = "A B", title = "king", of = "state:JO", from = 2001 },\n]\n'
    )
    with pytest.raises(RegistryError, match="must be a day"):
        read_people(tmp_path / "offices.toml")
