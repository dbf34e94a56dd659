"""Three-sided reciprocity: who answers whom directly, who inversely."""

import numpy as np
import pytest

from vedette.measuring.triangle import triangle
from vedette.model.errors import UsageError

NAMES = ("patron on rival", "rival on client", "client on rival")


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_tells_direct_from_inverse_answers() -> None:
    rng = np.random.default_rng(0)
    patron, rival, client = rng.normal(size=(3, 500))
    rival[1:] -= 0.8 * patron[:-1]
    client[1:] += 0.8 * rival[:-1]
    made = triangle(np.column_stack([patron, rival, client]), names=NAMES, bands=80)
    found = {(one.cause, one.effect): one.kind for one in made}
    assert found[NAMES[0], NAMES[1]] == "inverse"
    assert found[NAMES[1], NAMES[2]] == "direct"
    assert found[NAMES[2], NAMES[0]] == "none shown"


def test_refuses_a_series_that_never_changes() -> None:
    with pytest.raises(UsageError, match="never changes"):
        triangle(np.zeros((200, 3)), names=NAMES)
