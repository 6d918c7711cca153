"""Those whom the review involves: stakeholders, contacts, offers, children, readings, approaches and letters."""

from dhr_desktop.domain.approaches import Approach
from dhr_desktop.domain.children import ChildRecord, Responsibility
from dhr_desktop.domain.contacts import Contact, ContactWith, Promise
from dhr_desktop.domain.letters import LetterTemplate
from dhr_desktop.domain.offers import Offer
from dhr_desktop.domain.readings import Reading, ReadingComment
from dhr_desktop.domain.stakeholders import Advocacy, DateToAvoid, NotToBeTold, Stakeholder, Wish
from dhr_desktop.store.records import Records

STAKEHOLDERS = Records("stakeholder", Stakeholder)
ADVOCACY = Records("advocacy", Advocacy)
WISHES = Records("wish", Wish)
NOT_TO_BE_TOLD = Records("not_to_be_told", NotToBeTold)
DATES_TO_AVOID = Records("date_to_avoid", DateToAvoid)
CONTACTS = Records("contact", Contact)
CONTACT_WITH = Records("contact_with", ContactWith)
PROMISES = Records("promise", Promise)
OFFERS = Records("offer", Offer)
CHILDREN = Records("child_record", ChildRecord)
RESPONSIBILITIES = Records("responsibility", Responsibility)
READINGS = Records("reading", Reading)
COMMENTS = Records("reading_comment", ReadingComment)
APPROACHES = Records("approach", Approach)
LETTERS = Records("letter_template", LetterTemplate)
