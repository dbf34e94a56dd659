"""When an undated text was published."""

from datetime import date
from pathlib import Path

import pytest

from vedette.model import Actor, Basis, Office, Published
from vedette.reading.published import dateline, infer
from vedette.reading.terms import terms_of_office


class Known:
    """A registry of three office-holders, made for these tests."""

    def offices(self) -> tuple[tuple[Actor, Office], ...]:
        """Give each person with each of their offices."""
        held = (
            ("Ada Stone", "prime minister", date(2015, 3, 1), date(2017, 6, 30)),
            ("Ben Reed", "defence minister", date(2016, 5, 1), None),
            ("Cal Moss", "president", date(2010, 1, 1), date(2012, 1, 1)),
        )
        return tuple(
            (
                Actor(id=f"person:{name}", name=name, kind="person", names=(name,)),
                Office(title=title, of="state:XX", from_=first, to=last),
            )
            for name, title, first, last in held
        )


def read(text: str) -> Published:
    return infer(text, registry=Known())  # type: ignore[arg-type]


TEXTS = {
    "ukraine": (
        "Missiles hit a block of flats in Dnipro, the governor said. Nearly eleven months after Russia's full-scale "
        "invasion of Ukraine "
        "on Feb. 24, the city asked for more air defence. Kyiv had been struck on Jan. 2 and again on Jan. 9.",
        "2023-01-09",
        "2023-01-24",
    ),
    "sudan": (
        "Fighting between the Sudanese army and the Rapid Support Forces, which broke out on April 15, reached El "
        "Obeid, residents said "
        "Tuesday. As of May 3, the ministry had counted 550 dead.",
        "2023-05-03",
        "2023-05-09",
    ),
    "niger": (
        "Soldiers who overthrew President Mohamed Bazoum on July 26 turned away a delegation on Tuesday. They were "
        "given until Aug. 6 to "
        "step down. Crowds gathered in Niamey on July 30.",
        "2023-07-30",
        "2023-08-30",
    ),
    "kabul": (
        "Four months after the fall of Kabul the Taliban said on Wednesday that they would pay salaries. A bomb "
        "killed three at a checkpoint "
        "on Dec. 10.",
        "2021-12-10",
        "2022-01-10",
    ),
    "red sea": (
        "Two missiles were fired at a tanker on Jan. 26, setting it ablaze. The Galaxy Leader, seized on Nov. 19, is "
        "still held.",
        "2024-01-26",
        "2024-11-18",
    ),
    "kashmir": (
        "Tension has been high since New Delhi revoked Kashmir's special status on Aug. 5. Two policemen were shot in "
        "Srinagar on Oct. 31.",
        "2019-10-31",
        "2020-08-04",
    ),
    "myanmar": (
        "The army, which seized power in a coup on Feb. 1 and holds Aung San Suu Kyi, shot nine people in Mandalay, "
        "Myanmar, on Wednesday. "
        "On Feb. 28 eighteen had died.",
        "2021-02-28",
        "2021-03-31",
    ),
    "beirut": (
        "The cabinet resigned on Aug. 10 after the explosion at Beirut's port on Aug. 4 tore the city apart.",
        "2020-08-10",
        "2021-08-03",
    ),
    "baghdad": (
        "Mourners filled the streets on Saturday after the killing of Qassem Soleimani near the airport on Jan. 3.",
        "2020-01-03",
        "2020-02-03",
    ),
    "karabakh": (
        "Troops entered the district on Nov. 20. The six-week war over Nagorno-Karabakh had begun on Sept. 27.",
        "2020-11-20",
        "2021-09-26",
    ),
    "damascus": (
        "A week after the fall of Bashar al-Assad, mass graves were being opened outside the city.",
        "2024-12-10",
        "2024-12-22",
    ),
    "kursk": (
        "Ukraine's incursion into Kursk began on Aug. 6. A bridge over the Seym was hit on Aug. 18, officials said on "
        "Monday.",
        "2024-08-18",
        "2024-09-18",
    ),
    "tripoli": (
        "Eight months after Haftar's forces began their offensive on Tripoli, shells fell on the airport overnight.",
        "2019-11-14",
        "2020-01-03",
    ),
    "weekday": (
        "A drone hit the market of Adama on Sunday, 13 August, and the mayor said on Monday that 26 had died. The war "
        "in Tigray, which ended last year, had begun on 4 November 2020. Envoys left on Friday.",
        "2023-08-14",
        "2023-08-18",
    ),
    "looks ahead": (
        "As of Tuesday, Dec. 10, the gangs of Port-au-Prince, which on March 8, 2024 burned a market, held four fifths "
        "of the city. A convoy tore through a barrier on Feb. 29 and was looted by gunmen on Nov. 19.",
        "2024-12-10",
        "2024-12-24",
    ),
    "offices": (
        "Prime Minister Ada Stone and Defence Minister Ben Reed visited the border, where a patrol was ambushed on "
        "Dec. 4.",
        "2016-05-01",
        "2017-07-14",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_infers_an_interval_from_the_text_alone(name: str) -> None:
    text, first, final = TEXTS[name]
    published = read(text)
    assert (published.start, published.end) == (date.fromisoformat(first), date.fromisoformat(final))
    assert published.basis == Basis.INFERRED
    assert published.reasons


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a village on Saturday, killing five people, and fled to the forest.",
        "On March 3 the rebels shelled the town. On March 9 the army answered with air strikes.",
        "",
    ],
)
def test_leaves_the_year_unknown_where_nothing_tells_it(text: str) -> None:
    published = read(text)
    assert (published.start, published.end, published.precision) == (None, None, "unknown")


