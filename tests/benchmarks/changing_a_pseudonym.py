"""What a change of a pseudonym costs in a review of 20,000 entries with a 150-page draft.

PYTHONPATH=. python tests/benchmarks/changing_a_pseudonym.py

The page counts from the step that changes the name to when the rows on the screen are covered anew; the draft from then
to when its blocks are built and every one of them has been looked through for the name that stood before. The exported
files count from the step to when the file is whole and checked for names, as the Report page makes it; the words of
each are read back. Beside the seconds on the clock stand those of the processor, as others may use the machine. The
first line is what the first cover of all costs, which happens once, when panel view or a draft is first asked for.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from dhr_desktop.app import sample
from dhr_desktop.domain.documents import Bullets, Document, Paragraph, Table, spoken
from dhr_desktop.domain.editions import PANEL, Naming
from dhr_desktop.domain.meaning import Inclusion
from dhr_desktop.domain.naming import NamingAct, NamingStep, Subject
from dhr_desktop.domain.people import Role
from dhr_desktop.domain.reviews import ReviewFacts
from dhr_desktop.family import naming, register
from dhr_desktop.report import drafts, overview
from dhr_desktop.report.read_back import words_of_docx, words_of_pdf
from dhr_desktop.store import covered, entries, people
from dhr_desktop.store.filters import EntryFilter
from dhr_desktop.store.library import Library
from dhr_desktop.store.review import Review
from tests.benchmarks.busy_review import filled
from tests.benchmarks.store_scale import COST, PASSPHRASE

COUNT, IN_REPORT, VISIBLE, TIMES = 20_000, 660, 60, 7
WORDS = (
    " Mrs Drewitt was seen with Alfie and Poppy; Kayleigh said that Dean had been at the address again. Mr Drewitt was"
    " spoken to by PC 4471 Osgathorpe and left. Lorraine Marchbank rang in the evening and was told."
)
WORDS_TO_A_PAGE = 400


def timed(work: Callable[[], object]) -> float:
    """Seconds that `work` took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def exported(review: Review, form: str, change: Callable[[], object]) -> tuple[float, float, str]:
    """Seconds of the clock and of the processor from a change to the checked file, and the words of the file."""
    clock, processor = time.perf_counter(), time.process_time()
    change()
    made = drafts.draft(review, overview.KEY, PANEL, form)
    took = time.perf_counter() - clock, time.process_time() - processor
    return *took, (words_of_docx if form == "docx" else words_of_pdf)(made.data)


def names_in(review: Review) -> None:
    """The sample's register, and its names in every entry, some hundreds of which go into the report."""
    register.add_people(review, sample.register())
    ids = list(entries.ordered_ids(review))
    with review.journal.step("Write names into the records"):
        for start in range(0, len(ids), 500):
            for number, entry in enumerate(entries.page(review, ids[start : start + 500]), start):
                chosen = number % (COUNT // IN_REPORT) == 0
                entries.change(review, replace(entry, text=f"{entry.text}{WORDS} ({number})", in_report=chosen))


def words_of(document: Document) -> Iterator[str]:
    """Every word of a document's blocks."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Paragraph):
                yield spoken(block.text)
            elif isinstance(block, Bullets):
                yield from map(spoken, block.items)
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from row


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "library", PASSPHRASE, COST)
        review = library.create_review(ReviewFacts("Review of the death of Adult A"))
        filled(review, COUNT)
        names_in(review)
        victim = next(person for person in people.listing(review) if person.role is Role.VICTIM)
        ids = list(entries.ordered_ids(review))
        shown = entries.page(review, ids[: 12 * VISIBLE : 12])
        number = len(list(entries.ordered_ids(review, EntryFilter(included=frozenset({Inclusion.REPORT})))))
        print(f"First draft, when nothing has been searched yet: {timed(lambda: overview.build(review, PANEL)):.2f} s")
        pages = sum(len(words.split()) for words in words_of(overview.build(review, PANEL))) / WORDS_TO_A_PAGE
        print(f"{len(ids):,} entries; {number:,} of them in a draft of about {pages:.0f} pages")
        before, of_page, of_draft = victim.pseudonym, [], []
        for turn in range(TIMES):
            name = ("Hannah", "Imogen")[turn % 2]
            step = NamingStep(0, Subject.PERSON, victim.id, NamingAct.CHOSEN, names=(name,))
            start = time.perf_counter()
            naming.record(review, step)
            cover = covered.cover(review, Naming.PSEUDONYMS)
            rows = [cover.cover(entry.text) for entry in shown]
            of_page.append(time.perf_counter() - start)
            start = time.perf_counter()
            draft = list(words_of(overview.build(review, PANEL)))
            of_draft.append(time.perf_counter() - start)
            everything = "\n".join([*rows, *draft])
            assert name in everything
            assert before not in everything
            before = name
        for what, seconds in (("page: step, cover and visible rows", of_page), ("draft: all its blocks", of_draft)):
            ordered = sorted(seconds)
            print(f"{what}: median {ordered[len(ordered) // 2]:.3f} s, slowest {ordered[-1]:.3f} s")
        for form, called in drafts.FORMATS.items():
            took = []
            for _turn in range(TIMES):
                name = "Imogen" if before == "Hannah" else "Hannah"
                step = NamingStep(0, Subject.PERSON, victim.id, NamingAct.CHOSEN, names=(name,))
                clock, processor, words = exported(review, form, lambda step=step: naming.record(review, step))
                took.append((clock, processor))
                assert name in words
                assert before not in words
                before = name
            for what, seconds in zip(("clock", "processor"), zip(*took, strict=True), strict=True):
                ordered = sorted(seconds)
                print(f"{called} file, {what}: median {ordered[len(ordered) // 2]:.3f} s, slowest {ordered[-1]:.3f} s")
        library.close()


if __name__ == "__main__":
    main()
