"""TimeML files: the text between their tags, its publication day, and the gold time expressions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: its place in the text, its TIMEX3 value (empty: none given), and its words."""

    start: int
    end: int
    value: str
    text: str = ""

    def overlaps(self, other: "Timex") -> bool:
        """Say whether two expressions share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text with its gold expressions in order, and the day it was made."""

    name: str
    text: str
    day: date | None
    times: tuple[Timex, ...]


def read_folder(data: Path) -> list[Annotated]:
    """Read a .tml file, or every one below a folder, in the order of their names."""
    return [read(path) for path in ([data] if data.is_file() else sorted(data.rglob("*.tml")))]


def read(path: Path) -> Annotated:
    """Read one TimeML file; only what stands in its TEXT is text."""
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    if body is None:
        raise SystemExit(f"{path}: no TEXT element; give TimeML files with --data")
    times: list[Timex] = []
    text = _flat(body, 0, times)
    return Annotated(name=path.stem, text=text, day=_day(root), times=tuple(sorted(times, key=lambda one: one.start)))


def _flat(element: ElementTree.Element, start: int, times: list[Timex]) -> str:
    """Give the text of an element, and put the expressions that it holds into `times`."""
    text = element.text or ""
    for child in element:
        at = start + len(text)
        inner = _flat(child, at, times)
        if child.tag == "TIMEX3":
            times.append(Timex(start=at, end=at + len(inner), value=child.get("value", ""), text=inner))
        text += inner + (child.tail or "")
    return text


def _day(root: ElementTree.Element) -> date | None:
    made = root.find("DCT/TIMEX3")
    value = (made.get("value") or "") if made is not None else ""
    return date.fromisoformat(value[:10]) if len(value) >= 10 else None
