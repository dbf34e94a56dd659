"""Where the language model is, and what it costs: from the environment."""

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from vedette.model.errors import UsageError

URL, KEY, MODEL = "VEDETTE_LLM_URL", "VEDETTE_LLM_KEY", "VEDETTE_LLM_MODEL"
TIMEOUT, PIECE = "VEDETTE_LLM_TIMEOUT", "VEDETTE_LLM_PIECE"
PRICE_IN, PRICE_OUT = "VEDETTE_LLM_PRICE_IN", "VEDETTE_LLM_PRICE_OUT"
_ENDPOINT = "/chat/completions"
_NEEDED = {
    URL: "the address of an OpenAI-compatible service (https://host/v1)",
    KEY: "its key (set it to nothing if the service needs none)",
    MODEL: "the name of the model",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How to ask a model. `timeout` in seconds a request, `piece` in characters, prices a million tokens."""

    url: str
    key: str = field(repr=False)
    model: str
    timeout: float = 120.0
    piece: int = 6000
    price_in: float | None = None
    price_out: float | None = None

    @property
    def address(self) -> str:
        """The address as it may be shown: without user, password and query, which may hold a key."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; raises UsageError that names the variable that is missing or wrong, never its value if secret.

    An empty key is allowed, since a server of one's own often needs none; an unset one is taken for forgotten.
    """
    given = {name: environment.get(name, "").strip() for name in (URL, KEY, MODEL)}
    missing = [name for name in given if not given[name] and not (name == KEY and KEY in environment)]
    if missing:
        wanted = "; ".join(f"{name}: {_NEEDED[name]}" for name in missing)
        raise UsageError(f"the coder llm needs variables that are not set: {wanted}")
    prices = _price(PRICE_IN, environment), _price(PRICE_OUT, environment)
    if (prices[0] is None) != (prices[1] is None):
        raise UsageError(f"{PRICE_IN} and {PRICE_OUT}: only one is set; set both or none")
    return Settings(
        url=_url(given[URL]),
        key=_key(given[KEY]),
        model=given[MODEL],
        timeout=_number(TIMEOUT, environment, least=0.1, most=3600) or 120.0,
        piece=int(_number(PIECE, environment, least=200, most=1_000_000) or 6000),
        price_in=prices[0],
        price_out=prices[1],
    )


def _url(given: str) -> str:
    """Complete a base address to the one that chat completions are asked at."""
    try:
        parts = urlsplit(given)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or not given.isascii() or any(char.isspace() or not char.isprintable() for char in given):
        raise UsageError(f"{URL}: is no http address; give one such as https://host/v1")
    path = parts.path.rstrip("/")
    return parts._replace(path=path if path.endswith(_ENDPOINT) else path + _ENDPOINT, fragment="").geturl()


def _key(given: str) -> str:
    if not given.isascii() or any(char.isspace() or not char.isprintable() for char in given):
        raise UsageError(
            f"{KEY}: has characters that no key has (blanks, line ends, letters beyond ASCII); copy it anew"
        )
    return given


def _price(name: str, environment: Mapping[str, str]) -> float | None:
    return _number(name, environment, least=0, most=1_000_000)


def _number(name: str, environment: Mapping[str, str], *, least: float, most: float) -> float | None:
    given = environment.get(name, "").strip()
    if not given:
        return None
    try:
        number = float(given)
    except ValueError:
        number = math.nan
    if not least <= number <= most:
        raise UsageError(f"{name}={given}: give a number from {least:g} to {most:g}, or leave it out")
    return number
