"""The forecast of acts day by day: a case, or a file of events."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

from vedette.cli.cases import opened
from vedette.cli.forecast_asked import Asked, explained, note, plotted, scored, skill_words, write
from vedette.cli.table import Head
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    from vedette.forecasting.acts import Acts
    from vedette.forecasting.ahead import Ahead
    from vedette.store import Case

HORIZONS = (1, 7, 30)


def told(asked: Asked) -> int:
    """Forecast and write, with the skill of past windows beside it."""
    from vedette.forecasting.ahead import look_ahead
    from vedette.forecasting.ahead_table import ahead_table
    from vedette.forecasting.snapshots import scores_by_kind, skills, trials

    with opened(asked.source) if asked.kind == "case" else nullcontext() as case:
        try:
            acts = acts_asked(asked, case)
            made = look_ahead(acts, asked.steps, model=asked.model, pairs=asked.pairs)
        except UsageError as error:
            said = str(error)
            raise UsageError(said if said.startswith(asked.source) else f"{asked.source}: {said}") from error
        past = trials(then(asked, case, acts), acts, asked.steps, model=asked.model, windows=asked.windows,
                      pairs=asked.pairs)  # fmt: skip
    skill = skills(past)
    note(made.notes, asked)
    plotted([(one.paths, one.came) for one in past], asked)
    if asked.test:
        scored(scores_by_kind(past), asked)
    elif asked.format == "table":
        _show(made, skill, asked)
    else:
        write(ahead_table(made, level=asked.levels, skill=skill), asked)
    return 0


def acts_asked(asked: Asked, case: "Case | None") -> "Acts":
    """Read the acts of a case or a file, as of the day asked for."""
    from vedette.forecasting.acts import acts_of_table
    from vedette.forecasting.from_case import acts_of_case
    from vedette.measuring.table import event_table

    if case is not None:
        return acts_of_case(case, asked.as_of, attack=asked.attack)
    return acts_of_table(event_table(asked.source, as_of=asked.as_of, columns=asked.columns), attack=asked.attack)


def then(asked: Asked, case: "Case | None", acts: "Acts") -> "Callable[[int], Acts]":
    """Give what was known on a past day: of a case what was published until then, of a file what had happened."""
    from vedette.forecasting.from_case import acts_of_case

    if case is None:
        return acts.until
    return lambda day: acts_of_case(case, date.fromordinal(day), attack=asked.attack)


def _show(made: "Ahead", skill: dict[str, float], asked: Asked) -> None:
    within = sorted({one for one in (*HORIZONS, asked.steps) if one <= asked.steps})
    heads = [
        Head(name="Who -> whom", least=16),
        Head(name="What", least=8),
        *(Head(name=f"P({n} d)", least=7, right=True) for n in within),
        Head(name=f"In {asked.steps} d", least=6, right=True),
        *(Head(name=f"{one:g} %", least=8, right=True, rank=i) for i, one in enumerate(asked.levels, 1)),
        Head(name="Skill", least=7, right=True),
        Head(name="Note", least=6),
    ]
    rows = [_row(made, i, within, skill, asked) for i in range(len(made.series))]
    chance = f"P(n d): the chance of at least one within n days. In {asked.steps} d: the median number;"
    few = " few acts: fewer than five in two years, so drawn from how often such things are."
    short = " short record: fewer than 120 days."
    flags = "".join(said for said, flag in ((few, "few acts"), (short, "short record")) if flag in made.flags)
    explained(heads, rows, asked, chance=chance, flags=flags)


def _row(made: "Ahead", i: int, within: list[int], skill: dict[str, float], asked: Asked) -> tuple[str, ...]:
    import numpy as np

    one, total = made.series[i], made.paths[i].sum(axis=0)
    bounds: list[Any] = [np.quantile(total, (0.5 - level / 200, 0.5 + level / 200)) for level in asked.levels]
    return (
        f"{one.pair[0]} -> {one.pair[1]}",
        one.of,
        *(f"{(made.paths[i, :n].sum(axis=0) > 0).mean():.2f}" for n in within),
        f"{np.median(total):,.0f}",
        *(f"{low:,.0f} to {high:,.0f}" for low, high in bounds),
        skill_words(skill.get(one.of)),
        made.flags[i],
    )
