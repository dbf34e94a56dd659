"""The addresses of the data, a file a view."""

from vedette.web.api import (
    actors,
    add,
    chains,
    decisions,
    incident,
    incidents,
    measures,
    overview,
    printed,
    queue,
    sources,
    told,
)

_PARTS = (overview, incidents, incident, queue, actors, chains, told, measures, sources, printed, decisions, add)
ROUTERS = tuple(part.router for part in _PARTS)
