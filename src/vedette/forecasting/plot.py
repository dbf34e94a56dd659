"""A calibration as a picture: reliability on the left, the histogram of the probability transform on the right."""

from xml.sax.saxutils import escape

from vedette.forecasting.calibration import Bin, Calibration

SIDE, GAP, EDGE = 280, 70, 50
INK, GREY, BLUE = "#222", "#aaa", "#2b6cb0"


def svg(told: Calibration, *, title: str) -> str:
    """Draw a calibration as SVG: points near the diagonal and bars near the dashed line are what is wished for."""
    cover = ", ".join(f"{one.level:g} % covers {one.cover:.0%}" for one in told.cover)
    width, height = 2 * SIDE + GAP + 2 * EDGE, SIDE + 2 * EDGE + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
        'font-size="12">',
        f"<title>{escape(title)}</title>",
        f'<text x="{EDGE}" y="20" font-size="14" fill="{INK}">{escape(title)} (n = {told.n:,}; {escape(cover)})</text>',
        *_frame(EDGE, "said", "came"),
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="{GREY}" stroke-dasharray="4"/>',
        *(_point(one) for one in told.reliability),
        *_frame(EDGE + SIDE + GAP, "share of draws below what came", "share of cases"),
        *_bars(told.pit, EDGE + SIDE + GAP),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _frame(left: float, across: str, up: str) -> list[str]:
    bottom, middle = EDGE + SIDE, left + SIDE / 2
    return [
        f'<rect x="{left}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{INK}"/>',
        f'<text x="{middle}" y="{bottom + 32}" text-anchor="middle" fill="{INK}">{across}</text>',
        f'<text transform="translate({left - 30},{EDGE + SIDE / 2}) rotate(-90)" text-anchor="middle" fill="{INK}">'
        f"{up}</text>",
        f'<text x="{left}" y="{bottom + 16}" text-anchor="middle" fill="{INK}">0</text>',
        f'<text x="{left + SIDE}" y="{bottom + 16}" text-anchor="middle" fill="{INK}">1</text>',
    ]


def _point(one: Bin) -> str:
    x, y = EDGE + SIDE * one.forecast, EDGE + SIDE * (1 - one.observed)
    low, high = EDGE + SIDE * (1 - one.low), EDGE + SIDE * (1 - one.high)
    words = f"said {one.forecast:.2f}, came {one.observed:.2f} ({one.low:.2f} to {one.high:.2f}), n = {one.n}"
    return (
        f'<line x1="{x:.1f}" y1="{low:.1f}" x2="{x:.1f}" y2="{high:.1f}" stroke="{BLUE}"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{BLUE}"><title>{words}</title></circle>'
    )


def _bars(shares: tuple[float, ...], left: float) -> list[str]:
    most = max(2 / len(shares), *shares)
    wide, even = SIDE / len(shares), EDGE + SIDE * (1 - 1 / len(shares) / most)
    bars = [
        f'<rect x="{left + i * wide:.1f}" y="{EDGE + SIDE * (1 - share / most):.1f}" width="{wide - 1:.1f}" '
        f'height="{SIDE * share / most:.1f}" fill="{BLUE}"><title>{share:.3f}</title></rect>'
        for i, share in enumerate(shares)
    ]
    return [
        *bars,
        f'<line x1="{left}" y1="{even:.1f}" x2="{left + SIDE}" y2="{even:.1f}" stroke="{INK}" stroke-dasharray="4"/>',
    ]
