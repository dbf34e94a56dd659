"""Place names within a phrase, and what the words around them say: a province, south of it, in it."""

import re
from dataclasses import dataclass, replace

from vedette.coding.away import Away, away
from vedette.coding.site_names import ends_of_a_road, is_end_of_a_road, site_named
from vedette.coding.where_called import (
    called_after,
    is_street,
    is_tail_of_a_name,
    joined,
    names_a_vessel,
    names_an_institution,
)
from vedette.model import Span
from vedette.registry import Gazetteer, Registry
from vedette.registry.nations import nations_in
from vedette.registry.phrase import words_of

KIND_WORDS = {
    "province": "adm",
    "governorate": "adm",
    "state": "adm",
    "oblast": "adm",
    "region": "adm",
    "department": "adm",
    "county": "adm",
    "provinces": "adm",
    "prefecture": "adm",
    "division": "adm",
    "district": "district",
    "territory": "district",
    "city": "city",
    "town": "city",
    "village": "city",
    "settlement": "city",
    "capital": "city",
    "port city": "city",
    "suburb": "city",
    "hamlet": "city",
    "airport": "air",
    "airbase": "air",
    "air base": "air",
    "airfield": "air",
    "military airport": "air",
    "base": "site",
    "military base": "site",
    "camp": "site",
    "refugee camp": "site",
    "crossing": "site",
    "border crossing": "site",
    "dam": "site",
    "bridge": "site",
    "island": "site",
    "strait": "site",
    "oil field": "site",
    "gas field": "site",
    "oilfield": "site",
    "field": "site",
    "garrison": "site",
    "prison": "site",
    "nuclear plant": "site",
    "area": "",
    "areas": "",
    "neighborhood": "district",
    "neighbourhood": "district",
    "municipality": "city",
    "valley": "site",
    "mountains": "site",
}
_KINDS = "|".join(sorted(map(re.escape, KIND_WORDS), key=len, reverse=True))
_AFTER = re.compile(rf"^\s+({_KINDS})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({_KINDS})\s+(?:of|in the|called)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPASS = r"(?:north|south|east|west|north[- ]?east|north[- ]?west|south[- ]?east|south[- ]?west)"
_NEAR = re.compile(
    rf"(?:\b(?:near|outside|close to|between|off|around|beyond|towards?|next to|not far from|adjacent to|bordering|"
    rf"border (?:with|of)|outskirts of|countryside of|suburbs? of|environs of|"
    rf"vicinity of|coast of|approaches to|km from|miles from|kilometres from|kilometers from)|"
    rf"\b{_COMPASS}(?:ern)?(?:\s+part)?\s+(?:of|from)|"
    rf"\b{_COMPASS})\s+(?:the\s+)?(?:(?:city|town|village|capital|district|province)\s+(?:of\s+)?)?(?:\w+(?:['’]s)?\s+)?$",
    re.IGNORECASE,
)
_ACROSS = re.compile(
    r"\b(?:across|over)\s+(?:[\w-]+\s+){1,4}from\s+(?:the\s+)?$|\bopposite\s+(?:the\s+)?$", re.IGNORECASE
)
_LEADING_COMPASS = re.compile(rf"(?:far\s+)?{_COMPASS}(?:ern)?(?:\s+|$)")
_BETWEEN = re.compile(r"\bbetween\s+[^,;]{2,40}\band\s+(?:the\s+)?$|\b(?:road|highway|route)\s+(?:to|from)\s+$")
_PART = re.compile(rf"\b(?:{_COMPASS}ern|central|upper|lower|rural)\s+(?:\w+\s+)?$", re.IGNORECASE)
_OWN_KIND = re.compile(rf"\s({_KINDS})$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_OWNING = re.compile(r"['’]s?\b")
# One of these stands before a name wherever the pattern named beside it fits: a cheap test before a slow one.
_COMPASS_WORDS = ("north", "south", "east", "west")
_OF_A_KIND = (" of", " called", " the")  # what ends the words before, for _BEFORE
_NEAR_WORDS = (  # _NEAR, _BETWEEN, _ACROSS
    *_COMPASS_WORDS, "near", "outside", "close", "between", "off", "around", "beyond", "toward", "next", "far from",
    "adjacent", "border", "skirts", "side of", "suburb", "environs", "vicinity", "coast", "approaches", "km", "miles",
    "metres", "meters", "road", "highway", "route", "across", "over", "opposite",
)  # fmt: skip
_PART_WORDS = (*_COMPASS_WORDS, "central", "upper", "lower", "rural")  # _PART
_SKIP = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september "
    "october november december the a an and of in at on near us we he she it mr mrs dr general president "
    "minister".split()
)
# What belongs to a country but stands in another: "the U.S. embassy in Baghdad" is not in the United States.
_OWNED = re.compile(
    r"\.?(?:['’]s?)?(?:\s+(?:diplomatic|military|air|naval|army|special))?\s+(?:embass(?:y|ies)|consulates?|consular|missions?|"
    r"compounds?|bases?|outposts?|positions?|garrisons?|forces|troops|soldiers|personnel|contractors|warships?|vessels?|"
    r"ships?|tankers?|convoys?|patrols?|facilit(?:y|ies)|ambassador|diplomats?)\b|\.?-(?:led|backed|owned|flagged|run|held)\b"
)
_TRADE = re.compile(r"(?P<head>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)(?:\s+[a-z][\w-]+){2,}")
MOST_WORDS = 6
NEIGHBOURHOOD = 100  # characters to each side in which a word may say what a name is


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name in a text (offsets count there). `hint` is the kind that the words say; `near` if only its
    surroundings
    are meant ("south of Baghdad"); `part` for "northern X"; `owner` for a possessive ("Iraq's ..."); `called` if only
    something that bears its name is meant ("Kharkiv Palace"); `away` how far off, and whither, the words say."""

    span: Span
    name: str
    hint: str = ""
    near: bool = False
    part: bool = False
    owner: bool = False
    called: bool = False
    away: Away | None = None


def toponyms(
    text: str,
    *,
    gazetteer: Gazetteer,
    registry: Registry,
    names: tuple[Span, ...] = (),
    others: tuple[Span, ...] = (),
) -> tuple[Toponym, ...]:
    """Find the place names of a phrase from left to right: `names` that the tagger marked there, else what the
    gazetteer knows. `others` are the names of people, groups, offices and weapons in it.

    Adjectives and demonyms ("Iraqi") are no places, nor is the owner of an embassy or a base, nor a ship.
    """
    names = tuple(_without_trade(name, gazetteer) for one in names if (name := _without_compass(one)) is not None)
    names = joined(names, text)
    names = tuple(end for name in names for end in ends_of_a_road(name, text))
    demonyms = {
        (start, end)
        for start, end, code in nations_in(registry.index, text)
        if _OWNED.match(text[end:]) or not _is_country(text[start:end], code, gazetteer)
    }
    known = _known(text, gazetteer, [Span(text="", start=start, end=end) for start, end in demonyms])
    # A name that the tagger cut short ("Zone") gives way to the whole one that the gazetteer knows ("Green Zone").
    whole = [name for name in names if not any(one.holds(name) and len(one.text) > len(name.text) for one in known)]
    spans = [*whole, *(one for one in known if not any(one.overlaps(name) for name in whole))]
    return tuple(
        _as_called(toponym(text, span), text, others, gazetteer, cut=span in known)
        for span in sorted(spans, key=lambda span: span.start)
        if (span.start, span.end) not in demonyms and not _is_other(text, span, known=span in known, demonyms=demonyms)
    )


def _without_compass(name: Span) -> Span | None:
    """Cut a point of the compass in small letters off a name ("northeast Jordan"): it says where in it; None if
    nothing else is there."""
    lead = _LEADING_COMPASS.match(name.text)
    if lead is None:
        return name
    rest = name.text[lead.end() :]
    return Span(text=rest, start=name.start + lead.end(), end=name.end) if rest else None


def _without_trade(name: Span, gazetteer: Gazetteer) -> Span:
    """Cut off a name what it serves for ("Meron | air traffic control"), where the gazetteer knows only its head."""
    long = _TRADE.fullmatch(name.text)
    if (
        long is None
        or gazetteer.find(name.text)
        or site_named(name.text, gazetteer)
        or not gazetteer.find(long["head"])
    ):
        return name
    return Span(text=long["head"], start=name.start, end=name.start + len(long["head"]))


def _is_other(text: str, span: Span, *, known: bool, demonyms: set[tuple[int, int]]) -> bool:
    """Say whether a name is a ship's or a street's, or a known name only the tail of a longer one that is not known."""
    before, after = text[max(0, span.start - NEIGHBOURHOOD) : span.start], text[span.end : span.end + NEIGHBOURHOOD]
    if names_a_vessel(before) or is_street(after):
        return True
    return known and is_tail_of_a_name(before) and not any(end == span.start - 1 for _, end in demonyms)


def _as_called(toponym: Toponym, text: str, others: tuple[Span, ...], gazetteer: Gazetteer, *, cut: bool) -> Toponym:
    """Mark a name that stands inside that of an office, a group or a building (`cut`: the gazetteer cut it out)."""
    span = toponym.span
    if cut and (
        any(other.holds(span) and len(other.text) > len(span.text) for other in others)
        or names_an_institution(text[span.end :])
    ):
        return replace(toponym, called=True)
    known = gazetteer.find(toponym.name) or site_named(toponym.name, gazetteer)
    town = None if known else called_after(toponym.name, gazetteer)
    return replace(toponym, name=town, hint="city", called=True) if town else toponym


def _is_country(word: str, code: str, gazetteer: Gazetteer) -> bool:
    bare = _POSSESSIVE.sub("", word)
    return any(spot.kind == "country" and spot.country == code and spot.exact for spot in gazetteer.find(bare))


def _known(text: str, gazetteer: Gazetteer, taken: list[Span]) -> list[Span]:
    words, found, at = words_of(text), [], 0
    while at < len(words):
        size = next(
            (
                size
                for size in range(min(MOST_WORDS, len(words) - at), 0, -1)
                if _names_place(text[words[at].start : words[at + size - 1].end], gazetteer)
            ),
            0,
        )
        span = (
            Span(
                text=text[words[at].start : words[at + size - 1].end],
                start=words[at].start,
                end=words[at + size - 1].end,
            )
            if size
            else None
        )
        if span and not any(span.overlaps(other) for other in taken):
            found.append(span)
        at += max(size, 1)
    return found


def _names_place(phrase: str, gazetteer: Gazetteer) -> bool:
    first = phrase.split(maxsplit=1)[0].lower()
    if not (phrase[0].isupper() or re.match(r"(?:al|el|ash|as|ar|at|an|ad)[-‑– ][A-Z]", phrase)) or first in _SKIP:
        return False
    return any(spot.exact or spot.kind != "city" for spot in gazetteer.find(_POSSESSIVE.sub("", phrase)))


def _has(before: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - asked of every place name of a text, where a generator costs twice as much
        if word in before:
            return True
    return False


def bare(span: Span) -> str:
    """Give the name at a span without a possessive ending."""
    return _POSSESSIVE.sub("", span.text) if span.text[-1] in "'’s" else span.text


def toponym(text: str, span: Span) -> Toponym:
    """Give the place name at a span with what the words around it say of it."""
    before, after = text[max(0, span.start - NEIGHBOURHOOD) : span.start], text[span.end : span.end + NEIGHBOURHOOD]
    name = bare(span)
    lowered = before.lower()
    kind = _AFTER.match(after) or (_BEFORE.search(before) if lowered.rstrip().endswith(_OF_A_KIND) else None)
    own = _OWN_KIND.search(name) if " " in name else None
    hint = KIND_WORDS[(kind or own)[1].lower()] if kind or own else ""  # type: ignore[index]
    return Toponym(
        span=span,
        name=name,
        hint=hint,
        near=_is_near(lowered, before) or is_end_of_a_road(span, text),
        away=away(before),
        part=_has(lowered, _PART_WORDS) and bool(_PART.search(before)),
        owner=span.text != name or (after[:1] in ("'", "’") and bool(_OWNING.match(after))),
    )


def _is_near(lowered: str, before: str) -> bool:
    return _has(lowered, _NEAR_WORDS) and any(
        pattern.search(before) is not None for pattern in (_NEAR, _BETWEEN, _ACROSS)
    )
