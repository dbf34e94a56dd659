"""Alerts: rules are checked, find what they ask for, and each finding is told once to each sink, none lost."""

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import feedparser
import polars as pl
import pytest

from vedette.measuring.alerts import Alert, alerts
from vedette.measuring.alerts_rules import Rule, parse_rules, rules_of
from vedette.measuring.alerts_sinks import Sink, deliver, to_feed, to_file, to_hook
from vedette.measuring.alerts_told import joined, load, save
from vedette.measuring.imported import of_frame
from vedette.measuring.table import EventTable
from vedette.model.errors import UsageError

START = date(2024, 1, 1)
RISE = Rule(name="rise", when="above_baseline", sigmas=3, baseline=60, window=3, least=3)
HIGH = Rule(name="high", when="above", measure="tension", limit=4.0)
FIRST = Rule(name="first", when="first_of_kind", quiet=60)
CHAIN = Rule(name="chain", when="chain", length=3, days=5)


def day(number: int) -> str:
    return (START + timedelta(days=number)).isoformat()


def table(
    acts: list[tuple[int, str, str, str]], *, days: int = 120, because: dict[int, str] | None = None
) -> EventTable:
    """Acts as (day, actor, target, mode); the record is watched for so many days."""
    rows = [
        {"id": str(n), "from": day(d), "to": day(d), "actor": actor, "target": target, "type": "ASSAULT", "mode": mode,
         "because_of": (because or {}).get(n, "")}
        for n, (d, actor, target, mode) in enumerate(acts)
    ]  # fmt: skip
    made = of_frame(pl.DataFrame(rows), columns={"because_of": "because_of"}, today=date(2026, 1, 1))
    return replace(made, first=START, last=START + timedelta(days=days - 1))


QUIET = [(n, "Arvand", "Belisar", "firearms") for n in range(0, 110, 10)]
BURST = [(112, "Arvand", "Belisar", "firearms")] * 3 + [(113, "Arvand", "Belisar", "firearms")] * 2


def found(rule: Rule, told: EventTable, since: date = START) -> list[Alert]:
    return alerts(told, [rule], since=since)[0]


def test_finds_a_rise_above_the_baseline() -> None:
    (one,) = found(RISE, table([*QUIET, *BURST]))
    assert (one.day.isoformat(), one.unit, one.value) == (day(112), "Arvand – Belisar", 3.0)
    assert one.limit == pytest.approx(3.0)
    assert len(one.incidents) == 3


def test_a_steady_record_gives_no_rise() -> None:
    assert found(RISE, table(QUIET)) == []


def test_says_when_nothing_is_there_to_compare_with() -> None:
    made, notes = alerts(table([(5, "Arvand", "Belisar", "")] * 9, days=10), [RISE], since=START)
    assert made == []
    assert "fewer than 30 days watched before" in notes[0]


def test_finds_tension_above_a_limit() -> None:
    made = found(HIGH, table([*QUIET, *BURST]))
    assert [one.day.isoformat() for one in made] == [day(112)]


def test_finds_the_first_act_of_a_kind_once_the_record_is_long_enough() -> None:
    told = table([*QUIET, (100, "Arvand", "Belisar", "drone"), (105, "Arvand", "Belisar", "drone")])
    assert [(one.kind, one.day.isoformat()) for one in found(FIRST, told)] == [("ASSAULT, drone", day(100))]
    assert found(FIRST, table([(5, "Arvand", "Belisar", "drone")])) == []


def test_finds_acts_in_turn_and_does_not_call_them_reactions() -> None:
    turns = [(50, "Arvand", "Belisar", ""), (51, "Belisar", "Arvand", ""), (53, "Arvand", "Belisar", "")]
    (one,) = found(CHAIN, table(turns))
    assert (one.day.isoformat(), one.until.isoformat(), one.value) == (day(50), day(53), 3.0)
    assert "not shown" in one.message
    assert "retaliat" not in one.message


def test_a_chain_of_stated_reactions_is_called_so_even_within_a_day() -> None:
    turns = [(50, "Arvand", "Belisar", ""), (50, "Belisar", "Arvand", ""), (50, "Arvand", "Belisar", "")]
    assert found(CHAIN, table(turns)) == []
    (one,) = found(CHAIN, table(turns, because={1: "0", 2: "1"}))
    assert "each is stated to answer the one before" in one.message


@pytest.mark.parametrize("gap", [3, 5])
def test_acts_too_far_apart_or_of_one_side_are_no_chain(gap: int) -> None:
    far = [(50 + n * gap, *(("Arvand", "Belisar") if n % 2 else ("Belisar", "Arvand")), "") for n in range(3)]
    assert found(CHAIN, table(far)) == []
    assert found(CHAIN, table([(50 + n, "Arvand", "Belisar", "") for n in range(4)])) == []


def test_only_recent_alerts_are_told_unless_asked() -> None:
    turns = [(50, "Arvand", "Belisar", ""), (51, "Belisar", "Arvand", ""), (53, "Arvand", "Belisar", "")]
    assert alerts(table(turns), [CHAIN])[0] == []


