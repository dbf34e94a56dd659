"""Which alerts were told where: a file of JSON lines beside the record, so that each is told once and none is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from vedette.measuring.alerts import Alert, form, read_form
from vedette.measuring.alerts_rules import Rule
from vedette.model.errors import UsageError


@dataclass(slots=True)
class Told:
    """An alert that was found once, when that was, and the moment at which each sink was told of it."""

    alert: Alert
    case: str
    found: str
    sinks: dict[str, str] = field(default_factory=dict)

    @property
    def form(self) -> dict[str, object]:
        """The JSON form that sinks get."""
        return form(self.alert, self.case) | {"found": self.found}


def load(path: Path) -> list[Told]:
    """Read what was told; nothing where there is no such file. UsageError for a file of another kind."""
    if not path.exists():
        return []
    made = []
    for number, line in enumerate(_text(path).splitlines(), 1):
        try:
            given = json.loads(line)
            made.append(Told(read_form(given), str(given["case"]), str(given["found"]), dict(given["sinks"])))
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{path}: line {number} is no alert that was told; give another file to --told") from error
    return made


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no text and holds no alert that was told; give another file to --told") from error


def save(path: Path, held: Iterable[Told]) -> None:
    """Write what was told, whole or not at all."""
    lines = "".join(json.dumps(one.form | {"sinks": one.sinks}, ensure_ascii=False) + "\n" for one in held)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(lines, "utf-8")
    beside.replace(path)


def joined(held: list[Told], found: Iterable[Alert], *, case: str, rules: Mapping[str, Rule]) -> list[Told]:
    """Add alerts that tell of nothing told before; one that goes on, or whose days moved a little, is the same one."""
    made = list(held)
    for alert in found:
        rule = rules[alert.rule]
        quiet = max(rule.window, rule.days if rule.when == "chain" else 1)
        if not any(one.case == case and one.alert.same(alert, quiet) for one in made):
            made.append(Told(alert, case, now()))
    return made


def now() -> str:
    """Give this moment, to the second, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one run at a time tell; a second one waits. Where files cannot be locked, nothing is."""
    try:
        import fcntl
    except ImportError:  # not on this system
        yield
        return
    with path.with_name(f"{path.name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
