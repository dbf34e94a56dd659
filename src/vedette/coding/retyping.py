"""Acts whose type the words settle, whatever the tagger took them for."""

import re
from dataclasses import replace

from vedette.coding.document import Sentence
from vedette.model import Mark, Role

_SANCTION = re.compile(r"(?:sanctions?|sanctioned|embargo|blacklist\w*)", re.I)
_RETAKES = re.compile(r"(?:retook|retak(?:en?|es|ing)|recaptur(?:e[sd]?|ing))", re.I)
_ABDUCT = re.compile(r"(?:abduct|kidnapp?)(?:s|ed|ing|ions?|ings?)?", re.I)
_RAID = re.compile(r"(?:raided|stormed|overran|overrun|storming|raiding|raids?|attacked)", re.I)
_FIGHTERS = re.compile(
    r"\b(?:gunmen|militants|fighters|rebels|insurgents|jihadists|militia(?:s|men)?|attackers|assailants|legion|gang|"
    r"gangs|bandits|terrorists|settlers|extremists|paramilitar(?:y|ies))\b",
    re.I,
)
_ARREST = re.compile(r"\b(?:arrest|detain|search|seiz|confiscat|question)\w*", re.I)
_STRIKES = re.compile(r"(?:air\s?)?strikes?", re.I)
_LABOUR = re.compile(
    r"\b(?:workers?|unions?|staff|employees|teachers|doctors|nurses|drivers|students|hunger|general strike|"
    r"walk(?:ed)?[ -]?outs?|labou?r|pay|wages?|salar(?:y|ies)|shops?|miners|dockers|sit-in|civil disobedience|"
    r"on strike|strikers?|shutdown|lawyers|traders|shopkeepers|pilots' union|bakers|judges|"
    r"protest\w*|demonstrat\w*|boycott)\b",
    re.I,
)
_HALTS = re.compile(r"(?:suspend|halt|paus|ceas|stopp?|end)(?:s|es|ed|ing)?", re.I)
_FIGHTING = re.compile(
    r"\s+(?:(?:all|its|their|his|the|any|further|military|armed|offensive|drone|rocket|cross-border)\s+){0,3}"
    r"(?:operations|attacks|hostilities|strikes|fire|fighting|raids)\b",
    re.I,
)
_TAKES = re.compile(
    r"(?:overr[au]n|captur(?:ed|es|ing)|seiz(?:ed|es|ing)|took(?: control)?|tak(?:en?|es|ing)(?: control)?)", re.I
)
_OVERRAN = re.compile(r"overr[au]n", re.I)
_POST = re.compile(
    r"\b(?:garrisons?|bases?|posts?|outposts?|barracks|camps?|positions?|checkpoints?|headquarters|stations?|brigade|"
    r"battalion|convoy|trenches|airfield|airport)\b",
    re.I,
)
_BY_FIGHT = re.compile(
    r"\b(?:after|following|amid|in|during)\s+(?:[\w-]+\s+){0,5}?(?:fighting|clashes|battles?|combat|gun\s?battles?|assaults?|"
    r"shelling|bombardment)\b(?!\s+(?:in|at|near|between)\b)",
    re.I,
)
_OPERATION = re.compile(r"\bOperation\s+(?:[A-Z][\w-]*\s+)*$")
_AGAINST = re.compile(r"(?:[\s-]+[A-Z][\w-]*)*\s+(?:against|on|into)\b")
_MENACED = {
    "violence": re.compile(
        r"\s+(?:on\s+\d+\s+\w+\s+|on\s+[A-Z]\w+\s+(?:\d+\s+)?)?(?:to\s+(?:hunt|kill|strike|attack|bomb|destroy|crush|retaliate|"
        r"avenge|wipe\s+out|annihilate)\b|(?:an?|the|its|their|his)\s+(?:[\w“”\"’'-]+\s+){0,5}?(?:response|retaliation|revenge|"
        r"reply|attacks?|strikes?|war)\b)"
    ),
    "sanction": re.compile(
        r"\s+(?:to\s+(?:impose|slap|renew|widen)\s+|with\s+)?(?:[\w’'-]+\s+){0,4}?"
        r"(?:sanctions|tariffs|embargo|asset\s+freezes?)\b", re.I
    ),
    "relations": re.compile(
        r"\s+to\s+(?:break|cut|sever|suspend|freeze|downgrade|end|halt|stop)\s+(?:off\s+)?(?:[\w’'-]+\s+){0,3}?"
        r"(?:ties|relations|negotiations|talks|cooperation|contacts?|agreements?|treaty)\b", re.I
    ),
}  # fmt: skip


