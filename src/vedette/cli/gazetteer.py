"""`vedette gazetteer`: the places that names are looked up in."""

from pathlib import Path
from typing import Annotated

import typer

from vedette.cli.exits import Exit

HELP = """Places: add GeoNames' dumps of countries, look a name up.

Example: [bold]vedette gazetteer find Mosul[/]
"""
group = typer.Typer(no_args_is_help=True, rich_markup_mode="rich", help=HELP)


@group.command()
def add(dumps: Annotated[list[Path], typer.Argument(help="GeoNames' dumps of countries: IQ.zip ...")]) -> int:
    """Add GeoNames' dumps of countries to the gazetteer.

    From download.geonames.org/export/dump. A dump of the same name takes the place of the older one; a broken dump
    changes nothing.

    Example: [bold]vedette gazetteer add IQ.zip SY.zip[/]
    """
    from vedette.registry.atlas import atlas_file
    from vedette.registry.dumps import install, read_dump

    for dump in dumps:  # all are looked at before any is taken
        for _ in read_dump(dump):
            pass
    for dump in dumps:
        print(f"{dump.name}: {install(dump):,} places")
    atlas_file()
    return Exit.DONE


@group.command()
def remove(name: Annotated[str, typer.Argument(help="Which dump: IQ")]) -> int:
    """Take a dump out of the gazetteer again.

    Example: [bold]vedette gazetteer remove IQ[/]
    """
    from vedette.model import UsageError
    from vedette.registry.dumps import installed, remove

    if not remove(name):
        held = ", ".join(path.stem for path in installed()) or "none"
        raise UsageError(f"{name}: no such dump was added; there are: {held}")
    return Exit.DONE


@group.command()
def find(name: Annotated[str, typer.Argument(help="A name of a place, in any usual spelling")]) -> int:
    """List the places that a name may mean, the best spelt and most peopled first.

    Example: [bold]vedette gazetteer find "Deir ez-Zor"[/]
    """
    from vedette.registry import load_gazetteer

    spots = load_gazetteer().find(name)
    for spot in spots[:20]:
        where = ", ".join(part for part in (spot.adm1, spot.country) if part)
        print(f"{spot.name}\t{spot.kind}\t{where}\t{spot.lat:.3f} {spot.lon:.3f}\t{spot.geoname_id or ''}".rstrip())
    if not spots:
        print(f"{name}: no place of that name")
    return Exit.DONE if spots else Exit.PARTLY
