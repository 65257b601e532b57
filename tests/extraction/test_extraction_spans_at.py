from analysis.extraction.spans_at import SpansAt

ROWS = [{"start": 0, "end": 100}, {"start": 10, "end": 20}, {"start": 30, "end": 40}]


def test_the_nearest_row_that_holds_a_place():
    spans = SpansAt(ROWS)
    assert spans.over(12, 18) == ROWS[1]
    assert spans.over(50, 60) == ROWS[0]
    assert spans.over(35, 45) == ROWS[0]
    assert spans.over(90, 120) is None


def test_rows_that_begin_in_a_sentence():
    assert SpansAt(ROWS).within(5, 31) == ROWS[1:]
    assert SpansAt([]).within(0, 9) == []
