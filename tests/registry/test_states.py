from vedette.registry.sources import countries
from vedette.registry.states import read_states


def test_every_state_has_an_adjective() -> None:
    assert [state.code for state in read_states() if not state.adjectives] == []


def test_the_states_of_the_united_nations_are_there() -> None:
    known = {state.code for state in read_states()}
    large = {code for code, row in countries().items() if row["population"] > 1_000_000 and row["capital"]}
    assert large - known <= {"PR", "CS"}  # a territory, and a state that is no more
