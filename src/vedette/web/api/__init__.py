"""The addresses of the data, a file a view."""

from vedette.web.api import actors, add, chains, decisions, incident, incidents, overview, printed, queue, sources, told

ROUTERS = tuple(
    part.router
    for part in (overview, incidents, incident, queue, actors, chains, told, sources, printed, decisions, add)
)
