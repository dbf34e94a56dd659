"""How many people were hurt, and how often something happened."""

import re

from vedette.coding.document import Sentence
from vedette.coding.heads import COLLECTIVE, core, head, is_plural, plain
from vedette.model import Count, Label, Mark, Role, Span, Toll
from vedette.phrases.numbers import Quantity, quantities

_NOBODY = re.compile(r"^(?:no|none|nobody|zero|nil|neither|without)\b(?! fewer| less| more than)", re.I)
_UNKNOWN = re.compile(
    r"\b(?:unknown|unspecified|undetermined|undisclosed|unconfirmed) number\b|\bnumbers? nobody knows\b|"
    r"\bsame number\b|^\s*whoever\b|%",
    re.I,
)
_PART = re.compile(
    r",?\s*(?:\bincluding\b|\bamong them\b|\bamong whom\b|\bmostly\b|\bmost of them\b|\bout of\b|\bincl\.).*$", re.I
)
_AGES = re.compile(
    r"\b(?:\w+ ?-)?\w+ ?[- ] ?years? ?[- ] ?olds?\b|,\s*(?:aged\s+)?\d{1,3}(?=\s*(?:,|$))|\baged? \d+\b|"
    r"\b(?:father|mother|parent|grandfather|grandmother) of \w+\b|\((?:aged )?\d{1,2}\)",
    re.I,
)
_MONEY = re.compile(
    r"[$€£¥]\s?[\d.,]+(?:\s?(?:thousand|million|billion))?|\b[\d.,]+(?:\s?(?:thousand|million|billion))?\s?"
    r"(?:dollars|euros|rupees|pounds sterling|rubles|hryvnias|shekels)\b",
    re.I,
)
_MEASURES = re.compile(
    r"\b[\d.,]+(?:st|nd|rd|th)\b|\b[\d.,]+[- ]?(?:mm|cm|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|"
    r"feet|kg|tons?|tonnes|days?|hours?|weeks?|months?|years?|minutes)\b|"
    r"\b(?:19|20)\d\d\b(?=\s*$|,)|\b\w-\d+\b",
    re.I,
)
_OF_WHOM = re.compile(r"^(?P<n>.+?) (?:of whom|of whose|of which)\b", re.I)
_FAMILY = re.compile(r"\b(?:family|group|band|crew|party|team) of (?P<n>\w+)\b", re.I)
_ORDINAL = re.compile(
    r"^(?:the|a|an|another)?\s*(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    r"\d+(?:st|nd|rd|th))\b",
    re.I,
)
_ONE = re.compile(r"^(?:an?|another|the|his|her|its|their|our|my|one|this|that|each|every)\b", re.I)
_THEM = re.compile(r"^(?:them|they|others|those|these|people|we|us|several|scores|some)$", re.I)
_HIM = re.compile(r"^(?:he|him|she|her|his|it|me|i|himself|herself)$", re.I)
_MASS = re.compile(
    r"\b(?:casualt(?:y|ies)|causalities|loss(?:es)?|deaths?|injur(?:y|ies)|fatalit(?:y|ies)|wounds?|"
    r"bloodshed)\s*$",
    re.I,
)
_AND = re.compile(r"\s*(?:,\s+(?:and\s+)?|\s+and\s+|\s*;\s*|\s+as well as\s+|\s+plus\s+|\s*&\s*)", re.I)
_NOT_NUMBERS = (_AGES, _MONEY, _MEASURES)


def toll(text: str) -> Toll | None:
    """Read how many people a victim phrase means, or None when it gives no figure ("an unknown number").

    Coordinated people are added ("two children and their mother": 3); parts are not ("35 people, including 10
    children": 35). A bare plural is two or more, best 2; "casualties" without a figure is one or more, best 1.
    """
    phrase = _bare(text)
    if not phrase or _UNKNOWN.search(phrase):
        return None
    if _NOBODY.match(phrase):
        return Toll(low=0, best=0, high=0, of=_who(phrase))
    if part := _OF_WHOM.match(phrase):
        phrase = part["n"]
    tolls = [found for item in _items(phrase) if (found := _item_toll(item)) is not None]
    if not tolls:
        return None
    total = tolls[0]
    for more in tolls[1:]:
        total = total + more
    return Toll(low=total.low, best=total.best, high=total.high, of=_who(phrase))


