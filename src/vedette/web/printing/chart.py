"""A chart as SVG: incidents by day and direction."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from markupsafe import Markup

from vedette.web.snapshot import Form

WIDTH, HEIGHT, LEFT, BELOW = 720.0, 190.0, 34.0, 22.0
MOST = 5  # directions that have a colour of their own
OTHERS = "others"
NOBODY = "unknown → unknown"  # tells nothing: it is of the others, unless there is nothing else
_BARS = 120  # at most; longer stretches are drawn by weeks


def directions(strip: Sequence[Form]) -> list[str]:
    """Give the directions that are drawn, those with most incidents first; "others" where there are more."""
    counted = Counter[str]()
    for one in strip:
        counted[one["direction"]] += one["n"]
    counted = Counter({name: n for name, n in counted.items() if name != NOBODY} or counted)
    named = [name for name, _ in counted.most_common(MOST)]
    return [*named, OTHERS] if len({one["direction"] for one in strip}) > len(named) else named


def svg(strip: Sequence[Form], *, first: date, last: date) -> Markup:
    """Draw bars from one day to another, each direction's share on top of the one before."""
    named = directions(strip)
    step = 1 if (last - first).days < _BARS else 7
    bars = _bars(strip, first, step, named)
    count = (last - first).days // step + 1
    tallest = max((sum(bar.values()) for bar in bars.values()), default=0) or 1
    wide = (WIDTH - LEFT) / count
    parts = [_axis(tallest), *_days(first, last, wide, step)]
    for at, bar in sorted(bars.items()):
        parts += _bar(bar, LEFT + at * wide, wide, tallest, named)
    frame = Markup(
        '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.0f} {:.0f}" role="img" '
        'aria-label="Incidents by {}">'
    ).format(WIDTH, HEIGHT + BELOW, "day" if step == 1 else "week")
    return frame + Markup("").join(parts) + Markup("</svg>")


def _bars(strip: Sequence[Form], first: date, step: int, named: Sequence[str]) -> dict[int, Counter[str]]:
    found: dict[int, Counter[str]] = {}
    for one in strip:
        at = (date.fromisoformat(one["date"]) - first).days // step
        name = one["direction"] if one["direction"] in named else OTHERS
        found.setdefault(at, Counter())[name] += one["n"]
    return found


def _bar(bar: Counter[str], x: float, wide: float, tallest: int, named: Sequence[str]) -> list[Markup]:
    parts, y = [], HEIGHT
    for number, name in enumerate(named):
        if bar[name]:
            tall = bar[name] / tallest * (HEIGHT - 12)
            y -= tall
            parts.append(
                Markup(
                    '<rect class="way-{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>'
                ).format(number, x + wide * 0.08, y, max(0.8, wide * 0.84), tall, f"{name}: {bar[name]}")
            )
    return parts


def _axis(tallest: int) -> Markup:
    return Markup(
        '<path class="axis" d="M{0} {1}H{2}M{0} 12H{2}"/><text class="tick" x="{3}" y="16" text-anchor="end">{4}</text>'
        '<text class="tick" x="{3}" y="{1}" text-anchor="end">0</text>'
    ).format(LEFT, HEIGHT, WIDTH, LEFT - 6, tallest)


def _days(first: date, last: date, wide: float, step: int) -> list[Markup]:
    """Name about six days below the bars."""
    count = (last - first).days // step + 1
    every = max(1, count // 6)
    return [
        Markup('<text class="tick" x="{:.1f}" y="{:.1f}">{}</text>').format(
            LEFT + at * wide, HEIGHT + 15, (first + timedelta(days=at * step)).isoformat()
        )
        for at in range(0, count - every // 2, every)
    ]
