"""What the offices of people say of the age of a text that names them with their office."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vedette.phrases.calendar import add_days
from vedette.reading.evidence import Bound

if TYPE_CHECKING:
    from vedette.registry import Registry


def terms_of_office(text: str, registry: "Registry") -> Iterator[Bound]:
    """Give the terms of the office-holders whom the text names with their office ("Prime Minister X Y")."""
    plain = text.replace("’", "'")
    low = plain.lower()
    for person, office in registry.offices():
        terms = [other for other in person.offices if (other.title, other.of) == (office.title, office.of)]
        if office.from_ is None or len(terms) > 1:
            continue
        if any(_holds(low, name.lower().replace("’", "'"), office.title) for name in person.names if " " in name):
            term = (
                f"{office.from_.isoformat()} to {office.to.isoformat()}"
                if office.to
                else f"since {office.from_.isoformat()}"
            )
            yield Bound(
                start=office.from_,
                end=office.to and add_days(office.to, 14),
                kind="office",
                reason=f"{person.name} is {office.title} ({term})",
            )


def _holds(text: str, name: str, title: str) -> bool:
    """Say whether the text names the person right beside the office and does not call it a former one."""
    if name not in text:
        return False
    from vedette.registry.titles import titles_in

    for found in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = re.split(r"[.;,\n]\s", text[max(0, found.start() - 60) : found.start()])[-1].strip()
        if title in titles_in(before):
            return not _FORMER.search(before)
        after = re.match(r"\s*,\s*(?:who is |the |an? )?([^,.;\n]{3,50})", text[found.end() : found.end() + 70])
        if after and any(title in titles_in(" ".join(after[1].split()[:n])) for n in range(1, 6)):
            return not _FORMER.search(after[1])
    return False


_FORMER = re.compile(r"\b(?:former|ex|late|then|ousted|deposed|toppled|previous|elect|designate|outgoing|candidate)\b")