def as_called(mark: Mark, sentence: Sentence) -> Mark:
    """Give a mark the type that its words settle.

    Sanctions are SANCTION, a raid by armed men or a strike of no labour dispute an ASSAULT, suspended attacks a
    RETREAT.
    """
    if mark.type != "ASSAULT" and _ABDUCT.fullmatch(mark.trigger.text):
        return replace(mark, type="ASSAULT", mode="abduct", mode_probability=1.0)
    if mark.type == "RETREAT" and _RETAKES.fullmatch(mark.trigger.text):
        return replace(mark, type="COERCE", mode="seize", mode_probability=1.0)
    if mark.type == "COERCE" and _SANCTION.fullmatch(mark.trigger.text):
        return replace(mark, type="SANCTION", mode=None)
    if mark.type == "COERCE" and _is_armed_raid(mark, sentence):
        return replace(mark, type="ASSAULT", mode="firearms", mode_probability=0.5)
    if mark.type in {"COERCE", "MOBILIZE"} and _is_operation(mark, sentence):
        return replace(mark, type="ASSAULT", mode="other", mode_probability=1.0)
    if mark.type == "COERCE" and _is_taken_in_battle(mark, sentence):
        return replace(mark, type="ASSAULT", mode="firearms", mode_probability=0.5)
    if mark.type == "THREATEN" and (mode := _menace(mark, sentence)) is not None:
        return replace(mark, mode=mode, mode_probability=1.0)
    if mark.type == "PROTEST" and _STRIKES.fullmatch(mark.trigger.text) and not _LABOUR.search(sentence.tagged.text):
        return replace(mark, type="ASSAULT", mode=None, mode_probability=0.0)
    if mark.type in {"SANCTION", "CONCEDE", "REJECT"} and _halts_fighting(mark, sentence):
        return replace(mark, type="RETREAT", mode=None, mode_probability=0.0)
    return mark


def _halts_fighting(mark: Mark, sentence: Sentence) -> bool:
    halts = _HALTS.fullmatch(mark.trigger.text) is not None
    return halts and _FIGHTING.match(sentence.tagged.text, mark.trigger.end) is not None


def _is_armed_raid(mark: Mark, sentence: Sentence) -> bool:
    armed = any(_FIGHTERS.search(span.text) for span in mark.of(Role.ACTOR))
    raid = _RAID.fullmatch(mark.trigger.text) is not None
    return armed and raid and _ARREST.search(sentence.tagged.text) is None


def _is_operation(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a trigger is the name of a military operation against somebody ("Operation Claw against ...")."""
    text = sentence.tagged.text
    named = _OPERATION.search(text, 0, mark.trigger.start) is not None or mark.trigger.text.startswith("Operation ")
    return named and _AGAINST.match(text, mark.trigger.end) is not None


def _is_taken_in_battle(mark: Mark, sentence: Sentence) -> bool:
    """Say whether a place was taken by force: a post that was overrun, or what was taken after fighting is told."""
    if _TAKES.fullmatch(mark.trigger.text) is None:
        return False
    posts = any(_POST.search(span.text) for span in mark.of(Role.TARGET))
    return (posts and _OVERRAN.fullmatch(mark.trigger.text) is not None) or (
        _BY_FIGHT.search(sentence.tagged.text, mark.trigger.end) is not None
    )


def _menace(mark: Mark, sentence: Sentence) -> str | None:
    """Give the mode of a threat that names what is threatened, where that is no violence."""
    text = sentence.tagged.text
    return next((mode for mode, told in _MENACED.items() if told.match(text, mark.trigger.end)), None)
