"""Settings from the environment."""

import pytest

from vedette.llm import from_environment
from vedette.model import UsageError

WHOLE = {"VEDETTE_LLM_URL": "https://models.example/v1", "VEDETTE_LLM_KEY": "sk-1", "VEDETTE_LLM_MODEL": "small"}


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://models.example/v1", "https://models.example/v1/chat/completions"),
        ("https://models.example/v1/", "https://models.example/v1/chat/completions"),
        ("http://localhost:8080/v1/chat/completions", "http://localhost:8080/v1/chat/completions"),
        ("https://models.example/v1?version=2", "https://models.example/v1/chat/completions?version=2"),
    ],
)
def test_an_address_is_completed(given: str, address: str) -> None:
    assert from_environment({**WHOLE, "VEDETTE_LLM_URL": given}).url == address


@pytest.mark.parametrize("name", WHOLE)
def test_a_missing_variable_is_named(name: str) -> None:
    with pytest.raises(UsageError, match=name) as caught:
        from_environment({key: value for key, value in WHOLE.items() if key != name})
    assert [other for other in WHOLE if other != name and other in str(caught.value)] == []


def test_a_key_may_be_nothing_but_must_be_set() -> None:
    assert from_environment({**WHOLE, "VEDETTE_LLM_KEY": ""}).key == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VEDETTE_LLM_URL", "models.example"),
        ("VEDETTE_LLM_URL", "ftp://models.example"),
        ("VEDETTE_LLM_URL", "http://"),
        ("VEDETTE_LLM_URL", "http://models.example:port"),
        ("VEDETTE_LLM_URL", "http://models.example/a b"),
        ("VEDETTE_LLM_KEY", "two words"),
        ("VEDETTE_LLM_KEY", "ключ"),
        ("VEDETTE_LLM_TIMEOUT", "soon"),
        ("VEDETTE_LLM_TIMEOUT", "0"),
        ("VEDETTE_LLM_TIMEOUT", "nan"),
        ("VEDETTE_LLM_PIECE", "10"),
        ("VEDETTE_LLM_PRICE_IN", "-1"),
        ("VEDETTE_LLM_PRICE_OUT", "3"),
    ],
)
def test_a_wrong_variable_is_named(name: str, value: str) -> None:
    with pytest.raises(UsageError, match=name) as caught:
        from_environment({**WHOLE, name: value})
    assert name != "VEDETTE_LLM_KEY" or value not in str(caught.value)


def test_no_form_of_the_settings_shows_a_secret() -> None:
    settings = from_environment({**WHOLE, "VEDETTE_LLM_URL": "https://me:word@models.example/v1?key=abc"})
    assert "sk-1" not in repr(settings)
    assert settings.address == "https://models.example/v1/chat/completions"
