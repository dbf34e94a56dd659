import pytest

from vedette.registry.country import country_code


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("ye", "YE"),
        ("Yemen", "YE"),
        ("yemeni", "YE"),
        ("YEM", "YE"),
        ("United States", "US"),
        ("US", "US"),
        ("DR Congo", "CD"),
        ("Côte d'Ivoire", "CI"),
        ("Atlantis", None),
        ("QQ", None),
    ],
)
def test_knows_a_country_as_it_is_typed(given: str, code: str | None) -> None:
    assert country_code(given) == code
