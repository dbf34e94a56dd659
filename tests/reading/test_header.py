from vedette.reading.header import Header, header_of


def test_reads_labelled_lines() -> None:
    header = header_of(["Title: Army retakes town", "Date: 4 March 2024", "Outlet: Delta Courier", "The army said."])
    assert (header.title, header.outlet) == ("Army retakes town", "Delta Courier")
    assert header.reasons == ("header", "date line of the page", "header")


def test_one_labelled_line_is_no_header() -> None:
    assert header_of(["Source: a man in the camp", "The army said."]) == Header()
