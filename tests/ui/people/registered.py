"""Two people whom the tests of the register enter."""

from dhr_desktop.domain.people import FormKind, NameForm, Person, Role

MOTHER = Person(0, "Lorraine Marchbank", Role.FAMILY, "Helen", "mother of the victim")
NEIGHBOUR = Person(0, "Beryl Ashcombe", Role.OTHER, "Neighbour 1", "", (NameForm("Mrs Ashcombe", FormKind.TITLED),))
