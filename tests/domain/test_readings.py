"""What was said of a draft stands in the order of the draft."""

from dhr_desktop.domain.readings import ReadingComment, in_order


def test_comments_stand_in_the_order_of_sections_and_paragraphs_and_not_as_they_were_entered() -> None:
    said = [
        ReadingComment(1, 1, "17. Recommendations"),
        ReadingComment(2, 1, "9. Chronology", "9.10"),
        ReadingComment(3, 1, "9. Chronology", "para 9.2"),
        ReadingComment(4, 1, "Preface"),
        ReadingComment(5, 1, "9. Chronology", "9.2"),
    ]
    assert [each.id for each in in_order(said)] == [4, 3, 5, 2, 1]
