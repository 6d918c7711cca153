"""A failure the chair can act on has two sentences; a wish to stop is not swallowed on its way out."""

import contextlib

import pytest

from dhr_desktop.base.errors import Cancelled, UserError


def test_an_error_says_what_is_wrong_and_what_to_do():
    error = UserError("The file is empty.", "Ask the agency to send it again.")

    assert (error.what, error.next_step) == ("The file is empty.", "Ask the agency to send it again.")
    assert str(error) == "The file is empty. Ask the agency to send it again."


def test_an_error_cannot_be_made_without_a_next_step():
    with pytest.raises(TypeError):
        UserError("The file is empty.")


def test_a_wish_to_stop_passes_through_a_broad_except():
    with pytest.raises(Cancelled), contextlib.suppress(Exception):
        raise Cancelled
