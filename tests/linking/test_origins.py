"""Which reports are one voice."""

from typing import Any

from vedette.linking.origins import origins, voices

WIRE = (
    "Gunmen attacked a post of the army near the river on Monday and killed seven soldiers, an officer said. The post "
    "guards the road to the north and was reinforced in April. Nobody said who was behind the attack. "
)
OTHER = (
    "The river rose by two metres in a week and farmers moved their herds to the hills, where the grass is thin and "
    "the wells are few. Prices of grain doubled at the market in three days and the mayor asked for help. "
)


def told(news: Any, outlet: str | None, day: str, text: str, agency: str | None = None) -> Any:
    return news(outlet, day, {"text": text, "trigger": ""}, agency=agency)[0]


def test_a_copy_belongs_to_the_first_report_of_its_text(news: Any) -> None:
    first = told(news, "Wire", "2024-05-06", WIRE, "Wire")
    edited = told(news, "Post", "2024-05-07", WIRE.replace("on Monday ", "") + "More follows.", "Wire")
    other = told(news, "Desk", "2024-05-07", OTHER)
    assert origins([edited, other, first]) == {first.id: first.id, edited.id: first.id, other.id: other.id}


def test_a_text_that_holds_a_copy_and_much_more_is_still_a_copy_of_it(news: Any) -> None:
    first = told(news, "Wire", "2024-05-06", WIRE)
    longer = told(news, "Post", "2024-05-07", WIRE + OTHER)
    assert origins([first, longer])[longer.id] == first.id


def test_two_texts_of_one_agency_are_two_origins_and_one_voice(news: Any) -> None:
    first = told(news, "Post", "2024-05-06", WIRE, "Wire")
    second = told(news, "Desk", "2024-05-06", OTHER, "Wire")
    found = origins([first, second])
    assert len(set(found.values())) == 2
    assert len(set(voices([first, second], found).values())) == 1


def test_outlets_that_write_for_themselves_are_voices_of_their_own(news: Any) -> None:
    reports = [
        told(news, "Post", "2024-05-06", WIRE),
        told(news, "Desk", "2024-05-06", OTHER),
        told(news, None, "2024-05-06", "A third text that nobody else has written so far at all."),
    ]
    assert len(set(voices(reports, origins(reports)).values())) == 3
