"""Countries as people type them: a code, a name, or an adjective."""

from functools import lru_cache

from vedette.registry.sources import countries
from vedette.registry.spelling import fold
from vedette.registry.states import read_states


def country_code(given: str) -> str | None:
    """Give the two-letter code of a country's code, name or adjective ("IQ", "Iraq", "Iraqi"), or None."""
    return given.strip().upper() if given.strip().upper() in countries() else _by_name().get(fold(given))


@lru_cache(maxsize=1)
def _by_name() -> dict[str, str]:
    names = {fold(row["iso3"]): code for code, row in countries().items()}
    for state in read_states():
        names |= {fold(name): state.code for name in (*state.adjectives, *state.names)}
    return names | {fold(row["name"]): code for code, row in countries().items()}
