"""Which entries name a person of the register, by any form of their name."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.names import NameCover, derived_forms, may_be_a_word
from dhr_desktop.domain.people import NO_NAMES, NameForm, Person
from dhr_desktop.store import people, search
from dhr_desktop.store.review import Review


def of_any(review: Review, person_ids: frozenset[int]) -> list[int]:
    """The ids of the entries that name one of these people, ascending.

    The forms that count are those in the register and those that a name takes by itself ('Thorne, Marian'), as far
    as no one else has them: a surname that two share names neither. Most forms are found by the index of words; one
    that is a word too ('Will') is looked for in the entries that hold the word, where a capital tells the name.
    """
    register = people.listing(review)
    taken = Counter(form for person in register for form in {form.form for form in _forms(person)})
    sure: set[str] = set()
    looked_at: list[Person] = []
    for person in (each for each in register if each.id in person_ids):
        forms = [form for form in _forms(person) if form in person.forms or taken[form.form] == 1]
        words_too = tuple(form for form in forms if may_be_a_word(form))
        sure.update(each for form in forms if form not in words_too for each in _as_written(form))
        looked_at.append(replace(person, real_name="", forms=words_too))
    found = search.holding_any(review.read, sure)
    maybe = search.holding_any(review.read, {form.form for person in looked_at for form in person.forms})
    return sorted({*found, *_holding(review, set(maybe).difference(found), looked_at)}) if maybe else found


def _forms(person: Person) -> list[NameForm]:
    names = [form for form in person.forms if form.kind not in NO_NAMES]
    return [*names, *(form for form in derived_forms(person) if form not in person.forms)]


def _as_written(form: NameForm) -> Iterator[str]:
    """The form, and several of that name: 'the Thornes'. What follows an apostrophe is a word of its own."""
    yield form.form
    if form.form[-1:].isalpha():
        yield f"{form.form}s"


def _holding(review: Review, entry_ids: Iterable[int], persons: list[Person]) -> Iterator[int]:
    cover = NameCover(persons, Naming.PSEUDONYMS)
    rows = review.read.rows(
        f"SELECT id, {', '.join(search.COLUMNS)} FROM entry WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(entry_ids)),),
    )
    for entry_id, *texts in rows:
        if any(next(cover.find(text), None) for text in texts):
            yield entry_id
