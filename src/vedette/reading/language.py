"""The language of a text, told offline."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

# The commonest English words that carry no topic and stand in few other languages.
_ENGLISH = frozenset(
    "the of and to in that was were for on with as by at from has have had it its is are be been said he his they "
    "their this which who not but after before an or will would could than also when into over under about more".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH, _SURE, _LOW = 12, 0.22, 0.10
_NAMES = {
    "ar": "Arabic",
    "fa": "Persian",
    "he": "Hebrew",
    "ru": "Russian",
    "uk": "Ukrainian",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "de": "German",
    "it": "Italian",
    "tr": "Turkish",
    "ku": "Kurdish",
    "ur": "Urdu",
    "ps": "Pashto",
    "hi": "Hindi",
    "bn": "Bengali",
    "zh": "Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "sw": "Swahili",
    "am": "Amharic",
    "nl": "Dutch",
    "pl": "Polish",
    "sv": "Swedish",
    "no": "Norwegian",
    "nb": "Norwegian",
    "da": "Danish",
    "fi": "Finnish",
    "id": "Indonesian",
    "ms": "Malay",
    "vi": "Vietnamese",
    "th": "Thai",
    "el": "Greek",
    "ro": "Romanian",
    "bg": "Bulgarian",
    "sr": "Serbian",
    "hr": "Croatian",
    "bs": "Bosnian",
    "cs": "Czech",
    "sk": "Slovak",
    "hu": "Hungarian",
    "az": "Azerbaijani",
    "hy": "Armenian",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ta": "Tamil",
    "si": "Sinhala",
    "ne": "Nepali",
    "my": "Burmese",
    "so": "Somali",
    "ha": "Hausa",
    "la": "Latin",
    "ca": "Catalan",
    "et": "Estonian",
    "lv": "Latvian",
    "lt": "Lithuanian",
    "sq": "Albanian",
    "mk": "Macedonian",
    "be": "Belarusian",
    "tl": "Filipino",
    "mg": "Malagasy",
    "rw": "Kinyarwanda",
    "en": "English",
    "eo": "Esperanto",
    "eu": "Basque",
    "gl": "Galician",
    "af": "Afrikaans",
    "sl": "Slovenian",
}


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of the language of `text`, or None where there is too little to tell.

    The share of English function words decides for English; only a text that has too few of them is given to the
    language identifier (py3langid), which takes a second to load.
    """
    words = _WORD.findall(text[:20_000].casefold())
    if len(words) < _ENOUGH:
        return _foreign_script(text)
    share = sum(word in _ENGLISH for word in words) / len(words)
    return "en" if share >= _SURE else _identified(text[:5_000], share)


def name_of(code: str) -> str:
    """Give the English name of a language, or its code where none is known."""
    return _NAMES.get(code, f"language '{code}'")


def _identified(text: str, share: float) -> str:
    code = _identifier()(text)
    return "en" if code == "en" or (share >= _LOW and len(text.split()) < 40) else code


@cache
def _identifier() -> Callable[[str], str]:
    classify: Any = import_module("py3langid").classify  # untyped, and slow to load
    return lambda text: str(classify(text)[0])


def _foreign_script(text: str) -> str | None:
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(ord(letter) > 0x24F for letter in letters) < len(letters) / 2:
        return None
    return str(_identifier()(text))
