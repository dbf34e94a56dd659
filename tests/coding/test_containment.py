import pytest

from vedette.coding.containment import holds
from vedette.model import Span


@pytest.mark.parametrize(
    ("text", "names", "pairs"),
    [
        ("in Tripoli, Lebanon, on Monday", ("Tripoli", "Lebanon"), [(0, 1)]),
        ("a school in Kuriga, in Kaduna state", ("Kuriga", "Kaduna"), [(0, 1)]),
        ("in Mosul in northern Iraq", ("Mosul", "Iraq"), [(0, 1)]),
        ("a village in Goma district of North Kivu", ("Goma", "North Kivu"), [(0, 1)]),
        ("Iraq's western Anbar province", ("Iraq", "Anbar"), [(1, 0)]),
        ("Ethiopia’s Amhara region", ("Ethiopia", "Amhara"), [(1, 0)]),
        ("shells fell on Sumy while Kyiv was calm", ("Sumy", "Kyiv"), []),
    ],
)
def test_says_which_place_lies_in_which(text: str, names: tuple[str, ...], pairs: list[tuple[int, int]]) -> None:
    spans = [Span(text=name, start=text.index(name), end=text.index(name) + len(name)) for name in names]
    assert list(holds(text, spans)) == pairs
