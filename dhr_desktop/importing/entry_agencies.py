"""The agency that each entry of a file goes to: the one that its row names, or its sheet, or else the file's."""

from collections import Counter

from dhr_desktop.importing.agency_words import holds, key, says_nothing
from dhr_desktop.importing.reading import Reading
from dhr_desktop.importing.rows import EntryReading


class EntryAgencies:
    """Says of each entry whose it is, in a file that comes in under `file_agency`.

    A file whose rows name the agency that it was taken to be from, and no other, is the file of one agency: whatever
    the chair calls that one, its entries go with the file.
    """

    def __init__(self, reading: Reading, file_agency: str) -> None:
        self._file = " ".join(file_agency.split())
        self._said = Counter(row.entry.agency for table in reading.tables for row in table.rows if row.entry)
        self._of_one = _are_of_one(self._said, reading.agency_guess)
        spelt: dict[str, str] = {}
        self._names = {said: self._meant(said, spelt) for said in self._said}
        """What stands in the rows, and the name that it means."""

    def of(self, entry: EntryReading) -> str:
        """The name of the agency that an entry goes to; of one spelt in several ways, as it is spelt first."""
        return self._names.get(entry.agency, self._file)

    def counts(self) -> Counter[str]:
        """How many entries go to each agency."""
        found: Counter[str] = Counter()
        for said, number in self._said.items():
            found[self._names[said]] += number
        return found

    def _meant(self, said: str, spelt: dict[str, str]) -> str:
        """The name that a row's words mean; `spelt` are the agencies so far, by what they are known by."""
        known_by = key(said)
        if self._of_one or says_nothing(said) or known_by == key(self._file):
            return self._file
        return spelt.setdefault(known_by, " ".join(said.split()))


def _are_of_one(said: Counter[str], guess: str) -> bool:
    """Whether the rows name nobody but the agency that the file was taken to be from, in full or in part."""
    names = {key(name) for name in said if not says_nothing(name)}
    if not names <= {key(guess)}:
        return len(names) == 1 and not any(map(says_nothing, said)) and holds(guess, *names)
    return True
