"""A tagged sentence in the form of the annotation guide."""

from typing import Any

from vedette.model import Mark, Role, Span, Tagged


def form(tagged: Tagged) -> dict[str, Any]:
    """Give {"events": [...], "names": [...]}: spans as [text, start, end], names with their label behind."""
    return {
        "events": [event(mark) for mark in tagged.marks],
        "names": [[*_span(name.span), name.label.value] for name in tagged.names],
    }


def event(mark: Mark) -> dict[str, Any]:
    """Give one event: trigger, type, mode, status and roles, empty ones left out, and the tagger's probability."""
    roles = {role.value: [_span(span) for span in mark.of(role)] for role in Role}
    mode = {"mode": mark.mode} if mark.mode else {}
    return {
        "trigger": _span(mark.trigger),
        "type": mark.type,
        **mode,
        "status": mark.status,
        **{role: spans for role, spans in roles.items() if spans},
        "probability": round(mark.probability, 4),
    }


def _span(span: Span) -> list[Any]:
    return [span.text, span.start, span.end]
