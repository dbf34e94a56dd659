"""Fan charts as an SVG file: without changes on the left, with them on the right, on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from vedette.simulating.fan import Fan, Pair, fans
from vedette.simulating.study import Outcome

_WIDE, _HIGH, _LEFT, _TOP, _GAP = 360, 190, 62, 112, 74
_TONES = {"still": ("#d4d8dd", "#aab1ba", "#48525f"), "changed": ("#f4d3b8", "#e3a06d", "#98410f")}


def svg(outcome: Outcome) -> str:
    """Draw acts a week and the dead so far, and the thresholds beneath. Bands: 5-95 % and 25-75 %, line: the median."""
    pairs = fans(outcome)[:2]
    lines = _told(outcome)
    width = _LEFT + 2 * _WIDE + _GAP + 40
    height = _TOP + len(pairs) * (_HIGH + _GAP) + 20 * (len(lines) + 1)
    scenario = outcome.study.scenario
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="t d" font-family="system-ui, sans-serif" font-size="12" fill="#222">',
        f'<title id="t">{escape(scenario.title)}: simulated beside no change</title>',
        f'<desc id="d">{escape("; ".join(lines))}</desc>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        _text(_LEFT, 28, scenario.title, size=17, weight="600"),
        _text(_LEFT, 48, _subtitle(outcome), fill="#555"),
        _text(_LEFT, 80, "no change", size=13, weight="600", fill=_TONES["still"][2]),
        _text(
            _LEFT + _WIDE + _GAP, 80, "with the scenario's changes", size=13, weight="600", fill=_TONES["changed"][2]
        ),
    ]
    for row, pair in enumerate(pairs):
        top = _TOP + row * (_HIGH + _GAP)
        parts += _panel(pair.still, pair, _LEFT, top, "still")
        parts += _panel(pair.changed, pair, _LEFT + _WIDE + _GAP, top, "changed")
    start = _TOP + len(pairs) * (_HIGH + _GAP)
    parts += [_text(_LEFT, start + 20 * n, line) for n, line in enumerate(lines)]
    return "\n".join([*parts, "</svg>", ""])


def _subtitle(outcome: Outcome) -> str:
    study = outcome.study
    mark = "" if study.reactions.trusted else f"; reactions {study.reactions.source}, not established"
    bands = "5-95 %, 25-75 %, median"
    return f"{len(outcome.still.acts):,} runs of {study.scenario.days} days, seed {study.scenario.seed}; {bands}{mark}"


def _told(outcome: Outcome) -> list[str]:
    return [
        f"{one.line.name}: {one.still.p:.1%} without, {one.changed.p:.1%} with "
        f"({one.difference * 100:+.1f} ± {one.difference_error * 100:.1f} points)"
        for one in outcome.crossings
    ]


def _panel(fan: Fan, pair: Pair, left: float, top: float, world: str) -> list[str]:
    wide, narrow, line = _TONES[world]
    across = [left + _WIDE * day / fan.days[-1] for day in fan.days]
    up = [[top + _HIGH * (1 - float(v) / pair.top) for v in band] for band in fan.bands]
    parts = [_text(left, top - 6, fan.title, fill="#333")]
    for value in _ticks(pair.top):
        y = top + _HIGH * (1 - value / pair.top)
        parts.append(f'<line x1="{left}" y1="{y:.1f}" x2="{left + _WIDE}" y2="{y:.1f}" stroke="#e8e8e8"/>')
        parts.append(_text(left - 6, y + 4, f"{value:,.0f}", anchor="end", fill="#666"))
    named = {
        day: left + _WIDE * day / fan.days[-1] for day in (fan.days[0], fan.days[len(fan.days) // 2], fan.days[-1])
    }
    parts += [_text(x, top + _HIGH + 16, f"day {day}", anchor="middle", fill="#666") for day, x in named.items()]
    parts += [_area(across, up[0], up[4], wide), _area(across, up[1], up[3], narrow)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(across, up[2], strict=True))
    return [*parts, f'<polyline points="{points}" fill="none" stroke="{line}" stroke-width="2"/>']


def _area(across: Sequence[float], low: Iterable[float], high: Sequence[float], tone: str) -> str:
    there = [f"{x:.1f},{y:.1f}" for x, y in zip(across, low, strict=True)]
    back = [f"{x:.1f},{y:.1f}" for x, y in zip(reversed(across), reversed(high), strict=True)]
    return f'<polygon points="{" ".join(there + back)}" fill="{tone}"/>'


def _ticks(top: float) -> list[float]:
    """Give round numbers from 0 to the top, about four of them."""
    step = 10.0 ** (len(str(int(top))) - 1)
    step = next(part * step for part in (0.25, 0.5, 1, 2.5) if top / (part * step) <= 5)
    step = max(step, 1.0)
    return [n * step for n in range(int(top / step) + 1)]


def _text(
    x: float, y: float, text: str, *, size: int = 12, weight: str = "", anchor: str = "", fill: str = "#222"
) -> str:
    more = (f' font-weight="{weight}"' if weight else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{fill}"{more}>{escape(text)}</text>'
