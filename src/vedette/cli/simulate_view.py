"""What a simulation looks like on a terminal: thresholds, fans, sensitivity, and all that was assumed."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vedette.cli import screen
from vedette.cli.table import Head, show, table

if TYPE_CHECKING:
    from rich.console import Console

    from vedette.simulating.bargain import Bargain
    from vedette.simulating.brinkmanship import Solved
    from vedette.simulating.compared import Crossing, Share
    from vedette.simulating.sensitivity import Turn
    from vedette.simulating.study import Outcome, Study

_TENTHS = ("a tenth less", "as given", "a tenth more")


def list_scenarios(file: Path | None) -> None:
    """List the scenarios that are shipped: name, roles to bind, what it is about."""
    from vedette.simulating.scenario import read_scenario
    from vedette.simulating.shipped import shipped

    rows = []
    for name, path in shipped().items():
        told = read_scenario(path)
        roles = "; ".join(f"{role}: {about}" for role, about in told.roles.items())
        rows.append((name, told.title, " ".join(told.about.split()), roles))
    heads = (
        Head(name="Name", least=18),
        Head(name="Scenario", least=24),
        Head(name="What changes", least=40),
        Head(name="Roles", least=24, rank=1),
    )
    show(heads, rows, nothing="no scenario is shipped", file=file)


def show_outcome(outcome: "Outcome", turns: Sequence["Turn"], file: Path | None) -> None:
    """Print an outcome: warnings first, then thresholds, fans, reactions, sensitivity, assumptions."""
    from vedette.simulating.assumptions import assumptions, warnings
    from vedette.simulating.fan import fans
    from vedette.simulating.sketch import KEY, sketch

    study = outcome.study
    scenario = study.scenario
    with screen.sink(file) as console:
        _line(console, scenario.title, style="bold")
        _line(console, " ".join(scenario.about.split()))
        _line(console, f"{scenario.runs:,} runs of {scenario.days} days, seed {scenario.seed}")
        for warning in warnings(study):
            _line(console, f"! {warning}", style="bold")
        _crossings(console, outcome.crossings)
        for pair in fans(outcome)[:2]:
            _line(console, "")
            for line in sketch(pair, width=console.width):
                _line(console, line)
        _line(console, KEY)
        _reactions(console, study)
        if scenario.bargain is not None:
            _line(console, "")
            show_bargain(scenario.bargain, console)
        if turns:
            _turns(console, outcome, turns)
        _line(console, "\nAssumptions", style="bold")
        for one in assumptions(outcome):
            _line(console, f"- {one}")


def _crossings(console: "Console", crossings: Sequence["Crossing"]) -> None:
    heads = (
        Head(name="", least=1, right=True),
        Head(name="Threshold", least=30),
        Head(name="No change", least=14, right=True),
        Head(name="Scenario", least=14, right=True),
        Head(name="Difference", least=16, right=True),
    )
    rows = [
        (str(n), one.line.name, _share(one.still), _share(one.changed), _difference(one))
        for n, one in enumerate(crossings, 1)
    ]
    _line(console, "")
    _print(console, heads, rows)
    _line(console, "± is one standard error of sampling; the difference is paired (both worlds have the same luck)")


def _share(one: "Share") -> str:
    if one.p in (0.0, 1.0):
        return f"under {one.high:.2%}" if one.p == 0 else f"over {one.low:.2%}"
    return f"{one.p:.1%} ± {one.error * 100:.1f}"


def _difference(one: "Crossing") -> str:
    if one.difference == 0 and one.difference_error == 0:
        return "none seen"
    return f"{one.difference * 100:+.1f} ± {one.difference_error * 100:.1f}{'' if one.clear else ' (unclear)'}"


def _reactions(console: "Console", study: "Study") -> None:
    told = study.reactions
    heads = (Head(name="Acts set off by an act of", least=20), *(_right(f"of {name}", 16) for name in told.names))
    low = told.branching - 1.96 * told.branching_error
    cells = [
        [
            f"{told.branching[i, j]:.2f} ± {told.branching_error[i, j]:.2f}{'' if low[i, j] > 0 else ' ?'}"
            for i in range(len(low))
        ]
        for j in range(len(low))
    ]
    _line(console, "")
    _print(console, heads, [(name, *row) for name, row in zip(told.names, cells, strict=True)])
    _line(console, f"{told.verdict}" + ("; ? = its interval reaches 0" if (low <= 0).any() else ""))


def _turns(console: "Console", outcome: "Outcome", turns: Sequence["Turn"]) -> None:
    numbers = range(1, len(outcome.study.scenario.thresholds) + 1)
    heads = (
        Head(name="One change turned", least=24),
        Head(name="How", least=7),
        *(_right(f"{n}", 11) for n in numbers),
        _right("Dead, mean", 14),
    )
    _line(console, "\nSensitivity: by how many points each threshold moves if one change is turned", style="bold")
    _print(console, heads, [_turned(turn) for turn in turns])


def _turned(turn: "Turn") -> tuple[str, ...]:
    told = zip(turn.difference, turn.difference_error, strict=True)
    cells = [f"{d * 100:+.1f} ± {error * 100:.1f}" for d, error in told]
    return turn.change, turn.dose, *cells, f"{turn.deaths:,.0f} ({turn.deaths_difference:+,.0f})"


def show_bargain(bargain: "Bargain", console: "Console") -> None:
    """Print a brinkmanship crisis: how it ends, who holds on until when, and what a tenth more or less of each does."""
    from vedette.simulating.bargain import statics
    from vedette.simulating.brinkmanship import solve

    game, solved = bargain.game, solve(bargain.game)
    how = "in closed form" if solved.exact else f"by numbers (no type can gain more than {solved.regret:.1g})"
    _line(console, f"Brinkmanship: {bargain.challenger} against {bargain.defender}, solved {how}", style="bold")
    _print(console, (Head(name="Ending", least=30), _right("Probability", 11)), _endings(bargain, solved))
    for n, cut in enumerate(solved.cuts, 1):
        low, high = game.mover(n)
        who = bargain.challenger if n % 2 else bargain.defender
        said = "nobody" if cut >= high - 1e-9 else "everybody" if cut <= low + 1e-9 else f"resolve from {cut:.3f}"
        _line(console, f"round {n} (risk {game.risk(n):.0%}): {who} holds on: {said}")
    _line(console, "")
    heads = (Head(name="It gets out of hand with", least=26), *(_right(name, 12) for name in _TENTHS))
    told = [(name, less.disaster, solved.disaster, more.disaster) for name, less, more in statics(game)]
    _print(console, heads, [(name, *(f"{p:.1%}" for p in row)) for name, *row in told])


def _endings(bargain: "Bargain", solved: "Solved") -> list[tuple[str, str]]:
    told = [
        ("no crisis: it does not challenge", solved.no_challenge),
        (f"{bargain.challenger} prevails", solved.challenger_prevails),
        (f"{bargain.defender} prevails", solved.defender_prevails),
        ("it gets out of hand", solved.disaster),
    ]
    return [(name, f"{p:.1%}") for name, p in told]


def _right(name: str, least: int) -> Head:
    return Head(name=name, least=least, right=True)


def _print(console: "Console", heads: Sequence[Head], rows: Sequence[Sequence[str]]) -> None:
    if console.is_terminal:
        console.print(table(heads, rows, width=console.width))
        return
    with console.capture() as capture:
        console.print(table(heads, rows, width=console.width))
    console.file.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _line(console: "Console", text: str, *, style: str | None = None) -> None:
    console.print(text, markup=False, highlight=False, style=style, soft_wrap=False)
