"""The six words of a sealed copy."""

from dhr_desktop.base import resources
from dhr_desktop.sharing.passphrase import six_words


def test_there_are_7776_different_words_so_that_six_carry_77_bits():
    words = resources.text("words/six-words.txt").split()
    assert len(words) == len(set(words)) == 7776


def test_no_word_is_out_of_place_beside_a_bereavement():
    words = set(resources.text("words/six-words.txt").split())
    assert not words & {"widow", "strangle", "wound", "graves", "skeleton", "zombie", "slain", "smother", "punch"}


def test_each_passphrase_is_six_words_and_new():
    made = {six_words() for _ in range(50)}
    assert len(made) == 50
    assert all(len(passphrase.split()) == 6 for passphrase in made)
