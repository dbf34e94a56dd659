"""Whom phrases of many crises mean: names in any spelling, bodies of states, offices, and who is left unnamed."""

from datetime import date

import pytest

from vedette.registry import describe, load

DAY = date(2024, 1, 15)


@pytest.mark.parametrize(
    ("phrase", "actor_id"),
    [
        ("Asaib Ahl al-Haqq", "group:asaib-ahl-al-haq"),
        ("Asa'ib Ahl el-Haq", "group:asaib-ahl-al-haq"),
        ("Kataeb Sayyid al-Shohada", "group:sayyid-al-shuhada"),
        ("Harakat an-Nujaba", "group:nujaba"),
        ("the Hashed al-Shaabi", "coalition:pmf"),
        ("Hashd al-Sha‘bi", "coalition:pmf"),
        ("Ansarullah", "group:houthis"),
        ("Jabhat an-Nusra", "group:nusra"),
        ("Hay’at Tahrir ash-Sham", "group:hts"),
        ("Jaysh al-Islam", "group:jaysh-al-islam"),
        ("Jaish ul-Islam", "group:jaysh-al-islam"),
        ("Ezzeddine al-Qassam Brigades", "group:qassam"),
        ("Izz ad-Deen al-Qassam Brigades", "group:qassam"),
        ("Lashkar e Tayyaba", "group:let"),
        ("Jaish-e-Muhammed", "group:jem-pk"),
        ("Tehrik-e Taliban Pakistan", "group:ttp"),
        ("Al-Shabaab", "group:al-shabaab"),
        ("Al Shebab", "group:al-shabaab"),
        ("Jamaat Nusrat al-Islam wa al-Muslimin", "group:jnim"),
        ("al-Qaeda in the Islamic Maghreb", "group:aqim"),
        ("Al-Qa’eda", "group:al-qaida"),
        ("Tehreek-i-Taliban Pakistan", "group:ttp"),
        ("Hezb-e Islami", "group:hig"),
        ("Liwa Fatemiyun", "group:fatemiyoun"),
        ("Wagner mercenaries", "org:wagner"),
        ("the Wagner Group", "org:wagner"),
        ("Tatmadaw troops", "mil:MM"),
        ("the Arakan Army", "group:arakan-army"),
        ("the Ta’ang National Liberation Army", "group:tnla"),
        ("Chinland Defense Force", "group:cdf"),
        ("الحشد الشعبي", "coalition:pmf"),
        ("قوات الدعم السريع", "group:rsf"),
        ("ЗСУ", "mil:UA"),
        ("צה״ל", "mil:IL"),
        ("the Donetsk People's Republic", "group:dpr"),
        ("Azov fighters", "group:azov"),
        ("the Gulf Clan", "group:clan-del-golfo"),
        ("Viv Ansanm", "coalition:viv-ansanm"),
        ("M-23", "group:m23"),
        ("Ethiopian federal forces", "mil:ET"),
        ("Fano militiamen", "group:fano"),
        ("Volunteers for the Defense of the Homeland", "group:vdp"),
        ("Boko Haram fighters", "group:boko-haram"),
        ("Iran's Foreign Ministry", "ministry:ir-foreign"),
        ("the Iranian Ministry of Foreign Affairs", "ministry:ir-foreign"),
        ("the Syrian Interior Ministry", "ministry:sy-interior"),
        ("Lebanon's health ministry", "ministry:lb-health"),
        ("Russia's Defence Ministry", "ministry:ru-defence"),
        ("the Pakistani foreign office", "ministry:pk-foreign"),
        ("Ukrainian military intelligence", "org:hur"),
        ("Israeli intelligence", "intel:il-intelligence"),
        ("the Sudanese defense ministry", "ministry:sd-defence"),
        ("India's Ministry of External Affairs", "ministry:in-foreign"),
        ("the Kremlin", "state:RU"),
        ("Islamabad", "state:PK"),
        ("Downing Street", "state:GB"),
        ("Ankara", "state:TR"),
        ("Foggy Bottom", "state:US"),
        ("the White House", "state:US"),
        ("the Pentagon", "ministry:us-defense"),
        ("Hezbollah Brigades", "group:kataib-hezbollah"),
        ("Saudi-led coalition warplanes", "coalition:saudi-led"),
        ("U.S.-led coalition aircraft", "coalition:global-coalition"),
        ("the Kurdish-led SDF", "coalition:sdf"),
        ("IRGC's Quds Force", "mil:quds-force"),
        ("the British navy", "mil:GB"),
        ("Haftar's forces", "mil:lna"),
        ("Assad's forces", "mil:SY"),
        ("Gaza's Hamas rulers", "group:hamas"),
        ("Yemen's Houthis", "group:houthis"),
        ("the Hamas-run health ministry", "ministry:gaza-health"),
        ("Iranian Revolutionary Guards", "mil:irgc"),
        ("FARC dissidents", "group:emc"),
        ("Mexican marines", "mil:MX"),
        ("Puntland forces", "gov:puntland"),
        ("ISIS-K", "group:iskp"),
        ("U.N. peacekeepers", "igo:un"),
    ],
)
def test_finds_who_is_named(phrase: str, actor_id: str) -> None:
    match = load().find(phrase, on=DAY)
    assert match is not None
    assert match.actor.id == actor_id


