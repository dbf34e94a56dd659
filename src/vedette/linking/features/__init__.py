"""What speaks for and against two claims being about one happening: a file a kind of evidence."""

from vedette.linking.features.feature import Feature
from vedette.linking.features.kind import kind
from vedette.linking.features.tolls import tolls
from vedette.linking.features.when import when
from vedette.linking.features.where import where
from vedette.linking.features.who import who
from vedette.linking.features.words import wording

__all__ = ["Feature", "kind", "tolls", "when", "where", "who", "wording"]
