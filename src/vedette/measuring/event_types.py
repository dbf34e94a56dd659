"""Type, mode and intensity of an act, by whatever codebook a file of events speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vedette.measuring.intensity import cameo_code, coded, goldstein, intensity_of, of_cameo
from vedette.model.errors import UsageError

if TYPE_CHECKING:
    import polars as pl


def typed(told: pl.DataFrame, notes: list[str]) -> pl.DataFrame:
    """Add the type, mode and intensity of each row; what has no intensity is told."""
    import polars as pl

    names = [name for name in ("type", "subtype", "mode", "cameo") if name in told.columns]
    kinds = {row: _kind(**dict(zip(names, row, strict=True))) for row in told.select(names).unique().iter_rows()}
    found = [kinds[row] for row in told.select(names).iter_rows()] if names else [("ACT", None, None)] * told.height
    made = told.with_columns(
        pl.Series("type", [one[0] for one in found], dtype=pl.String),
        pl.Series("mode", [one[1] for one in found], dtype=pl.String),
        pl.Series("scale", [one[2] for one in found], dtype=pl.Float64),
    )
    given = _given_intensity(made)
    made = made.with_columns(intensity=given.fill_null(made["scale"]))
    unrated = made["intensity"].null_count()
    if unrated:
        notes.append(
            f"without an intensity: {unrated} of {made.height} rows whose type is not known; tension leaves them out"
        )
    return made


def _given_intensity(made: pl.DataFrame) -> pl.Series:
    import polars as pl

    if "intensity" not in made.columns:
        return pl.Series("intensity", [None] * made.height, dtype=pl.Float64)
    given = made["intensity"].cast(pl.Float64, strict=False)
    outside = given.abs() > 10
    if outside.any():
        raise UsageError(
            f"intensity lies outside -10 to 10 in {outside.sum()} rows; give Goldstein's or PLOVER's scale"
        )
    return given


def _kind(
    type: str | None = None, subtype: str | None = None, mode: str | None = None, cameo: str | None = None
) -> tuple[str, str | None, float | None]:
    """Give an act's type, mode and intensity by what the file says of it."""
    code = cameo_code(cameo or (type if type and type.isdecimal() and len(type) > 1 else ""))
    if code:
        return of_cameo(code) or f"CAMEO {code[:2]}", None, goldstein(code)
    found, by_name = coded(_violence(type or ""), subtype or "")
    if found:
        return found, mode or by_name, intensity_of(found)
    return (type or subtype or "ACT"), mode, None


def _violence(type_: str) -> str:
    """Name UCDP's types of violence, which are numbers."""
    number = type_.removesuffix(".0")
    return {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}.get(number, type_)
