"""GeoJSON (RFC 7946): incidents as points for a map."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.formats.columns import flat


def collection(forms: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Write incidents as a FeatureCollection, a feature a line; one without a point has the geometry null."""
    yield '{"type": "FeatureCollection", "features": ['
    for number, form in enumerate(forms):
        yield ("\n" if number == 0 else ",\n") + json.dumps(feature(form), ensure_ascii=False)
    yield "\n]}\n"


def feature(form: Mapping[str, Any]) -> dict[str, Any]:
    """Turn an incident's JSON form into a feature with flat properties, coordinates as [lon, lat]."""
    properties = flat(form, "incident")
    point = [properties.pop("lon"), properties.pop("lat")]
    geometry = None if None in point else {"type": "Point", "coordinates": point}
    return {"type": "Feature", "id": form["incident_id"], "geometry": geometry, "properties": properties}
