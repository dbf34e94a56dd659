import pytest

from vedette.reading.language import language_of, name_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said on Monday that it had retaken the border town after two days of fighting.", "en"),
        ("Rebels killed 12 soldiers, destroyed two tanks near Bakhmut, Avdiivka, Ukraine's army said Monday", "en"),
        ("L'armée a annoncé lundi avoir repris la ville frontalière après deux jours de combats acharnés.", "fr"),
        ("El ejército dijo el lunes que había recuperado la ciudad fronteriza tras dos días de combates.", "es"),
        ("Die Armee erklärte am Montag, sie habe die Grenzstadt nach zwei Tagen Kampf zurückerobert.", "de"),
        ("Армия сообщила в понедельник, что вернула приграничный город после двух дней боёв с повстанцами.", "ru"),
        ("قال الجيش يوم الاثنين إنه استعاد المدينة الحدودية بعد يومين من القتال", "ar"),
        ("军方周一表示，经过两天的战斗，已经夺回了这座边境城镇。", "zh"),
        ("Ordu pazartesi günü iki günlük çatışmanın ardından sınır kasabasını geri aldığını açıkladı.", "tr"),
        ("Army wins", None),
    ],
)
def test_tells_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_names_the_language() -> None:
    assert (name_of("fr"), name_of("xx")) == ("French", "language 'xx'")
