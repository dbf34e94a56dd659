"""Roles that the words imply but the tagger left open."""

import re
from dataclasses import replace

from vedette.codebook.acts import act_noun
from vedette.coding.clauses import noun_phrase, subject_of
from vedette.coding.document import Sentence
from vedette.model import Label, Mark, Name, Role, RoleMark, Span, cut

_MODIFIER = re.compile(r"(?:['’]s?)?\s+(?:(?:[a-z]+-)?[a-z]+\s+){0,2}", re.I)
_PREPOSED = re.compile(
    r"\b(?:in|at|on|from|near|of|to|against)\s+(?:the\s+)?(?:(?:north|south|east|west|centr|far|mid)[\w-]*\s+){0,2}$",
    re.I,
)
_OF = re.compile(r"\b(?:of|to|from|for)\s+(?:the\s+)?$")
_OWNERS = frozenset((Label.COUNTRY, Label.GROUP, Label.ORG, Label.PLACE))
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "RETREAT"))
_DO = r"(?:carried\s+out|conducted|launched|staged|mounted|perpetrated)"
_DOES = re.compile(
    rf"\b{_DO}\s+(?:(?:an?|the|this|that|its|their|another|several|two|three)\s+)(?:[\w-]+\s+){{0,3}}$", re.I
)
_ANSWERS = re.compile(
    r"\b(?:responded|retaliated|replied|answered|hit\s+back|struck\s+back|fought\s+back)\s+(?:\w+ly\s+|on\s+\w+day\s+)?"
    r"(?:with|by\s+(?:launching|carrying\s+out|firing))\s+(?:[\w-]+\s+){0,4}$",
    re.I,
)
_SENT_BY = re.compile(r"\s+(?:planted|laid|fired|launched|sent|dropped|set\s+off|detonated|operated)\s+by\s+", re.I)
_SAID_IT = re.compile(r"(?:said|says|claim(?:ed|s)|added|confirmed)\s+(?:that\s+)?(?P<who>it|they|he|she)\b")
_RELATIVE = re.compile(r"which|that|who|there|no one|nobody", re.I)
_DONE_BY = re.compile(rf"\s+(?:was|were|is|had\s+been|has\s+been)\s+(?:\w+ly\s+)?{_DO}\s+by\s+", re.I)
_SITE = re.compile(
    r"[A-Z][\w’'-]+.*\b(?:air ?base|airport|airfield|base|port|camp|embassy|consulate|crossing|"
    r"dam|refinery|garrison|station)$"
)
_LANDING = re.compile(
    r"\b(?:landed|landing|fell|falling|came down|coming down|exploded|struck|hit|hitting|struck|slammed into|"
    r"crashed into|crashed|impacted|detonated|went off|going off|blew up)\s+"
    r"(?:(?:on\s+)?(?:(?:late|early)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?:(?:morning|evening|night|afternoon)\s+)?|"
    r"on\s+\d{1,2}\s+[A-Z][a-z]+\s+|on\s+[A-Z][a-z.]+\s+\d{1,2}\s+)?"
    r"(?:near|close to|next to|inside|outside|just outside|in the vicinity of|not far from|beside|"
    r"within the grounds of|into|onto|on|at|in)?\s*",
    re.I,
)
_FROM_THEIRS = re.compile(
    r"\s+from\s+(?:an?|the|its|several|two)\s+(?P<who>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,2})\s+(?:[a-z]+\s+)?"
    r"(?:bases?|positions?|posts?|outposts?|camps?|garrisons?|barracks|warships?|ships?|tanks?|territory|side|aircraft|jets?|"
    r"helicopters?|launchers?|batter(?:y|ies))\b"
)
_WHOM = re.compile(
    r"(?:(?P<name>(?:[A-Z][\w’'-]*\s+){0,3}[A-Z][\w’'-]*),\s+)?(?P<who>(?:an?|the|his|her|their)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+)"
    r",?\s+whom\s+(?:[\w’'-]+\s+){1,6}$"
)
_DEAD = re.compile(r"\s+dead\b")
_IN = re.compile(r"\bin\s+(?:the\s+)?$", re.I)
_NEAR = re.compile(
    r"\s*(?:attack|strike|explosion|blast|shelling|barrage|salvo)s?\s+(?:near|close to|next to|"
    r"outside|in the vicinity of)\s+",
    re.I,
)
_THINGS = re.compile(
    r"\b(?:embassy|consulate|compound|base|camp|airport|airfield|airbase|port|headquarters|station|hospital|"
    r"school|mosque|church|market|"
    r"ship|vessel|tanker|convoy|building|residence|palace|ministry|barracks|outpost|checkpoint|facility|plant|"
    r"refinery|depot|bridge|caf[eé]|restaurant|hotel|shop|bar|stadium|court|office|university|college|shrine|temple|"
    r"pitch|queue|bank|clinic|monastery|bazaar|parade|crowd|wedding|funeral|patrol|pipeline|substation|"
    r"village|town|city|house|home|mission|apartment|block|mall|dam|tower|terminal|garrison|positions?)\b",
    re.I,
)


