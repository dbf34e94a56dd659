"""The nouns by which texts call acts."""

import pytest

from vedette.codebook.acts import act_noun, act_nouns, is_plural_act
from vedette.codebook.book import codebook


@pytest.mark.parametrize("noun", sorted(act_nouns()))
def test_each_noun_has_a_known_type_and_modes(noun: str) -> None:
    row = act_nouns()[noun]
    types = {one.name: one for one in codebook().types.values()}
    known = {mode for one in types.values() for mode in one.modes}
    assert row.type in types
    assert row.modes <= known
    assert noun == noun.casefold()


@pytest.mark.parametrize(
    ("word", "noun", "plural"),
    [
        ("Bombing", "bombing", False),
        ("air strikes", "strike", True),
        ("ambushes", "ambush", True),
        ("clashes", "clash", False),
    ],
)
def test_reads_singular_and_plural(word: str, noun: str, plural: bool) -> None:
    found = act_noun(word)
    assert found is not None
    assert (found.noun, is_plural_act(word)) == (noun, plural)


@pytest.mark.parametrize("word", ["market", "said", ""])
def test_other_words_call_no_act(word: str) -> None:
    assert act_noun(word) is None
