"""Who: phrases that name actors or targets -> parties."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vedette.coding.anaphor import BODY_OF_OWNER, Anaphor, anaphor
from vedette.coding.antecedent import Candidate, antecedents, owned_body
from vedette.coding.bare_body import body_led_in, only_body
from vedette.coding.called import calls_itself, named_by_head
from vedette.coding.document import Document, Sentence
from vedette.coding.mentions import context_of
from vedette.model import Actor, Label, Party, Span
from vedette.model import cut as cut_out
from vedette.registry import Registry, describe
from vedette.registry.nations import countries_of, nations_in
from vedette.registry.phrase import core, kind_of, words_of

_AND = re.compile(r"\s*,?\s+(?:and|&|as well as|along with|together with|plus)\s+|\s*,\s+(?=[^,]+(?:,|\s+and\s))")
_THERE = re.compile(r"\s(?:in|from|across|inside|near)\s(?:the\s)?(?:[A-Z][\w.'’-]*,?\s?)+$")
_NAMES = re.compile(r"(?:(?:the|and)\s)?[A-Z][\w.'’-]*(?:,?\s(?:and\s)?[A-Z][\w.'’-]*)*")
_HOME = frozenset({"army", "military", "armed forces", "air force", "police", "government", "authorities"})
_OF_THEIRS = re.compile(
    r"(?P<who>(?:the|this|that)\s+(?:group|movement|militia|faction|organi[sz]ation|rebels|insurgents))['’]s?\s+"
    r"(?:political\s+|military\s+|senior\s+|supreme\s+)?(?:leadership|leaders|command|commanders|fighters|forces|men|council)$",
    re.IGNORECASE,
)
_OFTEN = 3
_MOSTLY = 2  # times as often as any other country
_BARE_BODY = re.compile(
    r"army|military|navy|air force|police|government|regime|junta|rebel"
)  # "an army drone": the army's


def parties(span: Span, sentence: Sentence, document: Document, *, registry: Registry) -> tuple[Party, ...]:
    """Turn a phrase of the body into parties: unions split, pronouns resolved, generic actors kept generic."""
    parts = list(_parts(span, sentence, document, registry))
    return tuple(party for part, tail in parts for party in _parties(part, tail, sentence, document, registry))


def _parts(span: Span, sentence: Sentence, document: Document, registry: Registry) -> Iterator[tuple[Span, str]]:
    """Split "A, B and C" where the parts are different actors; the tail is the head word that a bare first part
    shares."""
    pieces = list(_split(span, [name.span.shift(sentence.span.start) for name in sentence.tagged.names]))
    known = registry.find(span.text, context=context_of(document), on=document.report.day)
    if len(pieces) == 1 and len(states := _states_listed(span, registry)) > 1:
        yield from ((state, "") for state in states)
        return
    if len(pieces) == 1 or (known and known.score == 1.0) or not _different(pieces, document, registry):
        yield span, ""
        return
    last = core(pieces[-1].text).split()
    for piece in pieces:
        shares = piece is not pieces[-1] and kind_of(pieces[-1].text) and _bare_nation(piece.text, registry)
        yield piece, last[-1] if shares else ""


def _split(span: Span, names: list[Span]) -> Iterator[Span]:
    """Cut at commas and "and", but never within a name."""
    at = 0
    for cut in _AND.finditer(span.text):
        if any(name.start < span.start + cut.start() and span.start + cut.end() < name.end for name in names):
            continue
        if re.search(r"\bbetween\s+\S+$", span.text[: cut.start()], re.I):  # "between seven and ten people"
            continue
        if _THERE.search(span.text[: cut.start()]) and _NAMES.fullmatch(span.text[cut.end() :]):
            continue  # "groups in Iraq and Syria": two countries, one party
        if cut.start() > at:
            yield _piece(span, at, cut.start())
        at = cut.end()
    if at < len(span.text):
        yield _piece(span, at, len(span.text))


def _states_listed(span: Span, registry: Registry) -> list[Span]:
    """Cut "the United Arab Emirates, Bahrain", the head of a longer list, into its states; else give nothing."""
    if "," not in span.text:
        return []
    commas = [-1, *(found.start() for found in re.finditer(",", span.text)), len(span.text)]
    pieces = [_piece(span, start + 1, end) for start, end in pairwise(commas)]
    found = [registry.find(piece.text) for piece in pieces]
    return pieces if all(one is not None and one.score == 1.0 and one.actor.kind == "state" for one in found) else []


def _piece(span: Span, start: int, end: int) -> Span:
    text = span.text[start:end]
    lead = len(text) - len(text.lstrip(" ,"))
    text = text.strip(" ,")
    return Span(text=text, start=span.start + start + lead, end=span.start + start + lead + len(text))


def _different(pieces: list[Span], document: Document, registry: Registry) -> bool:
    """Say whether the pieces name different actors: some piece is known, or their kinds or countries differ."""
    seen = []
    for piece in pieces:
        match = registry.find(piece.text, context=context_of(document), on=document.report.day)
        said = describe(registry, piece.text)
        if match is None and said.kind is None and not any(word.text[0].isupper() for word in words_of(piece.text)):
            return False
        seen.append(match.actor.id if match else f"{said.kind} {said.country}")
    return len(set(seen)) > 1 or not any(item.startswith(("None", "civilians")) for item in seen)


def _bare_nation(text: str, registry: Registry) -> bool:
    found = nations_in(registry.index, text)
    return len(found) == 1 and found[0][1] - found[0][0] >= len(core(text)) - 2 and kind_of(text) is None


def _parties(span: Span, tail: str, sentence: Sentence, document: Document, registry: Registry) -> tuple[Party, ...]:
    """Resolve a part of a phrase: one party, or all that a pronoun such as "they" or "both" means."""
    if (owner := _OF_THEIRS.match(span.text)) is not None:
        whole = _parties(cut_out(span.text, 0, owner.end("who")).shift(span.start), tail, sentence, document, registry)
        return tuple(replace(one, text=span.text, start=span.start, end=span.end) for one in whole)
    inner = span.shift(-sentence.span.start)
    head = re.sub(r"^the\s+", "", span.text.strip().lower())
    if head in _HOME and (led := body_led_in(head, inner, sentence, registry)):
        return (known_party(span, led, "the body of the state that the sentence begins with"),)
    if (called := named_by_head(inner, sentence, document)) is not None:
        return (_called_so(span, called, document, registry=registry),)
    back = anaphor(f"the {span.text}" if _BARE_BODY.fullmatch(span.text) else span.text)
    if back is None:
        return (_party(span, tail, sentence, document, registry),)
    found = antecedents(back, inner, sentence, document, registry=registry)
    if not found:
        return (_nobody_before(span, inner, sentence, document, registry=registry),)
    return tuple(_pointed(back, one, span, document, registry=registry) for one in found)


def _party(span: Span, tail: str, sentence: Sentence, document: Document, registry: Registry) -> Party:
    inner = span.shift(-sentence.span.start)
    phrase = f"{span.text} {tail or _next_head(inner, sentence, registry)}".strip()
    if (name := calls_itself(inner, sentence.tagged.text)) is not None:
        return _called_so(span, name, document, registry=registry)
    match = registry.find(phrase, context=context_of(document), on=document.report.day)
    if match and not _in_a_name(match.reason, match.actor, inner, sentence):
        return known_party(span, match.actor, match.basis)
    return _unknown(span, phrase, inner, sentence, document, registry=registry)


def _called_so(span: Span, name: Span, document: Document, *, registry: Registry) -> Party:
    """Make a party of a phrase and the name that its people go by: known, or in the words of the text."""
    match = registry.find(name.text, context=context_of(document), on=document.report.day)
    if match is not None:
        return known_party(span, match.actor, f"called so: {name.text}")
    said = describe(registry, span.text, context=context_of(document))
    return Party(
        text=span.text,
        start=span.start,
        end=span.end,
        name=name.text,
        kind=said.kind,
        country=said.country,
        basis=f"called so in the text: {name.text}",
    )


def _in_a_name(reason: str, actor: Actor, inner: Span, sentence: Sentence) -> bool:
    """Say whether a body was found only in a person's name: the Badr Organization in "Badr Haddad"."""
    found = reason.removeprefix("name: ")
    if actor.kind == "person" or found == reason:
        return False
    people = (name.span.text for name in sentence.tagged.names if name.label == Label.PERSON and inner.holds(name.span))
    return any(re.search(rf"\b{re.escape(found)}\b", person) and person != found for person in people)