def _bare(text: str) -> str:
    """Cut from a victim phrase what holds numbers that count no victims: parts, ages, money, measures."""
    phrase = plain(text)
    for pattern in (*_NOT_NUMBERS, _PART):
        phrase = pattern.sub("", phrase)
    return " ".join(phrase.split()).strip(" ,;:-")


def _items(phrase: str) -> list[str]:
    """Split a coordination where the second part counts for itself; "nine soldiers and militiamen" stay together."""
    first = next(quantities(phrase), None)
    held = first.end if first and first.start == 0 else 0
    pieces = _AND.split(phrase[held:])
    pieces[0] = phrase[:held] + pieces[0]
    items = pieces[:1]
    for piece in pieces[1:]:
        if _counts_for_itself(piece, items[-1]):
            items.append(piece)
        else:
            items[-1] = f"{items[-1]} and {piece}"
    return items


def _counts_for_itself(piece: str, before: str) -> bool:
    numbered_before = any(quantities(before))
    if any(True for found in quantities(piece) if found.start == 0):
        return True
    if _HIM.match(piece) or _THEM.match(piece):
        return _HIM.match(piece) is not None
    if _ONE.match(piece):
        return not is_plural(piece) or not numbered_before
    indefinite = re.match(r"an? |the ", before, re.I) is not None
    return not (numbered_before or indefinite or is_plural(before) or _MASS.search(piece)) and len(piece.split()) <= 4


def _item_toll(item: str) -> Toll | None:
    if (family := _FAMILY.search(item)) and (inner := next(quantities(family["n"]), None)):
        return _from(inner)
    if _ORDINAL.match(item):
        return Toll(low=1, best=1, high=1)
    if number := _number(item):
        return _floored(item, _from(number))
    return _uncounted(item)


def _number(item: str) -> Quantity | None:
    """Give the first quantity that stands before the head noun; numbers in a later "of ..." count something else."""
    return next(
        (
            found
            for found in quantities(item)
            if not re.search(r"\b(?:of|in|from|near|at|to)\b [^,]*$", item[: found.start], re.I)
            or re.search(r"\b(?:total|toll|number) of(?: \w+)? $", item[: found.start])
        ),
        None,
    )


def _floored(item: str, read: Toll) -> Toll:
    """Apply a limit that follows its number: "three people at least", "50 at most"."""
    if re.search(r"\bat least\b", item, re.I):
        return Toll(low=read.best, best=read.best, high=None)
    if re.search(r"\bat most\b", item, re.I):
        return Toll(low=min(read.low, 1), best=read.best, high=read.best)
    return read


def _from(number: Quantity) -> Toll:
    return Toll(low=number.low, best=number.best, high=number.high)


def _uncounted(item: str) -> Toll:
    if _HIM.match(item):
        return Toll(low=1, best=1, high=1)
    if _MASS.search(item) or _MASS.search(head(item)):
        return Toll(low=1, best=1, high=None)
    if re.search(COLLECTIVE, core(item)) or _THEM.match(item) or is_plural(item):
        return Toll(low=2, best=2, high=None)
    return Toll(low=1, best=1, high=1) if item.lower() != "more" else Toll(low=1, best=1, high=None)


def _who(phrase: str) -> str | None:
    """Give the words that say who they were, without the number."""
    first = next(quantities(phrase), None)
    rest = phrase[first.end :] if first and first.start == 0 else re.sub(r"^(?:no|an?|the)\b", "", phrase, flags=re.I)
    rest = re.sub(r"^(?:\s*(?:of|more|other|others|the|its|their|his|her)\b)+", "", rest.strip(), flags=re.I)
    return re.sub(r"\s*\bat (?:least|most)\b", "", rest).strip(" ,") or None


