"""Pairs of accounts that were written and judged by hand: nothing is found that is not there, and most of what is."""

import tomllib
from pathlib import Path

import pytest

from dhr_desktop.domain.entries import Entry
from dhr_desktop.domain.people import FormKind, NameForm, Person, Role
from dhr_desktop.timeline.accounts_differ.comparing import Comparer

AGENCIES = {
    "police": "Marlshire Police",
    "hospital": "Marl General Hospital",
    "social": "Marlshire Children's Social Care",
    "homes": "Quayside Homes",
    "council": "Marl Borough Council – Children's Social Care",
    "ambulance": "Marl Ambulance Service",
    "school": "Quay Primary School",
    "gp": "Millpond Surgery",
    "marac": "Marl MARAC",
}
PEOPLE = [
    Person(1, "Kayleigh Drewitt", Role.VICTIM),
    Person(2, "Dean Drewitt", Role.PERPETRATOR),
    Person(3, "Alfie Marchbank", Role.CHILD),
    Person(4, "Poppy Drewitt", Role.CHILD, forms=(NameForm("Poppie", FormKind.NICKNAME),)),
    Person(5, "Lorraine Marchbank", Role.FAMILY),
]
NUMBERS = {key: number for number, key in enumerate(AGENCIES, 1)}
UNSEEN = Path(__file__).with_name("unseen_pairs.toml")
PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]


def account(number, told):
    agency = next(key for key in told if key in AGENCIES)
    fields = {key: value for key, value in told.items() if key in ("time", "time_written", "reported_edtf", "source")}
    other = {"Child seen?": told["child_seen"]} if "child_seen" in told else {}
    return Entry(number, NUMBERS[agency], told.get("date", "2017-03-14"), told[agency], other=other, **fields)


def compared(pair):
    comparer = Comparer(PEOPLE, {number: AGENCIES[key] for key, number in NUMBERS.items()})
    return comparer.compare(1, [account(1, pair["one"]), account(2, pair["other"])])


def words(pair):
    return " | ".join(str(next(iter(pair[side].values()))) for side in ("one", "other"))


@pytest.mark.parametrize("pair", PAIRS, ids=words)
def test_two_accounts_differ_in_what_they_were_judged_to_differ_in(pair):
    assert [found.kind.value for found in compared(pair)] == pair["differ"]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["differ"]], ids=words)
def test_what_is_quoted_stands_in_the_entry_at_its_place(pair):
    entries = {1: account(1, pair["one"]), 2: account(2, pair["other"])}
    for found in compared(pair):
        assert set(found.accounts) == {1, 2}
        for said in found.said:
            if said.end:
                assert getattr(entries[said.entry_id], said.field)[said.start : said.end] == said.words
                assert said.words[0].isalnum()


def test_of_pairs_written_before_they_were_tried_nearly_all_that_is_found_is_right_and_most_is_found():
    found = [
        ({each.kind.value for each in compared(pair)}, set(pair["differ"]))
        for pair in tomllib.loads(UNSEEN.read_text(encoding="utf-8"))["pair"]
    ]
    right = sum(len(each & wanted) for each, wanted in found)
    assert right / sum(len(each) for each, _ in found) > 0.95
    assert right / sum(len(wanted) for _, wanted in found) > 0.9


def test_a_quotation_that_is_part_of_another_is_not_given_twice():
    pair = {"one": {"police": "Children asleep."}, "other": {"social": "Alfie awake and crying on the landing."}}
    (found,) = compared(pair)
    assert list(found.accounts.values()) == ["Children asleep", "Alfie awake and crying on the landing"]
