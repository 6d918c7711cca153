"""What was said of a draft stands in the order of the draft."""

from dhr_desktop.domain.readings import Changed, ReadingComment, in_order


def test_comments_stand_in_the_order_of_sections_and_paragraphs_and_not_as_they_were_entered() -> None:
    said = [
        ReadingComment(1, 1, "17. Recommendations"),
        ReadingComment(2, 1, "9. Chronology", "9.10"),
        ReadingComment(3, 1, "9. Chronology", "para 9.2"),
        ReadingComment(4, 1, "Preface"),
        ReadingComment(5, 1, "9. Chronology", "9.2"),
    ]
    assert [each.id for each in in_order(said)] == [4, 3, 5, 2, 1]


def test_a_comment_waits_until_an_answer_is_written_or_it_is_said_what_became_of_the_text() -> None:
    said = ReadingComment(1, 1, said="I told them in June.")
    answered = ReadingComment(1, 1, said="I told them in June.", answer="Her account now stands beside the record.")
    decided = ReadingComment(1, 1, said="I told them in June.", changed=Changed.YES)
    assert [each.waits for each in (said, answered, decided)] == [True, False, False]
    assert [each.became for each in (said, answered, decided)] == ["not yet answered", "", "changed"]