def tolls_of(mark: Mark, sentence: Sentence) -> tuple[Toll | None, Toll | None]:
    """Give how many one happening killed and injured, quotes in the body, as its role spans say.

    Without a span for the killed (injured), a trigger that itself says it takes its targets. One phrase that names
    dead and hurt together ("20 casualties and injuries") bounds both: 0, 0, 20.
    """
    killed, injured = mark.of(Role.KILLED), mark.of(Role.INJURED)
    if not killed and _says(mark, _KILLS):
        killed = mark.of(Role.TARGET)
    if not injured and _says(mark, _HURTS):
        injured = mark.of(Role.TARGET)
    both = {span for span in (*killed, *injured) if _mixed(span, killed, injured)}
    return (
        _sum([_read(span, sentence, mixed=span in both) for span in _distinct(killed, sentence)]),
        _sum([_read(span, sentence, mixed=span in both) for span in _distinct(injured, sentence)]),
    )


_KILLS = re.compile(
    r"^(?:kill|murder|assassinat|behead|execut|slain|slay|slaughter|massacr|lynch|gunned down|shot dead|"
    r"beaten to death|hanged)",
    re.I,
)
_HURTS = re.compile(r"^(?:wound|injur|maim|hurt)", re.I)
_NEGATED = re.compile(
    r"(?:\bno\b(?: \w+){0,3}|\bwithout\b(?: \w+){0,3}|\bneither\b|\bnor\b(?: \w+){0,2}|"
    r"(?:n't|n’t|\bnot|\bnever) (?:\w+ ){0,2}(?:kill|injur|wound|hurt|caus|harm|result|report|lead|suffer|claim|"
    r"record|inflict)\w*(?: (?:in|any|to|further|immediate))*)[\s“\"']*$",
    re.I,
)
_MIXED = re.compile(
    r"\b(?:killed|dead|deaths?|casualties|martyrs|killed) (?:or|and|and/or) (?:injur|wound|missing|hurt)", re.I
)


def _says(mark: Mark, words: re.Pattern[str]) -> bool:
    return mark.status in ("actual", "claimed") and words.match(mark.trigger.text) is not None


def _mixed(span: Span, killed: tuple[Span, ...], injured: tuple[Span, ...]) -> bool:
    return (span in killed and span in injured) or _MIXED.search(span.text) is not None


def _distinct(spans: tuple[Span, ...], sentence: Sentence) -> list[Span]:
    """Leave out the spans that only tell a part of another: "including", "of whom", "among them"."""
    if len(spans) < 2:
        return list(spans)
    text = sentence.tagged.text
    whole = [
        span
        for span in spans
        if not re.search(r"\b(?:including|among them|of them|among whom)\W*(?:\w+\W+){0,3}$", text[: span.start], re.I)
        and not _OF_WHOM.match(span.text)
        and not re.search(r"\bof them$", span.text)
    ]
    kept = whole or list(spans[:1])
    return [span for span in kept if not any(other is not span and other.holds(span) for other in kept)]


def _read(span: Span, sentence: Sentence, *, mixed: bool) -> Toll | None:
    body = sentence.in_body(span)
    read = _person(span, sentence) or toll(span.text)
    if read is None:
        return None
    if _NEGATED.search(sentence.tagged.text[max(0, span.start - 60) : span.start]) or read.high == 0:
        return _quoted(Toll(low=0, best=0, high=0, of=read.of), body)
    if mixed:
        return _quoted(Toll(low=0, best=0, high=read.high, of=read.of), body)
    return _quoted(read, body)


