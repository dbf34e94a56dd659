"""Clauses of time after an act."""

from tests.coding.dated import document, mark
from vedette.coding.since import without_since
from vedette.model import Role


def test_who_is_named_only_in_the_clause_did_not_do_it() -> None:
    text = "Ninety soldiers have been killed since a junta seized power."
    told = document([(text, (mark(text, "killed", actor="a junta", target="Ninety soldiers"),))])
    sentence = told.sentences[0]
    kept = without_since(sentence.tagged.marks[0], sentence)
    assert [role.role for role in kept.roles] == [Role.TARGET]


def test_who_stands_before_the_clause_stays() -> None:
    text = "Rebels have killed ninety soldiers since a junta seized power."
    told = document([(text, (mark(text, "killed", actor="Rebels"),))])
    sentence = told.sentences[0]
    assert without_since(sentence.tagged.marks[0], sentence) == sentence.tagged.marks[0]