def test_a_full_date_told_as_past_is_a_lower_bound_only() -> None:
    published = read("The camp was built on 4 May 2017 by the agency.")
    assert (published.start, published.end) == (date(2017, 5, 4), None)


def test_a_future_date_bounds_nothing() -> None:
    published = read(
        "The law was passed on 4 May 2017. Parliament set elections for June 12, 2019, and the mandate runs until 2022."
    )
    assert published.start == date(2017, 5, 4)


def test_the_weekday_of_a_date_chooses_its_year() -> None:
    text = "Prime Minister Ada Stone spoke. A patrol was hit on Tuesday, May 16."
    assert read(text).start == date(2017, 5, 16)


def test_several_possible_years_stay_an_interval() -> None:
    published = read(
        "Ben Reed, the defence minister, said a depot burned on June 5. Prime Minister Ada Stone was there."
    )
    assert published.start == date(2016, 5, 1)
    assert published.end == date(2017, 7, 14)
    assert any("several years fit" in reason for reason in published.reasons)


@pytest.mark.parametrize(
    "text", ["Former President Cal Moss spoke.", "Cal Moss, the former president, spoke.", "Cal Moss spoke."]
)
def test_an_office_no_longer_held_bounds_nothing(text: str) -> None:
    assert not list(terms_of_office(text, Known()))  # type: ignore[arg-type]


def test_an_event_of_another_year_is_not_the_known_one() -> None:
    assert read("The Mumbai attacks of 1993 were recalled.").start == date(1993, 1, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NAIROBI, 12 March 2019 (Example) - A bomb went off in a market.", "2019-03-12"),
        ("Published: 12 June 2024\n\nA drone hit a depot overnight.", "2024-06-12"),
        ("Convoy ambushed in the hills\nFriday, April 5, 2013\n\nGunmen ambushed a convoy.", "2013-04-05"),
        ("Agadez, 4 March 2019 (Example)\n\nA bomb went off in a market.", "2019-03-04"),
        ("Lake basin: situation report\nAs of 4 March 2019\n\nSome 900 families fled.", "2019-03-04"),
        ("Lake basin\nSituation as of 4 March 2019\n\nSome 900 families fled.", "2019-03-04"),
        ("Lake basin\nFlash Update #7 | 4 March 2019\n\nSome 900 families fled.", "2019-03-04"),
        ("A truce frays\nAfrica Report No. 88, 4 March 2019\n\nThe truce frays.", "2019-03-04"),
        ("A truce frays\nNairobi/Puerto Ayala, 4 March 2019\n\nThe truce frays.", "2019-03-04"),
        ("Puerto Ayala, 3 May 2023 – Gunmen ambushed a convoy.", "2023-05-03"),
        ("San Marcos de Arriba, Quixia (Example) — May 3, 2023 — Gunmen ambushed a convoy.", "2023-05-03"),
        (
            "AGADEZ, Aug. 2 (Example) - The soldiers who overthrew President Mohamed Bazoum on July 26 closed the "
            "airport.",
            "2023-08-02",
        ),
    ],
)
def test_reads_a_dateline(text: str, day: str) -> None:
    published = dateline(text, registry=Known())  # type: ignore[arg-type]
    assert published is not None
    assert (published.start, published.basis) == (date.fromisoformat(day), Basis.DATELINE)


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, Aug. 2 (Example) - Talks began.",
        "The army said on Feb. 1 it had taken the town.",
        "A bomb went off in a market on 12 March 2019.",
        "Agadez on 12 March 2019 was quiet.",
        "Agadez, 12 March 2019, was the day on which it began.",
        "As of 4 March 2019, some 900 families had fled the towns on the eastern shore of the lake.",
    ],
)
def test_reads_no_dateline_where_none_or_no_year_stands(text: str) -> None:
    assert dateline(text, registry=Known()) is None  # type: ignore[arg-type]


def test_dates_the_model_article(shared: Path) -> None:
    published = infer((shared / "seed" / "article.txt").read_text(encoding="utf-8"))
    assert (published.start, published.end) == (date(2023, 12, 12), date(2023, 12, 16))
    reasons = " | ".join(published.reasons)
    assert "2023-10-07" in reasons
    assert "March 13, 2022" in reasons


def test_takes_the_first_year_that_a_recent_day_allows_and_says_so() -> None:
    text = "BAMAKO, Oct. 4 (Example) - A convoy was hit.\n\nA photo of Nov. 14, 2023 shows the same road."
    published = dateline(text, registry=Known())  # type: ignore[arg-type]
    assert published is not None
    assert (published.start, published.basis) == (date(2024, 10, 4), Basis.INFERRED)
    assert "first year that fits" in published.reasons[-1]


def test_takes_no_year_from_a_bare_year_of_history() -> None:
    text = "BAMAKO, Oct. 4 (Example) - A convoy was hit. Fighting has gone on since 2012."
    assert dateline(text, registry=Known()) is None  # type: ignore[arg-type]


def test_a_year_that_is_written_out_is_not_the_texts_own() -> None:
    text = (
        "The war broke out on April 15, 2021. On Oct. 20 a general changed sides. Shells fell on the market on Nov. 3 "
        "and Nov. 9, doctors said on Tuesday."
    )
    published = read(text)
    assert published.start
    assert published.start.year == 2022
    assert any("writes the year of April 15, 2021" in reason for reason in published.reasons)


def test_a_caption_writes_every_year() -> None:
    text = (
        "File photo shows the market on April 15, 2021.\n\nOn Oct. 20 a general changed sides. Shells fell on the "
        "market on Nov. 3 and Nov. 9, doctors said on Tuesday."
    )
    assert read(text).start == date(2021, 11, 9)