def _next_head(inner: Span, sentence: Sentence, registry: Registry) -> str:
    """Give the word after a bare "Israeli" if it says which body acts ("Israeli airstrikes" -> its forces)."""
    if not _bare_nation(inner.text, registry):
        return ""
    following = re.match(r"\s+((?:[a-z-]+\s+)?[a-z-]+)", sentence.tagged.text[inner.end : inner.end + 40])
    words = following[1].split() if following else []
    return next(
        (
            " ".join(words[:size])
            for size in (1, 2)
            if len(words) >= size and kind_of(" ".join(words[:size])) in ("military", "police")
        ),
        "",
    )


def known_party(span: Span, actor: Actor, basis: str) -> Party:
    """Make a party of a phrase and the actor that it names."""
    return Party(
        text=span.text,
        start=span.start,
        end=span.end,
        actor_id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        basis=basis,
    )


def _nobody_before(span: Span, inner: Span, sentence: Sentence, document: Document, *, registry: Registry) -> Party:
    if home := _home_body(span.text, document, registry):
        return known_party(span, home, "the body of the report's country")
    head = re.sub(r"^the\s+", "", span.text.strip().lower())
    if head in _HOME and (only := only_body(head, sentence, document, registry)):
        return known_party(span, only, "the only forces that the report has named")
    return _unknown(span, span.text, inner, sentence, document, registry=registry)


