"""The words with which a piece of a report is put to the model."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from vedette.codebook import EventType, codebook
from vedette.llm.pieces import Piece
from vedette.model import RegistryError

Message = dict[str, str]
_LONGEST_BAD = 4000  # characters of a bad answer that are shown to the model again


def asking(piece: Piece, *, title: str | None) -> list[Message]:
    """Give the messages that ask for the happenings of a piece: the instructions, then its numbered sentences."""
    return [{"role": "system", "content": instructions()}, {"role": "user", "content": _shown(piece, title)}]


def asking_again(messages: list[Message], answer: str, problem: str) -> list[Message]:
    """Give the messages that tell the model what was wrong with its answer, and ask once more."""
    bad = [{"role": "assistant", "content": answer[:_LONGEST_BAD]}] if answer.strip() else []
    again = f"That could not be used: {problem}. Answer once more, with the JSON object alone."
    return [*messages, *bad, {"role": "user", "content": again}]


@cache
def instructions() -> str:
    """Give the system message: the task, the rules, and the codebook's types, modes and statuses."""
    table = words()
    parts = (
        table["opening"].strip(),
        "Rules:\n" + _listed(table["rules"]),
        "Phrases:\n" + _listed(f"{role}: {gloss}" for role, gloss in table["roles"].items()),
        "Types, with their modes (null where none fits):\n" + _listed(map(_type, codebook().types.values())),
        "Statuses:\n" + _listed(f"{one.name}: {one.gloss}" for one in codebook().statuses.values()),
    )
    return "\n\n".join(parts)


@cache
def words() -> dict[str, Any]:
    """Read prompt.toml; RegistryError says why it cannot be used."""
    try:
        return tomllib.loads(files("vedette.llm").joinpath("prompt.toml").read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RegistryError(f"llm/prompt.toml: not readable as TOML: {error}; mend that line") from error


def _type(one: EventType) -> str:
    glosses = words()["modes"].get(one.name, {})
    modes = "; ".join(f"{mode} = {glosses.get(mode, mode)}" for mode in one.modes)
    return f"{one.name}: {one.gloss}{modes and f'. Modes: {modes}'}"


def _listed(lines: Any) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _shown(piece: Piece, title: str | None) -> str:
    lines = [f"Headline (do not quote it): {' '.join(title.split())}", ""] if title else []
    paragraph = piece[0].paragraph
    for sentence in piece:
        lines += [""] * (sentence.paragraph != paragraph)
        paragraph = sentence.paragraph
        lines.append(f"[{sentence.index + 1}] {' '.join(sentence.tagged.text.split())}")
    return "\n".join(lines)
