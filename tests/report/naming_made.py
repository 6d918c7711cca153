"""A review in which relatives chose, disagreed, declined and agreed on names."""

from datetime import date

from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.family import naming, register
from dhr_desktop.store.review import Review


def named_by_relatives(review: Review) -> Review:
    """A mother and a sister who disagree, a friend who declines, a man to whom the panel gives a name."""
    people = {
        key: register.add_person(review, Person(0, name, role, pseudonym, relation))
        for key, name, role, pseudonym, relation in (
            ("victim", "Ottoline Quennell", Role.VICTIM, "", "the woman who died"),
            ("mother", "Winifred Quennell", Role.FAMILY, "Helen", "her mother"),
            ("sister", "Rosalba Quennell", Role.FAMILY, "Rachel", "her sister"),
            ("friend", "Donna Speakwell", Role.FRIEND, "", "her friend"),
            ("man", "Godric Thrale", Role.PERPETRATOR, "", "her husband"),
        )
    }

    def step(whose, act, *names, day=1, by="", who="", **more):
        by_id = people[who].id if who else None
        on = date(2019, 7, day)
        made = NamingStep(0, Subject.PERSON, people[whose].id, act, on, by_id, by, names=names, **more)
        return naming.record(review, made)

    step("victim", NamingAct.OFFERED, "Claire", "Beth", to_id=people["mother"].id)
    step("victim", NamingAct.CHOSEN, "Claire", day=3, who="mother")
    against = step("victim", NamingAct.OBJECTED, "Claire", day=9, who="sister", reason="A cousin has it.")
    step("victim", NamingAct.ANSWERED, day=11, answers_id=against.id, reason="They talked it over.")
    step("victim", NamingAct.AGREED, day=12)
    step("friend", NamingAct.DECLINED, "a friend", who="friend")
    step("man", NamingAct.ASSIGNED, "Martin", by="the panel", reason="He did not reply", day=20)
    return review