def with_implied(mark: Mark, sentence: Sentence) -> Mark:
    """Fill what an act's words imply.

    The actor comes from the adjective before its noun ("the U.S. strikes"), the place from a place's name there ("the
    Bucha massacre") or a base that is the target, the target from where weapons came down or whom it hurt.
    """
    doing = _with_doer(_with_adjective(mark, sentence), sentence)
    return _with_place(_with_target(_located(doing, sentence), sentence), sentence)


def _with_doer(mark: Mark, sentence: Sentence) -> Mark:
    """Take who carries an act out for its actor: "it staged the ambush", "the raid was carried out by rebels"."""
    if mark.of(Role.ACTOR) or mark.type not in _DEEDS:
        return mark
    text = sentence.tagged.text
    if found := _DOES.search(text, 0, mark.trigger.start) or _ANSWERS.search(text, 0, mark.trigger.start):
        who = _who_does(text, found.start())
    elif sent := _sent_by(mark, text):
        who = noun_phrase(text, sent)
    elif theirs := _FROM_THEIRS.match(text, mark.trigger.end):
        who = theirs.span("who") if _is_owner(theirs.span("who"), sentence) else None
    else:
        done = _DONE_BY.match(text, mark.trigger.end)
        who = noun_phrase(text, done.end()) if done else None
    if who is None or (
        re.fullmatch(r"which|that|who|it|there|no one|nobody", text[slice(*who)], re.I) and found is None
    ):
        return mark
    return replace(mark, roles=(RoleMark(role=Role.ACTOR, span=cut(text, *who)), *mark.roles))


def _who_does(text: str, verb: int) -> tuple[int, int] | None:
    """Give the subject of a verb; of "X, a group, said it had staged ...", the pronoun."""
    who = subject_of(text, verb)
    said = _SAID_IT.match(text, *who) if who else None
    return said.span("who") if said else who


def _is_owner(stretch: tuple[int, int], sentence: Sentence) -> bool:
    """Say whether a name is that of a state or a group, and not of a place ("from a Turkish base")."""
    owners = (name.span for name in sentence.tagged.names if name.label in _OWNERS - {Label.PLACE})
    return any(span.start <= stretch[0] and stretch[1] <= span.end for span in owners)


def _sent_by(mark: Mark, text: str) -> int | None:
    """Give where those are named who sent what did harm ("a bomb planted by | rebels")."""
    found = (_SENT_BY.match(text, span.end) for span in (*mark.of(Role.WEAPON), mark.trigger))
    return next((sent.end() for sent in found if sent is not None), None)


def _located(mark: Mark, sentence: Sentence) -> Mark:
    """Take the place of an act that killed somebody for its place and not for its target ("a raid in Jenin killed")."""
    killed = mark.of(Role.KILLED)
    if mark.type != "ASSAULT" or not killed:
        return mark
    places = [name.span for name in sentence.tagged.names if name.label == Label.PLACE]
    roles = tuple(
        replace(role, role=Role.PLACE)
        if role.role == Role.TARGET
        and role.span.start > mark.trigger.end
        and _IN.search(sentence.tagged.text[: role.span.start])
        and any(role.span.holds(place) for place in places)
        else role
        for role in mark.roles
    )
    return replace(mark, roles=roles)


def _with_adjective(mark: Mark, sentence: Sentence) -> Mark:
    text = sentence.tagged.text
    for name in sentence.tagged.names:
        if name.span.end > mark.trigger.start or not _MODIFIER.fullmatch(text[name.span.end : mark.trigger.start]):
            continue
        if _goes_on(name, sentence):
            continue
        role = Role.PLACE if name.label == Label.PLACE else Role.ACTOR
        if role == Role.PLACE and text[name.span.end : mark.trigger.start].strip() == "":
            if act_noun(mark.trigger.text) is None and _OF.search(text[: name.span.start]):
                continue  # "the market of Gao | struck a mine"
            kept = tuple(known for known in mark.roles if known.role != role)
            return replace(mark, roles=(*kept, RoleMark(role=role, span=_with_first_word(name.span, sentence))))
        if (
            name.label in _OWNERS
            and mark.type in _DEEDS
            and not mark.of(role)
            and not any(place.holds(name.span) for place in mark.of(Role.PLACE))
            and not _PREPOSED.search(text[: name.span.start])
        ):
            return replace(mark, roles=(*mark.roles, RoleMark(role=role, span=name.span)))
    return mark


