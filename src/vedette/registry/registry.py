"""The registry: who the known actors are, and whom a phrase means."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vedette.model import Actor, Office
from vedette.registry.choosing import Candidate
from vedette.registry.index import Index, load_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An actor that a phrase names, how surely (0 to 1), and why, in words; of a name that several actors bear also
    what decided, and the others."""

    actor: Actor
    score: float
    reason: str
    decided: str = ""
    others: tuple[Candidate, ...] = ()

    @property
    def basis(self) -> str:
        """Give the reason with what decided."""
        return f"{self.reason} ({self.decided})" if self.decided else self.reason


class Registry:
    """All known actors. `find` says whom a phrase means; `describe` says of what kind and country an unnamed actor
    is."""

    def __init__(self, index: Index) -> None:
        """Stand on a loaded index."""
        self.index = index
        self._offices = dict[str, list[tuple[Actor, Office]]]()

    def __len__(self) -> int:
        """Count the actors."""
        return len(self.index.actors)

    def actor(self, id_: str) -> Actor | None:
        """Give the actor of an id."""
        return self.index.actors.get(id_)

    def find(self, name: str, *, context: str = "", on: date | None = None) -> Match | None:
        """Say whom `name` means in a text `context` on a day; None where no known actor is named surely enough."""
        from vedette.registry.matching import find

        return find(self, name, context=context, on=on)

    def office_holders(
        self, on: date, *, of: str | None = None, title: str | None = None
    ) -> tuple[tuple[Actor, Office], ...]:
        """Give who held which office on a day, if asked of one body and with one plain title."""
        return tuple(
            (person, office)
            for person, office in self.offices()
            if holds(office, on) and of in (None, office.of) and title in (None, office.title)
        )

    def offices(self) -> tuple[tuple[Actor, Office], ...]:
        """Give every person with each of their offices."""
        return tuple(pair for pairs in self.offices_of().values() for pair in pairs)

    def offices_of(self) -> dict[str, list[tuple[Actor, Office]]]:
        """Give for each state or body every person who holds or held an office of it, with the office."""
        if not self._offices:
            for person in map(self.index.actors.__getitem__, self.index.people):
                for office in person.offices:
                    self._offices.setdefault(office.of, []).append((person, office))
        return self._offices


def holds(office: Office, on: date | None) -> bool:
    """Say whether the office is held on the day; a day unknown is no hindrance."""
    return on is None or ((office.from_ is None or office.from_ <= on) and (office.to is None or on <= office.to))


@lru_cache(maxsize=1)
def load() -> Registry:
    """Load the registry (under 0.3 s; the first time after a change a little longer); raises RegistryError."""
    return Registry(load_index())
