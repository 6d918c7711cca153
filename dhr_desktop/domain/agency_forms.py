"""The short names by which texts call an agency: 'Aldermarsh Housing Association (AHA)', 'the Housing Association'.

Only what is said of one agency alone is a short name of it. They are looked for exactly as written, for in small
letters most of them are plain words: 'a housing association'. One that begins with 'the ' is a name only after it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dhr_desktop.base.remembered import remembered
from dhr_desktop.domain.name_words import WORDS_TOO

_LONGEST = 60
_LEAST, _MOST = 2, 8
"""Letters of an abbreviation."""
_SMALL = frozenset({"of", "and", "the", "for", "in", "&"})
_GENERAL = frozenset(
    {
        *("GP", "NHS", "UK", "US", "IT", "AM", "PM", "CSP", "DHR", "MARAC", "MAPPA", "MASH", "IDVA", "DASH", "IMR"),
        *("ED", "CPS", "DWP", "YP", "SW", "HV", "PC", "DC", "DS", "DI", "CID", "CCG", "ICB", "LA", "LPT", "OP", "VIP"),
    }
)
"""What stands for a kind of body, person or meeting in every record, and so for none."""
_BODIES = frozenset(
    {
        *("academy", "agency", "association", "authority", "board", "centre", "charity", "college", "company"),
        *("constabulary", "council", "foundation", "group", "homes", "hospice", "hospital", "house", "housing"),
        *("infirmary", "office", "partnership", "police", "practice", "probation", "project", "refuge", "school"),
        *("service", "services", "society", "surgery", "team", "trust", "university", "unit"),
    }
)
_LEADS_IN = re.compile(
    r"^(?:(?:hereafter|hereinafter|henceforth|here|also|formerly|now|often|usually|referred\sto|known|called|named|as"
    r"|abbreviated(?:\sto)?|in\sshort|or|from\snow\son)\b[\s,:]*)+",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"^[“‘\"'](?P<words>.+?)[”’\"']$")
_PARTS = re.compile(r"\s*(?:[,;/]|\bor\b)\s*")
_ARTICLE = re.compile(r"^[Tt]he\s+")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def introduced_in(names: Mapping[int, str], text: str) -> frozenset[tuple[str, int]]:
    """The short names that a text introduces in brackets, each with the id of its agency."""
    if "(" not in text:
        return frozenset()
    plain = text.casefold()
    there = {each: name for each, name in names.items() if all(part in plain for part in _parts_of(name))}
    return frozenset((form, each) for each, name in there.items() for form in introduced(name, text))


def short_forms(
    names: Mapping[int, str],
    said: Iterable[tuple[str, int]],
    glossary: Iterable[tuple[str, str]] = (),
    recorded: Mapping[int, Iterable[str]] | None = None,
) -> dict[int, tuple[str, ...]]:
    """The short names of each agency, by its id; `names` are all agencies of the review.

    They are those that are `said` in brackets behind the whole name (`introduced_in`), those that a `glossary` of terms
    and meanings gives, what it is behind 'the', and what the chair has `recorded`. What would stand for two of the
    agencies, or which a glossary explains as something else, stands for none, unless the chair has recorded it.
    """
    whose: dict[str, set[int]] = defaultdict(set)
    meanings: dict[str, set[str]] = defaultdict(set)
    for term, meaning in glossary:
        meanings[_plain(term)].add(_plain(meaning))
    for agency_id, name in names.items():
        for form in (*_described(name), *_of_glossary(name, meanings)):
            whose[form].add(agency_id)
    for form, agency_id in said:
        whose[form].add(agency_id)
    others = {_plain(name) for name in names.values()}
    found: dict[int, list[str]] = defaultdict(list)
    for form, owners in sorted(whose.items()):
        agency_id, told = min(owners), meanings.get(_plain(form), set())
        if len(owners) == 1 and _plain(form) not in others and all(_is_of(each, names[agency_id]) for each in told):
            found[agency_id].append(form)
    for agency_id, forms in (recorded or {}).items():
        found[agency_id] += [form for form in forms if form not in found[agency_id]]
    return {agency_id: tuple(forms) for agency_id, forms in found.items()}


def introduced(name: str, text: str) -> Iterator[str]:
    """The short names that a text gives an agency in brackets behind its whole name."""
    for found in _introducing(name).finditer(text):
        led = _LEADS_IN.sub("", found["said"].strip())
        for part in _PARTS.split(led):
            quoted = _QUOTED.match(part)
            words = " ".join((quoted["words"] if quoted else part).split())
            if _is_abbreviation(words, name) or _is_shortened(
                words, name, said=quoted is not None or led != found["said"].strip()
            ):
                yield words[:1].lower() + words[1:] if _ARTICLE.match(words) else words


@remembered(200)
def _introducing(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word).replace("'", "['’]") for word in name.split())
    return re.compile(rf"(?<!\w){words}(?:[’']s?)?\s*\((?P<said>[^()]{{2,{_LONGEST}}})\)", re.IGNORECASE)


def _parts_of(name: str) -> list[str]:
    """What a text must hold in which the name stands."""
    return re.split(r"[\s'’]+", name.casefold())


def _is_abbreviation(words: str, name: str) -> bool:
    """Whether it is made of first letters of the name, its first word's among them, which tells it from others."""
    letters = words.replace(".", "").replace("&", "").replace(" ", "")
    if not (_LEAST <= len(letters) <= _MOST and letters.isalpha() and letters.isupper()):
        return False
    if letters in _GENERAL or letters.casefold() in WORDS_TOO:
        return False
    firsts = [word[0].casefold() for word in _WORD.findall(name)]
    if not firsts or firsts[0] != letters[0].casefold():
        return False
    left = iter(firsts)
    return all(letter in left for letter in letters.casefold())


def _is_shortened(words: str, name: str, *, said: bool) -> bool:
    """Whether it is some of the name's own words, with their capitals; any that are `said` to be its name may be."""
    bare, article = _ARTICLE.sub("", words), bool(_ARTICLE.match(words))
    own, known = _WORD.findall(bare), {word.casefold() for word in _WORD.findall(name)}
    if not own or any(word[0].islower() and word not in _SMALL for word in own) or _plain(bare) == _plain(name):
        return False
    if len(own) == 1 and (not (said or article) or (own[0].casefold() in WORDS_TOO and not article)):
        return False
    return all(word.casefold() in known | _SMALL for word in own) or (said and article)


def _described(name: str) -> Iterator[str]:
    """What it is, without what it is called: 'the Housing Association' of 'Aldermarsh Housing Association'."""
    words = _ARTICLE.sub("", name).split()
    if len(words) > _LEAST and words[-1].casefold() in _BODIES and words[-2].casefold() not in _SMALL:
        yield f"the {' '.join(words[-2:])}"


def _of_glossary(name: str, meanings: Mapping[str, set[str]]) -> Iterator[str]:
    for term, told in meanings.items():
        if told == {_plain(name)} and term.upper() not in _GENERAL and _LEAST <= len(term) <= _MOST:
            yield term.upper()


def _is_of(meaning: str, name: str) -> bool:
    """Whether a glossary explains by it nothing but what the agency is called."""
    return {word.casefold() for word in _WORD.findall(meaning)} <= {word.casefold() for word in _WORD.findall(name)}


def _plain(words: str) -> str:
    return " ".join(_ARTICLE.sub("", words).casefold().split())
