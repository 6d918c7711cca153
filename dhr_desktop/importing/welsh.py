"""Welsh words of dates and times in English: records of Wales are often written in both tongues, side by side.

Months and seasons as in the Welsh Government's own usage. 'Hydref' is both October and autumn: beside a number it is
the month, and alone the season that holds it, with a doubt.
"""

import re

_MONTHS = {
    "ionawr": "january",
    "ion": "jan",
    "chwefror": "february",
    "chwef": "feb",
    "mawrth": "march",
    "ebrill": "april",
    "ebr": "apr",
    "mai": "may",
    "mehefin": "june",
    "meh": "jun",
    "gorffennaf": "july",
    "gorff": "jul",
    "awst": "august",
    "medi": "september",
    "tachwedd": "november",
    "tach": "nov",
    "rhagfyr": "december",
    "rhag": "dec",
}
_OTHERS = {
    "gwanwyn": "spring",
    "haf": "summer",
    "gaeaf": "winter",
    "dydd llun": "monday",
    "dydd mawrth": "tuesday",
    "dydd mercher": "wednesday",
    "dydd iau": "thursday",
    "dydd gwener": "friday",
    "dydd sadwrn": "saturday",
    "dydd sul": "sunday",
    "nadolig": "christmas",
    "pasg": "easter",
    "fel uchod": "as above",
    "yr un diwrnod": "same day",
    "ddim yn hysbys": "not known",
    "anhysbys": "unknown",
    "heb ei gofnodi": "not recorded",
    "tua": "about",
    "cyn": "before",
    "ar ôl": "after",
    "wythnos yn dechrau": "week commencing",
    "bore": "morning",
    "prynhawn": "afternoon",
    "noswaith": "evening",
    "hanner dydd": "midday",
    "hanner nos": "midnight",
}
_WORDS = _MONTHS | _OTHERS
_ANY = re.compile(r"\b(" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")\b")
_OCTOBER = re.compile(r"(?<=\d)(\s*(?:st|nd|rd|th|ain|fed|af|eg|ydd|il)?[\s\-/.]*)\bhydref\b")
_HALVES = re.compile(r"(?<=\d)\s*(yb|yp|yh|y\.b\.|y\.p\.|y\.h\.)(?![a-z])")
_TELLING = re.compile(r"[a-z]")
_ORDINAL = re.compile(r"(?<=\d)(?:ain|fed|af|eg|ydd|il)\b")


def in_english(text: str) -> str:
    """Lower-case words with the Welsh ones among them in English; anything else as it stands."""
    if not _TELLING.search(text):
        return text
    text = _OCTOBER.sub(r"\1october", _ORDINAL.sub("", text))
    text = _HALVES.sub(lambda half: "am" if half[1][1 if "." not in half[1] else 2] == "b" else "pm", text)
    text = _ANY.sub(lambda found: _WORDS[found[1]], text)
    return text.replace("hydref", "autumn")


def has_two_meanings(text: str) -> bool:
    """Whether the words name 'hydref' without a day, so that it may be October or autumn."""
    return "hydref" in text and not _OCTOBER.search(text)
