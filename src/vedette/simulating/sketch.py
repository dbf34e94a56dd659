"""Fans as text: a line a week, both worlds side by side on one scale."""

from __future__ import annotations

from vedette.simulating.fan import Fan, Pair

KEY = "· 5–95 %   ─ 25–75 %   ● median"
_ROWS = 13


def sketch(pair: Pair, *, width: int) -> list[str]:
    """Draw a pair of fans in lines of so many columns (at least 60)."""
    cells = max((max(width, 60) - 22) // 2, 16)
    scale = f"0 to {pair.top:,.0f}"
    head = f"{'':9}{'no change':{cells}}  {'scenario':{cells}}"
    rows = [_row(pair, step, cells) for step in _shown(len(pair.still.days))]
    return [f"{pair.still.title} ({scale})", head.rstrip(), *rows]


def _shown(steps: int) -> list[int]:
    """Give the steps to draw: all, or every second, third ... and the last."""
    every = -(-steps // _ROWS)
    return sorted({*range(every - 1, steps, every), steps - 1})


def _row(pair: Pair, step: int, cells: int) -> str:
    left, right = (_bar(fan, step, pair.top, cells) for fan in (pair.still, pair.changed))
    return f"day {pair.still.days[step]:>3}  {left}  {right}".rstrip()


def _bar(fan: Fan, step: int, top: float, cells: int) -> str:
    at = [min(round(float(value) / top * (cells - 1)), cells - 1) for value in fan.bands[:, step]]
    line = [" "] * cells
    line[at[0] : at[4] + 1] = "·" * (at[4] - at[0] + 1)
    line[at[1] : at[3] + 1] = "─" * (at[3] - at[1] + 1)
    line[at[2]] = "●"
    return "".join(line)
