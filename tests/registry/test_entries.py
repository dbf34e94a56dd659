from collections import Counter, defaultdict
from pathlib import Path

import pytest

from vedette.model import RegistryError
from vedette.registry import load
from vedette.registry.entries import Entry, read_entries
from vedette.registry.spelling import fold

ENTRIES = tuple(read_entries())
GROUPS = ("armed group", "coalition", "party")


def test_every_membership_and_office_leads_to_an_entry() -> None:
    actors = load().index.actors
    targets = [link.of for actor in actors.values() for link in (*actor.memberships, *actor.offices)]
    assert [target for target in targets if actors.get(target) is None] == []


def test_ids_are_used_once() -> None:
    ids = [entry.actor.id for entry in ENTRIES]
    assert [id_ for id_, often in Counter(ids).items() if often > 1] == []


def test_there_are_enough_groups() -> None:
    assert sum(entry.actor.kind in GROUPS for entry in ENTRIES) >= 850


def test_an_armed_group_says_of_what_sort_it_is() -> None:
    assert [entry.actor.id for entry in ENTRIES if (entry.actor.kind == "armed group") != bool(entry.actor.sort)] == []


def _named(entry: Entry) -> set[str]:
    return {fold(name) for name in (*entry.actor.names, *entry.actor.native, *entry.local)}


def test_no_two_entries_of_a_country_share_a_name_unless_marked_ambiguous() -> None:
    bearers: dict[tuple[str | None, str], list[Entry]] = defaultdict(list)
    for entry in ENTRIES:
        for name in _named(entry):
            bearers[entry.actor.country, name].append(entry)
    shared = {
        (name, *(entry.actor.id for entry in entries))
        for (_, name), entries in bearers.items()
        if len(entries) > 1 and any(name not in map(fold, entry.ambiguous) for entry in entries)
    }
    assert shared == set()


def test_no_entry_bears_the_name_of_a_state() -> None:
    nations = load().index.nations
    assert [(entry.actor.id, name) for entry in ENTRIES for name in _named(entry) if name in nations] == []


def test_each_entry_lies_in_the_file_of_its_country() -> None:
    files: dict[str, set[str]] = defaultdict(set)
    for entry in ENTRIES:
        if entry.actor.country and entry.actor.id.split(":")[0] not in ("media", "igo", "mission"):
            files[entry.actor.country].add(entry.file.name)
    assert {code: names for code, names in files.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ('{ id = "group:x", name = "X" }', "lacks kind"),
        ('{ id = "group:x", name = "X", kind = "army" }', "kind 'army'"),
        ('{ id = "group:x", name = "X", kind = "party", colour = "red" }', "unknown colour"),
        ('{ id = "group:x", name = "X", kind = "party", part_of = [{ from = 2020-01-01 }] }', "part_of needs"),
        ('{ id = "group:x", name = "X", kind = "party", names = "Y" }', "list of texts"),
        ('{ id = "group:x", name = "X", kind = "party", country = "Iraq" }', "two capitals"),
        ('{ id = "group:x", name = "X", kind = "armed group", sort = "bad" }', "sort 'bad'"),
        (
            '{ id = "x", name = "X", kind = "party", part_of = [{ of = "", from = 2020-01-02, to = 2020-01-01 }] }',
            "ends",
        ),
    ],
)
def test_a_bad_actor_is_named_with_file_line_and_reason(tmp_path: Path, row: str, reason: str) -> None:
    (tmp_path / "world.toml").write_text(f"# a comment\nactor = [\n  {row},\n]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=rf"world\.toml line 3 .*{reason}"):
        list(read_entries(tmp_path))


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "world.toml").write_text("actor = [\n  { id = },\n]\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"world\.toml: .*line 2"):
        list(read_entries(tmp_path))