def _goes_on(name: Name, sentence: Sentence) -> bool:
    """Say whether a name of one word is only the first word of a place's ("Mir | Ali")."""
    if name.label not in (Label.GROUP, Label.PERSON, Label.ORG) or " " in name.span.text:
        return False
    places = (one.span for one in sentence.tagged.names if one.label == Label.PLACE)
    return any(span.start == name.span.end + 1 for span in places)


def _with_first_word(span: Span, sentence: Sentence) -> Span:
    """Lengthen a place's name by the word that was taken for another name."""
    firsts = (one.span for one in sentence.tagged.names if one.span.end == span.start - 1 and _goes_on(one, sentence))
    first = next(firsts, None)
    return cut(sentence.tagged.text, first.start, span.end) if first else span


def _with_place(mark: Mark, sentence: Sentence) -> Mark:
    for span in mark.of(Role.TARGET):
        if (
            mark.type == "ASSAULT"
            and _SITE.search(span.text)
            and not any(place.overlaps(span) for place in mark.of(Role.PLACE))
        ):
            return replace(mark, roles=(RoleMark(role=Role.PLACE, span=span), *mark.roles))
    return mark


def _with_target(mark: Mark, sentence: Sentence) -> Mark:
    if mark.type != "ASSAULT":
        return mark
    aimed = [role for role in mark.roles if role.role == Role.TARGET]
    beside = _NEAR.match(sentence.tagged.text, mark.trigger.start) and _landed_on(mark, sentence)
    if beside and aimed and all(role.span.end <= mark.trigger.start for role in aimed):
        kept = tuple(role for role in mark.roles if role.role != Role.TARGET)
        return replace(mark, roles=(*kept, RoleMark(role=Role.TARGET, span=beside)))
    if aimed:
        hurt = (*mark.of(Role.KILLED), *mark.of(Role.INJURED))
        only_hurt = all(any(role.span.overlaps(span) for span in hurt) for role in aimed)
        beside = _landed_on(mark, sentence) if only_hurt else None
        return replace(mark, roles=(RoleMark(role=Role.TARGET, span=beside), *mark.roles)) if beside else mark
    if (whom := _WHOM.search(sentence.tagged.text, 0, mark.trigger.start)) is not None:
        return _done_to(mark, whom, sentence.tagged.text)
    found = _landed_on(mark, sentence) or next(iter((*mark.of(Role.KILLED), *mark.of(Role.INJURED))), None)
    if found is None or re.match(
        r"(?:no|without|none|zero|nobody)\b|(?:any )?(?:casualties|injuries|"
        r"deaths)$",
        found.text,
        re.I,
    ):
        return mark
    return replace(mark, roles=(*mark.roles, RoleMark(role=Role.TARGET, span=found)))


def _done_to(mark: Mark, whom: re.Match[str], text: str) -> Mark:
    """Read "Ana Ruiz, a teacher whom gunmen shot dead": whom it was done to."""
    span = cut(text, *whom.span("name" if whom["name"] else "who"))
    roles = [RoleMark(role=Role.TARGET, span=span)]
    if _DEAD.match(text, mark.trigger.end) and not mark.of(Role.KILLED):
        roles.append(RoleMark(role=Role.KILLED, span=span))
    return replace(mark, roles=(*mark.roles, *roles))


def _landed_on(mark: Mark, sentence: Sentence) -> Span | None:
    text = sentence.tagged.text
    near = _NEAR.match(text, mark.trigger.start)
    landings = [near] if near else list(_LANDING.finditer(text, mark.trigger.start))
    for landing in landings:
        if (
            any(
                other.trigger.start == landing.start()
                for other in sentence.tagged.marks
                if other.trigger != mark.trigger
            )
            and not near
        ):
            continue
        phrase = noun_phrase(text, landing.end())
        if phrase is not None and _THINGS.search(text, *phrase):
            return cut(text, *phrase)
    return None
