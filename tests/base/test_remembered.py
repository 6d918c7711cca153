"""What was asked of a review's words is remembered while the review is open, and not behind the lock."""

from dhr_desktop.base.remembered import forget, forgets, remembered


def test_what_was_asked_once_is_remembered_until_all_is_forgotten() -> None:
    asked: list[str] = []

    @remembered(10)
    def letters(name: str) -> int:
        asked.append(name)
        return len(name)

    assert [letters("Kayleigh"), letters("Kayleigh")] == [8, 8]
    assert asked == ["Kayleigh"]
    forget()
    letters("Kayleigh")
    assert asked == ["Kayleigh", "Kayleigh"]


def test_what_is_remembered_in_another_way_is_forgotten_with_it() -> None:
    widths = {"Kayleigh": 40.0}
    forgets(widths.clear)
    forget()
    assert widths == {}