@pytest.mark.parametrize(
    ("phrase", "context", "actor_id"),
    [
        ("Hizbollah", "Hizbollah fired rockets from Lebanon at Israel.", "group:hezbollah"),
        ("Kraken", "A unit called Kraken of Ukraine", "mil:ua-kraken"),
        ("ELN rebels", "The ELN in Colombia freed him.", "group:eln"),
        ("FARDC soldiers", "The FARDC in Congo withdrew.", "mil:CD"),
        ("Southern Front", "Rebels of the Southern Front took a town near Daraa in Syria.", "group:southern-front"),
        ("Southern Front", "Troops left the Southern Front in Ukraine.", None),
        ("SLA", "Israel withdrew from Lebanon, and the SLA fell apart in Lebanon.", "group:sla"),
        ("SLA", "In Darfur, Sudan, the SLA hit a convoy.", "group:slm-aw"),
        (
            "al-Quds Brigades",
            "Gaza: the Palestinian al-Quds Brigades fired at Israel.",
            "group:quds-brigades-pij",
        ),
        (
            "al-Quds Brigade",
            "The al-Quds Brigade fought for Syria in Aleppo, Syria.",
            "group:liwa-al-quds",
        ),
        ("Ansar al-Sharia", "Libya: Ansar al-Sharia in Benghazi, Libya.", "group:ansar-al-sharia-libya"),
        ("Jamaa Islamiya", "Lebanon's Jamaa Islamiya fired rockets in Lebanon.", "party:jamaa-islamiya-lb"),
        (
            "Hezbollah",
            "Kataib Hezbollah spoke in Iraq. Hezbollah warned the US.",
            "group:kataib-hezbollah",
        ),
        ("Rada", "Fighting in Tripoli, Libya between Rada and another Libyan group.", "group:rada"),
        ("Internal Security Forces", "Lebanon's Internal Security Forces held five men in Lebanon.", "police:isf-lb"),
        ("Internal Security Forces", "The Internal Security Forces of the province held five.", None),
        ("PLA", "Chinese PLA aircraft flew round Taiwan; China said so.", "mil:CN"),
    ],
)
def test_the_text_decides_between_the_bearers_of_a_name(phrase: str, context: str, actor_id: str | None) -> None:
    match = load().find(phrase, context=context, on=DAY)
    assert (match.actor.id if match else None) == actor_id


@pytest.mark.parametrize(
    "phrase",
    [
        "Iraqi Shiite militias",
        "the Iran-backed militia",
        "Iran-backed fighters",
        "a Hashd official",
        "a Hamas commander",
        "pro-Iranian Iraqi factions",
        "Hezbollah supporters",
        "supporters of Hezbollah",
        "a Hezbollah member",
        "relatives of Hamas hostages",
        "a Taliban spokesman",
        "anti-Taliban fighters",
        "a former Houthi official",
        "Sunni insurgents in Iraq",
        "Kurdish militants",
        "Islamist militants",
        "jihadists linked to al-Qaida",
        "the general",
        "unity government",
        "people's defence forces",
        "a group",
        "the northern alliance of farmers",
        "Mr. Badr",
        "residents of Azaz",
        "the head of Hamas",
        "Palestinian refugees",
        "a spokesman for the Iraqi prime minister",
        "the Iraqi deputy prime minister",
        "a former Iraqi prime minister",
        "the wife of the Iraqi president",
        "the Iraqi prime minister's office",
        "an al-Qaida affiliate",
        "al-Qaida-linked militants",
        "Turkish-backed Syrian rebels",
        "Amal Clooney",
        "Richard Wagner",
        "Mr. Wagner",
        "Maoist rebels",
        "Central Command",
        "the National Guard",
        "Congolese rebels",
        "Rohingya militants",
    ],
)
def test_leaves_without_identity_who_is_not_named(phrase: str) -> None:
    assert load().find(phrase, on=DAY) is None