def _quoted(read: Toll, body: Span) -> Toll:
    return Toll(
        low=read.low, best=read.best, high=read.high, of=read.of, text=body.text, start=body.start, end=body.end
    )


def _person(span: Span, sentence: Sentence) -> Toll | None:
    """Read a phrase that ends in a person's name ("the mayor, Ana Ruiz") as one person."""
    for name in sentence.tagged.names:
        if (
            name.label == Label.PERSON
            and span.holds(name.span)
            and name.span.end >= span.end - 1
            and not any(quantities(span.text))
            and not re.search(r"\band\b|\bof\b", span.text)
        ):
            return Toll(low=1, best=1, high=1, of=span.text)
    return None


def _sum(tolls: list[Toll | None]) -> Toll | None:
    """Add tolls of different people; the quote is the first one's."""
    known = [one for one in tolls if one is not None]
    if not known:
        return None
    total = known[0]
    for more in known[1:]:
        total = total + more
    return total


_TIMES = {"once": (1, 1), "twice": (2, 2), "thrice": (3, 3)}
_MANY = re.compile(
    r"^(?:repeated(?:ly)?|regular(?:ly)?|daily|weekly|frequent(?:ly)?|constant(?:ly)?|almost daily|days of|wave|"
    r"multiple|series|the series of|nightly|continuous(?:ly)?|a daily .*)",
    re.I,
)
_BEFORE = re.compile(
    r"(?:^|\W)(?P<phrase>(?:[\w,.'-]+ ){0,4}?)(?:separate |different |such |more |new |other |drone |missile |"
    r"rocket |air |aerial |suicide |bomb |deadly |fresh |successive )*$",
    re.I,
)


def count_of(mark: Mark, sentence: Sentence) -> Count | None:
    """Give how many happenings a mention stands for ("over 90 times": 91 or more), or None for a single one."""
    for span in mark.of(Role.COUNT):
        if times := how_often(span.text):
            body = sentence.in_body(span)
            return Count(low=times[0], high=times[1], text=body.text, start=body.start, end=body.end)
    return _counted_trigger(mark, sentence)


def how_often(phrase: str) -> tuple[int, int | None] | None:
    """Read how often: (low, high), high None being open; None for one time and for ordinals ("the third")."""
    words = plain(phrase)
    if words.lower() in _TIMES:
        low, high = _TIMES[words.lower()]
        return (low, high) if low > 1 else None
    found = next(quantities(_MEASURES.sub("", words) if _ORDINAL.match(words) else words), None)
    if found and not (_ORDINAL.match(words) and not words.lower().startswith("a series")):
        return (found.low, found.high) if found.high is None or found.high > 1 else None
    return (2, None) if _MANY.match(words) else None


def _counted_trigger(mark: Mark, sentence: Sentence) -> Count | None:
    """Read a number right before a plural noun that names the happening: "two separate attacks"."""
    if not is_plural(mark.trigger.text) or not re.search(r"s$", mark.trigger.text):
        return None
    before = sentence.tagged.text[: mark.trigger.start]
    adjacent = [found for found in quantities(before) if re.fullmatch(_GAP, before[found.end :], re.I)]
    if not adjacent or (found := adjacent[-1]).best < 2:
        return None
    start, end = found.start + sentence.span.start, mark.trigger.end + sentence.span.start
    return Count(
        low=found.low, high=found.high, text=sentence.tagged.text[found.start : mark.trigger.end], start=start, end=end
    )


_GAP = (
    r"(?: of)?(?: (?:separate|different|such|more|new|other|drone|missile|rocket|air|aerial|suicide|bomb|deadly|fresh|"
    r"successive|further|additional|recent|major|large|small|coordinated|simultaneous|near-simultaneous|cross-border|"
    r"guerrilla|terrorist|terror|militant|precision|retaliatory|Israeli|Russian|Ukrainian|American|U\.S\.|US|Turkish|"
    r"Iranian|car|roadside|mortar|artillery|grenade|arson))* "
)