def _pointed(back: Anaphor, one: Candidate, span: Span, document: Document, *, registry: Registry) -> Party:
    found = one.mention
    basis = f"pronoun: {found.name}"
    if back.owned and (body := owned_body(back, found, registry=registry)):
        return known_party(span, body, basis)
    if found.points or _OF_THEIRS.match(found.span.text):  # "they", that is "the rebels": whoever those are
        meant = _parties(one.sentence.in_body(found.span), "", one.sentence, document, registry)[0]
        return replace(
            meant, text=span.text, start=span.start, end=span.end, name=meant.name or found.name, basis=basis
        )
    if found.actor:
        return known_party(span, found.actor, basis)
    return Party(
        text=span.text,
        start=span.start,
        end=span.end,
        name=found.name,
        kind=found.kind,
        country=found.country,
        basis=basis,
    )


def _home_body(text: str, document: Document, registry: Registry) -> Actor | None:
    """Give the forces or government that "the army" means in a report about one country: the one it names most."""
    head = re.sub(r"^the\s+", "", text.strip().lower())
    prefix = BODY_OF_OWNER.get(head) if head in _HOME else None
    seen = countries_of(registry.index, context_of(document)) if prefix else {}
    ranked = sorted(seen, key=lambda code: -seen[code])[:2]
    if not ranked or seen[ranked[0]] < _OFTEN or (len(ranked) > 1 and seen[ranked[0]] < _MOSTLY * seen[ranked[1]]):
        return None
    return registry.actor(f"{prefix}:{ranked[0]}")


def _unknown(
    span: Span, phrase: str, inner: Span, sentence: Sentence, document: Document, *, registry: Registry
) -> Party:
    said = describe(registry, phrase, context=context_of(document))
    person = next(
        (name for name in sentence.tagged.names if name.label == Label.PERSON and inner.overlaps(name.span)), None
    )
    if person and said.kind in (None, "person"):
        return Party(
            text=span.text,
            start=span.start,
            end=span.end,
            name=person.span.text,
            kind="person",
            country=said.country or _apposed(inner, sentence, registry),
            basis="name of a person",
        )
    group = next((name for name in sentence.tagged.names if name.label == Label.GROUP and inner.holds(name.span)), None)
    if group and said.kind in (None, "armed group"):
        return Party(
            text=span.text,
            start=span.start,
            end=span.end,
            name=group.span.text,
            kind="armed group",
            country=said.country,
            basis="name not in the registry",
        )
    return Party(
        text=span.text, start=span.start, end=span.end, kind=said.kind, country=said.country, basis=said.reason
    )


def _apposed(inner: Span, sentence: Sentence, registry: Registry) -> str | None:
    """Give the country that an apposition states: ", an Iraqi political analyst"."""
    after = re.match(r"\s*,\s*(?:an?|the)\s+([^,]{3,60})", sentence.tagged.text[inner.end :])
    found = nations_in(registry.index, after[1]) if after else []
    return found[0][2] if found else None
