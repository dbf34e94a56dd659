"""Two marks on the words of one act ("air strike", "answered with a barrage") made one."""

import re
from dataclasses import replace
from itertools import pairwise

from vedette.codebook.acts import act_noun
from vedette.model import Mark, Role, RoleMark, Span, cut

_ANSWERED = re.compile(r"(?:answer|respond|retaliat|repl[iy]|react|hit|struck|strik)\w*(?:\sback)?", re.IGNORECASE)
_WITH = re.compile(r"(?:\s+(?!(?:after|when|while|and|that)\b)[\w.’'-]+){0,4}?\s+(?:with|by)\s+[^,;:]{0,60}")


_MEANS = (
    r"(?:(?:ballistic|cruise|guided|anti-ship|one-way|long-range|kamikaze)\s+)?(?:drone|rocket|missile|mortar|artillery|"
    r"bomb|grenade|air|ground|tank|gun|sniper|knife|suicide|uav)"
)
_BY_MEANS = re.compile(
    r"\s+(?:by|on|over|via)\s+(?:the\s+)?(?:tele)?(?:phone|video)(?:\s(?:call|link))?", re.IGNORECASE
)
_NO_WEAPON = frozenset(("air", "ground", "suicide"))
_QUALIFIED = re.compile(rf"(?P<means>{_MEANS})[\s-]+(?P<head>[a-z]+)", re.IGNORECASE)
_MEANS_ALONE = re.compile(_MEANS, re.IGNORECASE)
_COORDINATED = re.compile(rf"(?:,?\s+(?:and|or)\s+|,\s+)(?:{_MEANS}[\s,-]+(?:(?:and|or)\s+)?)*", re.IGNORECASE)


def compounded(marks: tuple[Mark, ...], text: str) -> tuple[Mark, ...]:
    """Give the marks with those on one compound noun, or on a verb of answering and the noun that tells how, as one:
    the head's, with the roles that only the other has."""
    marks = tuple(_headed(mark, text) for mark in marks)
    ordered = sorted(marks, key=lambda mark: mark.trigger.start)
    ordered = [mark for at, mark in enumerate(ordered) if not (at and _is_means(ordered[at - 1], mark, text))]
    marks = tuple(mark for mark in marks if mark in ordered)
    into = {first.trigger: second for first, second in pairwise(ordered) if _one_noun(first, second, text)}
    if not into:
        return marks
    merged = {head.trigger: _with(head, first) for first in ordered if (head := into.get(first.trigger)) is not None}
    return tuple(merged.get(mark.trigger, mark) for mark in marks if mark.trigger not in into)


def _is_means(first: Mark, second: Mark, text: str) -> bool:
    """Say whether the second trigger only tells by what means the two talked ("spoke by phone")."""
    between = text[first.trigger.end : second.trigger.start]
    return first.type == second.type == "CONSULT" and _BY_MEANS.fullmatch(between + second.trigger.text) is not None


def _one_noun(first: Mark, second: Mark, text: str) -> bool:
    """Say whether the first trigger only qualifies the second, the noun of an act, or answers with it."""
    between = text[first.trigger.end : second.trigger.start]
    if first.type != second.type or act_noun(second.trigger.text) is None:
        return False
    if _MEANS_ALONE.fullmatch(first.trigger.text) and _COORDINATED.fullmatch(between):
        return True  # "drone and rocket attacks"
    answers = _ANSWERED.fullmatch(first.trigger.text) is not None and _WITH.fullmatch(between) is not None
    return between in {" ", "-"} or answers


def _headed(mark: Mark, text: str) -> Mark:
    """Cut a trigger of means and act down to the act; the means is its weapon ("rocket attacks")."""
    found = _QUALIFIED.fullmatch(mark.trigger.text)
    if found is None or act_noun(found["head"]) is None:
        return mark
    start = mark.trigger.start
    means = cut(text, start, start + found.end("means"))
    told = any(role.role == Role.WEAPON and role.span.overlaps(means) for role in mark.roles)
    weapon = () if told or means.text.casefold() in _NO_WEAPON else (RoleMark(role=Role.WEAPON, span=means),)
    return replace(mark, trigger=cut(text, start + found.start("head"), mark.trigger.end), roles=(*mark.roles, *weapon))


def _with(head: Mark, first: Mark) -> Mark:
    """Give the head without its own qualifier as a role ("suicide"), with what the tagger told of that alone."""
    own = [role for role in head.roles if role.role == Role.WEAPON or not _part(role.span, first)]
    held = {role.role for role in own}
    more = [role for role in first.roles if role.role not in held and not role.span.overlaps(head.trigger)]
    mode = head.mode if head.mode not in (None, "other") else first.mode
    return replace(head, mode=mode, roles=(*own, *more))


def _part(span: Span, first: Mark) -> bool:
    return span.overlaps(first.trigger) and span.end <= first.trigger.end
