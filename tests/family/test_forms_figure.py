"""The figure that the proposals are held to: nine in ten forms proposed, fewer than one false in five."""

from typing import Any

import pytest

from dhr_desktop.app import sample
from dhr_desktop.base import resources
from dhr_desktop.importing.inspect import inspect
from tests.family.forms_figure import REGISTERS, figure, truth_of


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    return inspect(sample.submissions())


@pytest.mark.parametrize("whom", REGISTERS)
def test_nine_forms_in_ten_are_proposed_and_fewer_than_one_proposal_in_five_is_false(
    read: dict[str, Any], whom: str
) -> None:
    found = figure(read, truth_of(), whom)
    assert found.recall >= 0.9
    assert found.precision > 0.8
    assert found.recall_of_person >= 0.9
    assert found.precision_of_person > 0.8


def test_no_surname_of_the_sample_is_told_to_the_program_beforehand() -> None:
    told = (resources.text("people/signs.toml") + resources.text("people/nicknames.toml")).casefold()
    surnames = {one["name"].split()[-1].casefold() for one in truth_of()}
    assert not [surname for surname in surnames if surname in told]