@pytest.mark.parametrize(
    ("phrase", "on", "name"),
    [
        ("the Iraqi premier", "2005-08-01", "Ibrahim al-Jaafari"),
        ("the Israeli defence minister", "2014-07-20", "Moshe Yaalon"),
        ("Israel's army chief", "2024-02-01", "Herzi Halevi"),
        ("Pakistan's army chief", "2017-02-01", "Qamar Javed Bajwa"),
        ("the British foreign secretary", "2024-09-01", "David Lammy"),
        ("the Turkish president", "2010-05-01", "Abdullah Gul"),
        ("India's home minister", "2023-01-01", "Amit Shah"),
        ("the Russian foreign minister", "2015-05-05", "Sergei Lavrov"),
        ("Ukraine's defence minister", "2022-05-05", "Oleksii Reznikov"),
        ("the U.S. vice president", "2023-06-01", "Kamala Harris"),
        ("the president of Iraq", "2023-06-01", "Abdul Latif Rashid"),
        ("the UN secretary-general", "2020-01-01", "Antonio Guterres"),
        ("NATO's secretary general", "2023-01-01", "Jens Stoltenberg"),
        ("the Hezbollah leader", "2020-01-01", "Hassan Nasrallah"),
        ("the Hezbollah leader", "2025-01-01", "Naim Qassem"),
        ("Secretary-General Guterres", "2020-01-01", "Antonio Guterres"),
        ("Foreign Minister Lavrov", "2020-01-01", "Sergei Lavrov"),
        ("President Zelensky", "2023-06-01", "Volodymyr Zelensky"),
        ("Prime Minister Netanyahu", "2023-06-01", "Benjamin Netanyahu"),
        ("Gen. Burhan", "2023-06-01", "Abdel Fattah al-Burhan"),
        ("Hemedti's forces", "2023-06-01", "Rapid Support Forces"),
    ],
)
def test_an_office_leads_to_who_holds_it_on_the_day(phrase: str, on: str, name: str) -> None:
    match = load().find(phrase, on=date.fromisoformat(on))
    assert match is not None
    assert match.actor.name == name


@pytest.mark.parametrize(
    "phrase", ["a Hezbollah leader", "the Hezbollah commander", "the Taliban spokesman", "the head of Hamas"]
)
def test_one_of_several_leaders_is_nobody_known(phrase: str) -> None:
    assert load().find(phrase, on=date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    ("phrase", "kind", "country"),
    [
        ("Iraqi Shiite militias", "armed group", "IQ"),
        ("the Iran-backed militia", "armed group", None),
        ("a Hashd official", "person", "IQ"),
        ("supporters of Hezbollah", "civilians", None),
        ("a Taliban spokesman", "person", "AF"),
        ("Hezbollah's leader", "person", "LB"),
        ("the head of Hamas", "person", "PS"),
        ("pro-Iranian Iraqi factions", "armed group", "IQ"),
        ("Kurdish militants", "armed group", None),
        ("relatives of Hamas hostages", "civilians", None),
        ("Russian-backed separatists in eastern Ukraine", "armed group", "UA"),
        ("Colombian guerrillas", "armed group", "CO"),
        ("Haitian gangs", "armed group", "HT"),
        ("a Syrian rebel commander", "person", "SY"),
        ("Israeli settlers", "armed group", "IL"),
        ("Nigerian bandits", "armed group", "NG"),
        ("an al-Qaida affiliate", "armed group", None),
        ("Haitian gang members", "armed group", "HT"),
    ],
)
def test_says_kind_and_country_of_who_is_not_named(phrase: str, kind: str, country: str | None) -> None:
    said = describe(load(), phrase)
    assert (said.kind, said.country) == (kind, country)


def test_the_reason_tells_what_decided() -> None:
    found = load().find("SLA", context="In Darfur, Sudan, the SLA hit a convoy. Lebanon was not told.")
    assert found is None
    found = load().find("SLA", context="In Darfur, Sudan, the SLA hit a convoy of Sudan's army near Lebanon Street.")
    assert found is not None
    assert found.basis == "name: SLA (its country is named most: SD 2, LB 1)"
    assert [one.actor.id for one in found.others] == ["group:sla"]
