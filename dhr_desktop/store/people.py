"""The register of people and the written forms of their names."""

from dataclasses import replace

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role, Sex
from dhr_desktop.store.connection import Row
from dhr_desktop.store.review import Review

_COLUMNS = "real_name, role, pseudonym, relationship, born, died, sex, alleged, background, agency_id, works_for"


def listing(review: Review) -> list[Person]:
    """Everyone in the register, in the order in which they were added."""
    forms: dict[int, list[NameForm]] = {}
    for person_id, form, kind in review.read.rows(
        "SELECT person_id, form, kind FROM name_form ORDER BY person_id, place"
    ):
        forms.setdefault(person_id, []).append(NameForm(form, FormKind(kind)))
    return [
        _made(row, tuple(forms.get(row[0], ())))
        for row in review.read.rows(f"SELECT id, {_COLUMNS} FROM person ORDER BY id")
    ]


def add(review: Review, person: Person) -> Person:
    """Add a person, inside a step; returns them with their id."""
    new = review.write.insert(
        f"INSERT INTO person ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _values(person)
    )
    _add_forms(review, new, person.forms)
    return replace(person, id=new)


def change(review: Review, person: Person) -> None:
    """Make the person of this id what `person` says, inside a step."""
    review.write.execute(
        "UPDATE person SET real_name = ?, role = ?, pseudonym = ?, relationship = ?, born = ?, died = ?, sex = ?,"
        " alleged = ?, background = ?, agency_id = ?, works_for = ? WHERE id = ?",
        (*_values(person), person.id),
    )
    found = review.write.rows("SELECT form, kind FROM name_form WHERE person_id = ? ORDER BY place", (person.id,))
    if tuple(NameForm(form, FormKind(kind)) for form, kind in found) != person.forms:
        review.write.execute("DELETE FROM name_form WHERE person_id = ?", (person.id,))
        _add_forms(review, person.id, person.forms)


def remove(review: Review, person_id: int) -> None:
    """Remove a person and the forms of their name, inside a step."""
    review.write.execute("DELETE FROM naming_step WHERE subject = 'person' AND subject_id = ?", (person_id,))
    review.write.execute("DELETE FROM person WHERE id = ?", (person_id,))


def _add_forms(review: Review, person_id: int, forms: tuple[NameForm, ...]) -> None:
    review.write.many(
        "INSERT INTO name_form (person_id, place, form, kind) VALUES (?, ?, ?, ?)",
        [(person_id, place, form.form, form.kind.value) for place, form in enumerate(forms)],
    )


def _made(row: Row, forms: tuple[NameForm, ...]) -> Person:
    person_id, name, role, pseudonym, relationship, born, died, sex, alleged, background, agency_id, works_for = row
    return Person(
        person_id,
        name,
        Role(role),
        pseudonym,
        relationship,
        forms,
        born,
        died,
        Sex(sex),
        bool(alleged),
        background,
        agency_id,
        works_for,
    )


def _values(person: Person) -> Row:
    return (
        person.real_name,
        person.role.value,
        person.pseudonym,
        person.relationship,
        person.born,
        person.died,
        person.sex.value,
        int(person.alleged),
        person.background,
        person.agency_id,
        person.works_for,
    )
