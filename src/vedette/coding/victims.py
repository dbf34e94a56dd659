"""The killed and wounded that follow an act in its sentence: "killing eight members of X and wounding several"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from vedette.coding.clauses import noun_phrase
from vedette.coding.tolling import victims_in
from vedette.model import Mark, Role, RoleMark, Span, Tagged, cut

_WHOM = (
    r"(?!(?:and|or|in|by|when|on|at|near|during|after|as|while|with|since|there|outside|inside|here|according|that|which|"
    r"who|but|would|will|was|were|is|are|has|had|have|could|may|might|must|should|can|did|does|to|from|before)\b)"
)
_KILLING = re.compile(
    r"\b(?:killing(?:\s+of)?|kill(?:ed|s)|martyring|leaving dead|"
    r"(?:claim(?:ing|ed|s)|cost(?:ing|s)?|took|taking|taken)\s+the\s+lives?\s+of)\s+" + _WHOM,
    re.I,
)
_WOUNDING = re.compile(r"\b(?:wounding|wound(?:ed|s)|injuring|injure[ds]|hurting)\s+" + _WHOM, re.I)
_DEAD = re.compile(r"\b(?:left|leaving|leaves)\s+(?P<who>[^,;]{2,40}?)\s+(?P<how>dead|wounded|injured)\b", re.I)
_ALSO = re.compile(r"\s+and\s+(?P<who>[^,;]{2,40}?)\s+(?:wounded|injured|hurt)\b", re.I)
_NOBODY = re.compile(
    r"\b(?:without (?:causing |any |inflicting |reported )*(?:casualties|injuries|deaths|victims|loss of life)|"
    r"no (?:casualties|injuries|deaths|victims|fatalities|loss of life|one (?:was|were|had been) (?:hurt|harmed|"
    r"killed|injured|wounded))|nobody (?:was|were|had been) (?:hurt|killed|injured|wounded)|"
    r"caus(?:ed|ing) no (?:casualties|injuries))",
    re.I,
)
_ONE_AND = re.compile(r"(?:the|an?|his|her|its|their|one|two|three)\s+[\w’' -]{2,60}?,?\s+and\s+", re.I)
_TOLD = re.compile(r"(?:killed|died|dead|wounded|injured|deaths?)", re.I)
_LED_IN = re.compile(r"\b(?:when|as|after|in|by|during|from)\b", re.I)
_BOUND = re.compile(r"(?:(?:more|fewer|less|no fewer|no less|no more|not more)\s+than|up\s+to|close\s+to)\s+", re.I)
_HURT = frozenset((Role.KILLED, Role.INJURED))
_HARMLESS = {
    "deaths": (Role.KILLED,),
    "fatalities": (Role.KILLED,),
    "loss of life": (Role.KILLED,),
    "killed": (Role.KILLED,),
    "wounded": (Role.INJURED,),
    "injured": (Role.INJURED,),
    "injuries": (Role.INJURED,),
}


def with_victims(mark: Mark, tagged: Tagged) -> Mark:
    """Fill killed and injured of an assault from participles that follow it and from words that nobody was hurt."""
    if mark.type != "ASSAULT":
        return mark
    roles = [role if role.role != Role.KILLED else _uncoupled(role, tagged.text) for role in mark.roles]
    told = [*_participles(mark, tagged)]
    if _TOLD.fullmatch(mark.trigger.text):
        told += [role for role in victims_in(tagged.text) if not any(other.role == role.role for other in told)]
    else:
        told += _told_first(mark, tagged, {role.role for role in (*told, *roles)})
    told = [role for role in told if not any(_holds_more(known, role) for known in roles)]
    roles = [*told, *(role for role in roles if not _retold(role, told))]
    for role in _nobody(mark, tagged):
        if not any(known.role == role.role for known in roles):
            roles = [
                known
                for known in roles
                if known.role not in _HURT or not known.span.overlaps(role.span) or _shared(role)
            ]
            roles.append(role)
    return replace(mark, roles=tuple(roles))


def _holds_more(known: RoleMark, told: RoleMark) -> bool:
    """Say whether a phrase counts more people before those told ("the commander and one companion")."""
    if known.role != told.role or not known.span.holds(told.span):
        return False
    return _ONE_AND.fullmatch(known.span.text[: told.span.start - known.span.start]) is not None


def _told_first(mark: Mark, tagged: Tagged, known: set[Role]) -> Iterator[RoleMark]:
    """Give the toll that a sentence tells before its only act ("Nine were killed when shells hit ...")."""
    if any(other.type == "ASSAULT" and other.trigger != mark.trigger for other in tagged.marks):
        return
    for role in victims_in(tagged.text[: mark.trigger.start]):
        if role.role not in known and _LED_IN.search(tagged.text, role.span.end, mark.trigger.start):
            yield role


def _retold(role: RoleMark, told: list[RoleMark]) -> bool:
    """Say whether what the words told already says this: the same people, or as many of the same fate."""
    if role.role not in _HURT or _shared(role):
        return False
    return any(other.span.overlaps(role.span) or other.role == role.role for other in told)


def _shared(role: RoleMark) -> bool:
    """Say whether a phrase speaks of killed and injured at once ("no casualties")."""
    return _NOBODY.search(role.span.text) is not None


def _uncoupled(role: RoleMark, text: str) -> RoleMark:
    """End the killed where the wounded begin."""
    wounded = re.search(r"(?:,|\s+and)\s+(?:\w+\s+)?(?:wound|injur|hurt)", role.span.text)
    return replace(role, span=cut(text, role.span.start, role.span.start + wounded.start())) if wounded else role


def _participles(mark: Mark, tagged: Tagged) -> Iterator[RoleMark]:
    for role, words in ((Role.KILLED, _KILLING), (Role.INJURED, _WOUNDING)):
        for found in words.finditer(tagged.text, mark.trigger.start):
            if _belongs(found.start(), mark, tagged) and (who := _whom(tagged.text, found.end())) is not None:
                yield RoleMark(role=role, span=who)
                if (more := _and_more(tagged.text, who.end)) is not None:
                    yield RoleMark(role=role, span=more)
                break
    for dead in _DEAD.finditer(tagged.text, mark.trigger.end):
        if _belongs(dead.start(), mark, tagged):
            role = Role.KILLED if dead["how"].lower() == "dead" else Role.INJURED
            yield RoleMark(role=role, span=cut(tagged.text, dead.start("who"), dead.end("who")))
            if role == Role.KILLED and (hurt := _ALSO.match(tagged.text, dead.end())):
                yield RoleMark(role=Role.INJURED, span=cut(tagged.text, hurt.start("who"), hurt.end("who")))


def _whom(text: str, start: int) -> Span | None:
    than = _BOUND.match(text, start)
    phrase = noun_phrase(text, than.end() if than else start)
    if phrase is None:
        return None
    phrase = (start, phrase[1]) if than else phrase
    end = re.search(r"\s+and\s+(?:wound|injur|hurt)", text[slice(*phrase)])
    return cut(text, phrase[0], phrase[0] + end.start() if end else phrase[1])


_MORE = re.compile(
    r"(?:,\s+(?:an?|the|his|her|their)\s[^,;]{3,80},)?\s+(?:and|along\s+with|as\s+well\s+as)\s+"
    r"(?=(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|several|his|her|an?)\b)",
    re.I,
)


def _and_more(text: str, end: int) -> Span | None:
    """Give the people that "and" adds over an apposition ("killing Omar Adan, a rebel leader, and two guards")."""
    more = _MORE.match(text, end)
    phrase = noun_phrase(text, more.end()) if more else None
    if phrase is None or re.match(r"\s+(?:were\s+)?(?:wound|injur|hurt)", text[phrase[1] :]):
        return None
    return None if re.search(r"\b(?:wound|injur|hurt)\w*", text[slice(*phrase)]) else cut(text, *phrase)


def _belongs(position: int, mark: Mark, tagged: Tagged) -> bool:
    """Say whether a participle at `position` tells the effect of this act: no other assault lies between them."""
    if (
        re.match(r"\w+(?:ed|s)\b", tagged.text[position:])
        and position > mark.trigger.end
        and not re.search(r"\b(?:and|which|that|also)\s+$", tagged.text[mark.trigger.end : position])
    ):
        return False
    last = max(
        (other.trigger.start for other in tagged.marks if other.type == "ASSAULT" and other.trigger.start < position),
        default=mark.trigger.start,
    )
    return last == mark.trigger.start and ";" not in tagged.text[mark.trigger.end : position]


def _nobody(mark: Mark, tagged: Tagged) -> Iterator[RoleMark]:
    for found in _NOBODY.finditer(tagged.text):
        acts = [
            other.trigger.start
            for other in tagged.marks
            if other.type == "ASSAULT" and other.trigger.start < found.start()
        ]
        if acts and mark.trigger.start != acts[-1]:
            continue
        what = next(
            (roles for word, roles in _HARMLESS.items() if found.group().lower().endswith(word)),
            (Role.KILLED, Role.INJURED),
        )
        span = cut(tagged.text, found.start(), found.end())
        yield from (RoleMark(role=role, span=span) for role in what)
