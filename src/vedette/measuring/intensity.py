"""How hostile or friendly an act is, from -10 (war) to +10, by the codebook or by Goldstein's scale for CAMEO codes."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from vedette.codebook import codebook
from vedette.model.errors import RegistryError

MATERIAL_CONFLICT = "material-conflict"


def intensity_of(type_: str | None) -> float | None:
    """Give the codebook's intensity of a PLOVER type; None for what is none."""
    found = codebook().types.get(type_ or "")
    return found.intensity if found else None


def goldstein(cameo: str) -> float | None:
    """Give the value of a CAMEO code: its own, or that of the longest code that it begins with; None for no code."""
    scale = goldstein_scale()
    return next((scale[cameo[:n]] for n in range(len(cameo), 1, -1) if cameo[:n] in scale), None)


def of_cameo(cameo: str) -> str | None:
    """Give the PLOVER type of a CAMEO code, None where PLOVER has none (01, statements)."""
    ours = {code: kind.name for kind in codebook().types.values() for code in kind.cameo}
    return next((ours[cameo[:n]] for n in range(len(cameo), 1, -1) if cameo[:n] in ours), None)


def cameo_code(text: str) -> str | None:
    """Read a CAMEO code ("190", "0841", a root "3" whose zero a spreadsheet has eaten); None for what is none."""
    digits = text.strip().removesuffix(".0")
    if not digits.isdecimal() or not 1 <= len(digits) <= 4:
        return None
    code = digits.zfill(2)
    return code if 1 <= int(code[:2]) <= 20 else f"0{code}" if len(code) < 4 and int(code[:1]) else None


def coded(name: str, sub: str = "") -> tuple[str | None, str | None]:
    """Give the PLOVER type and mode of an act by its name in another codebook, the finer name first."""
    book = codebook()
    for said in (sub, name):
        if said.strip().upper() in book.types:
            return said.strip().upper(), None
        if found := foreign_types().get(said.strip().casefold()):
            return found
    return None, None


def hostile(type_: str | None) -> bool:
    """Say whether a type is conflict in deed: protest, sanction, mobilization, coercion, assault."""
    found = codebook().types.get(type_ or "")
    return found is not None and found.quad == MATERIAL_CONFLICT


@cache
def goldstein_scale() -> Mapping[str, float]:
    """Load the values of CAMEO codes that the package ships."""
    return {row["cameo"]: float(row["value"]) for row in rows_of("goldstein.tsv")}


@cache
def foreign_types() -> Mapping[str, tuple[str, str | None]]:
    """Load what other codebooks call acts; RegistryError names a row whose type or mode the codebook lacks."""
    made = {row["name"]: (row["type"], row["mode"] or None) for row in rows_of("foreign_types.tsv")}
    for name, (type_, mode) in made.items():
        if type_ not in codebook().types or not codebook().fits(type_, mode):
            raise RegistryError(
                f"foreign_types.tsv: {name}: {type_} {mode or ''} is not in the codebook; mend that row"
            )
    return made


def rows_of(name: str) -> list[dict[str, str]]:
    """Read a table of this package: tab-separated, comments after #; RegistryError for a row with a cell too few."""
    text = files("vedette.measuring").joinpath(name).read_text("utf-8")
    rows = list(csv.DictReader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))
    for row in rows:
        if None in row or None in row.values():
            raise RegistryError(
                f"{name}: {' '.join(map(str, row.values()))}: a cell too few or too many; mend that row"
            )
    return rows
