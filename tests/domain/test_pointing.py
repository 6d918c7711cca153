"""What points at somebody without being a name of the register is covered as names are."""

import pytest

from dhr_desktop.domain.approaches import Approach, Through
from dhr_desktop.domain.editions import Naming
from dhr_desktop.domain.identifiers import Identifier, IdentifierKind
from dhr_desktop.domain.names import NameCover
from dhr_desktop.domain.people import Person, Role
from dhr_desktop.domain.pointing import of_helpers, of_identifiers
from dhr_desktop.domain.stakeholders import Advocacy, Group, Stakeholder

VICTIM = Person(1, "Kayleigh Drewitt", Role.VICTIM, "Claire")
OFFICER = Person(2, "Nadia Kerr", Role.PROFESSIONAL, "DC 1")
IDENTIFIERS = (
    Identifier(1, 1, IdentifierKind.ADDRESS, "12 Mill Lane, Aldermarsh, AM4 7QX"),
    Identifier(2, 1, IdentifierKind.PHONE, "07700 900417"),
    Identifier(3, 1, IdentifierKind.NHS_NUMBER, "483 219 7751"),
    Identifier(4, 1, IdentifierKind.EMAIL, "kayleigh.drewitt@example.org"),
    Identifier(5, 1, IdentifierKind.REGISTRATION, "LB01 PNX"),
    Identifier(6, 1, IdentifierKind.BIRTH, "14 August 1987"),
    Identifier(7, 1, IdentifierKind.PHONE, "999"),
)


@pytest.fixture(scope="module")
def cover():
    helpers = of_helpers(
        [Stakeholder(1, 1, Group.FAMILY, liaison_officer="DC Amina Rahman, Fenshire Police")],
        [Advocacy(1, 1, "Lanternway", "Imelda Foyle-Grant"), Advocacy(2, 1, "Lanternway", "not yet known")],
        [
            Approach(1, 1, through=Through.SOLICITOR, through_who="Ms Joy Osei"),
            Approach(2, 1, through_who="Nadia Kerr"),
        ],
        [VICTIM, OFFICER],
    )
    return NameCover([VICTIM, OFFICER, *of_identifiers(IDENTIFIERS), *helpers], Naming.PSEUDONYMS)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Seen at 12 Mill Lane by Kayleigh.", "Seen at an address by Claire."),
        ("Seen at 12 Mill Ln.", "Seen at an address."),
        ("Seen at 14 Mill Lane, Aldermarsh.", "Seen at 14 Mill Lane, Aldermarsh."),
        ("Rang 07700 900417 twice.", "Rang a telephone number twice."),
        ("Rang 07700900417, 07700 900 417.", "Rang a telephone number, a telephone number."),
        ("Rang +44 7700 900417.", "Rang a telephone number."),
        ("On 12 07700 900417 14 times.", "On 12 a telephone number 14 times."),
        ("Rang +44 (0)7700 900417.", "Rang a telephone number."),
        ("Rang 07700 900418 and 999.", "Rang 07700 900418 and 999."),
        ("NHS 4832197751 on file; ref 48321977512.", "NHS an NHS number on file; ref 48321977512."),
        ("Wrote to kayleigh.drewitt@example.org.", "Wrote to an e-mail address."),
        ("Car LB01 PNX.", "Car a vehicle registration."),
        ("Born 14 August 1987.", "Born 14 August 1987."),
        ("Imelda Foyle-Grant came; what is not yet known.", "an advocate came; what is not yet known."),
        ("DC Rahman and Amina Rahman.", "a family liaison officer and a family liaison officer."),
        ("Through Ms Osei.", "Through the solicitor."),
        ("Nadia Kerr of Lanternway.", "DC 1 of Lanternway."),
    ],
)
def test_what_points_at_somebody_is_covered(cover, text, covered):
    assert cover.cover(text) == covered