def test_the_rules_that_are_shipped_can_be_read() -> None:
    assert [rule.when for rule in rules_of()] == ["above_baseline", "first_of_kind", "chain"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("rule = 3", "holds no rules"),
        ("[[rule", "not readable as TOML"),
        ('[[rule]]\nwhen = "chain"', "has no name"),
        ('[[rule]]\nname = "a"\nwhen = "sometimes"', "choose one of"),
        ('[[rule]]\nname = "a"\nwhen = "chain"\nsigmas = 3', "takes no 'sigmas'"),
        ('[[rule]]\nname = "a"\nwhen = "chain"\nlength = 1', "length = 1"),
        ('[[rule]]\nname = "a"\nwhen = "chain"\ndays = "five"', "days = 'five'"),
        ('[[rule]]\nname = "a"\nwhen = "above"', "asks for a limit"),
        ('[[rule]]\nname = "a"\nwhen = "above"\nlimit = 1\nmeasure = "mood"', "measure = 'mood'"),
        ('[[rule]]\nname = "a"\nwhen = "chain"\ntypes = ["QUARREL"]', "not in the codebook"),
        ('[[rule]]\nname = "a"\nwhen = "first_of_kind"\nkind = ["colour"]', "kind 'colour'"),
        ('[[rule]]\nname = "a"\nwhen = "chain"\n[[rule]]\nname = "a"\nwhen = "chain"', "two rules are called"),
    ],
)
def test_a_wrong_rule_is_named_in_a_line(text: str, problem: str) -> None:
    with pytest.raises(UsageError, match=r"^x\.toml: ") as told:
        parse_rules(text, "x.toml")
    assert problem in str(told.value)
    assert "\n" not in str(told.value)


def one_alert(number: int = 0, rule: str = "chain") -> Alert:
    first = START + timedelta(days=number)
    return Alert(rule=rule, unit="A – B", day=first, until=first + timedelta(3), message=f"<{number}> & more")


def test_the_same_finding_is_kept_once_though_its_days_move() -> None:
    rules = {"chain": CHAIN}
    held = joined([], [one_alert(0)], case="c", rules=rules)
    assert len(joined(held, [one_alert(1), one_alert(7)], case="c", rules=rules)) == 1
    assert len(joined(held, [one_alert(20)], case="c", rules=rules)) == 2
    assert len(joined(held, [one_alert(0)], case="other", rules=rules)) == 2


def test_what_was_told_is_read_again_and_a_foreign_file_refused(tmp_path: Path) -> None:
    path = tmp_path / "c.alerts"
    held = joined([], [one_alert(0), one_alert(50)], case="c", rules={"chain": CHAIN})
    held[0].sinks["file x"] = "2024-01-01T00:00:00+00:00"
    save(path, held)
    assert load(path) == held
    path.write_text("no json\n", "utf-8")
    with pytest.raises(UsageError, match="line 1"):
        load(path)


def test_a_picture_is_no_list_of_what_was_told(tmp_path: Path) -> None:
    (tmp_path / "told").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(UsageError, match="is no text"):
        load(tmp_path / "told")


def test_each_sink_is_told_once(tmp_path: Path) -> None:
    held = joined([], [one_alert(0), one_alert(50)], case="c", rules={"chain": CHAIN})
    log, feed = to_file(tmp_path / "a.jsonl"), to_feed(tmp_path / "a.xml")
    for _ in range(2):
        assert [deliver(held, sink, keep=lambda: None) for sink in (log, feed)] == [None, None]
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert [line["message"] for line in lines] == ["<0> & more", "<50> & more"]
    read = feedparser.parse((tmp_path / "a.xml").read_bytes())
    assert (read.bozo, len(read.entries), len({entry.id for entry in read.entries})) == (False, 2, 2)
    assert {entry.content[0].value for entry in read.entries} == {"<0> & more", "<50> & more"}


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, object]], list[int]]]:
    """A web hook: its address, what it got, and the statuses that it answers with (200 when there are none left)."""
    got: list[dict[str, object]] = []
    answers: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = answers.pop(0) if answers else 200
            if status == 200:
                got.append(json.loads(body))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            return None

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/x?key=secret", got, answers
    server.shutdown()
    server.server_close()


def test_a_hook_that_fails_is_told_again_and_loses_nothing(
    hook: tuple[str, list[dict[str, object]], list[int]],
) -> None:
    url, got, answers = hook
    answers += [200, 500]
    held, sink = joined([], [one_alert(n) for n in (0, 50, 90)], case="c", rules={"chain": CHAIN}), to_hook(url)
    problem = deliver(held, sink, keep=lambda: None)
    assert problem == "http://127.0.0.1: answers 500; 2 alerts wait for the next call"
    assert deliver(held, sink, keep=lambda: None) is None
    assert [one["message"] for one in got] == ["<0> & more", "<50> & more", "<90> & more"]
    assert "secret" not in sink.key


def test_a_hook_that_is_not_there_is_told_in_a_line() -> None:
    held = joined([], [one_alert(0)], case="c", rules={"chain": CHAIN})
    problem = deliver(held, to_hook("http://127.0.0.1:9/", timeout=1), keep=lambda: None)
    assert problem is not None
    assert "1 alert waits" in problem
    with pytest.raises(UsageError, match="no web address"):
        to_hook("file:///etc/passwd")


def test_what_was_delivered_is_kept_before_the_next_one_goes(tmp_path: Path) -> None:
    held = joined([], [one_alert(0), one_alert(50)], case="c", rules={"chain": CHAIN})
    kept: list[int] = []
    sink: Sink = to_file(tmp_path / "a.jsonl")
    deliver(held, sink, keep=lambda: kept.append(sum(sink.key in one.sinks for one in held)))
    assert kept == [1, 2]
