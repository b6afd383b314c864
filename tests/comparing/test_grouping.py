"""Which papers are looked at together."""

from datetime import date

import msgspec

from extract.comparing import compare
from extract.comparing.grouping import digest_of, group
from extract.comparing.sides import paper_of
from extract.comparing.wording import load_wording
from extract.records import OutcomeValue, Recommendation, Report
from tests.comparing.made import report, row

LEEDS, YORK = "Leeds City Council", "City of York Council"
DAY = date(2024, 3, 12)


def rows(*texts: str) -> list[Recommendation]:
    return [row(text, str(at), OutcomeValue.ACCEPT, "Head of Transport", ()) for at, text in enumerate(texts, 1)]


BUSES = rows("That buses run at night", "That fares be frozen for young people")
PARKS = rows("That play areas be inspected", "That dogs be kept on leads in the cemetery")


def grouped(old: list[Report], new: list[Report]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    words = load_wording()
    olds, news = ([digest_of(paper_of(each, words)) for each in side] for side in (old, new))
    return [(found.old, found.new) for found in group(olds, news)]


def test_papers_of_one_council_are_looked_at_together() -> None:
    old = [report("a", BUSES, LEEDS, None, DAY), report("b", PARKS, YORK, None, DAY)]
    new = [report("c", PARKS, YORK, None, DAY), report("d", PARKS, LEEDS, None, DAY)]
    assert grouped(old, new) == [((1,), (0,)), ((0,), (1,))]


def test_a_paper_that_does_not_say_whose_it_is_goes_with_what_it_shares() -> None:
    old = [report("a", BUSES, LEEDS, None, DAY), report("b", PARKS, None, "Review of Parks", DAY)]
    new = [
        report("c", BUSES[:1], None, None, DAY),
        report("d", rows("That trees be planted"), YORK, "Review of Parks", DAY),
    ]
    assert grouped(old, new) == [((1,), (1,)), ((0,), (0,))]


def test_what_many_papers_share_tells_nothing() -> None:
    common = rows("That the report be noted")
    old = [report(f"a{at}", common, f"Council {at}", None, DAY) for at in range(9)]
    assert len(grouped(old, [report("n", common, None, None, DAY)])) == 10


def test_a_paper_without_an_authority_is_paired_and_two_councils_are_not() -> None:
    (pair,) = compare([report("a", BUSES, None, None, DAY)], [report("b", BUSES, LEEDS, None, DAY)])
    assert (pair.old is not None, pair.new is not None, pair.changes) == (True, True, ())
    apart = compare([report("a", BUSES, YORK, None, DAY)], [report("b", BUSES, LEEDS, None, DAY)])
    assert [each.score for each in apart] == [0, 0]


def test_reviews_of_other_years_with_other_titles_are_not_paired() -> None:
    later = DAY.replace(year=2026)
    old = [report("a", BUSES, LEEDS, "Review of Night Buses", DAY)]
    near = compare(old, [report("b", BUSES, LEEDS, "Inquiry into Transport Poverty", DAY)])
    assert [bool(each.old and each.new) for each in near] == [True]
    far = compare(old, [report("b", BUSES, LEEDS, "Inquiry into Transport Poverty", later)])
    assert [change.kind.value for each in far for change in each.changes] == [
        "asked_again",
        "asked_again",
        "document_new",
        "document_gone",
    ]
    titled = compare(old, [report("b", BUSES, LEEDS, "Night Buses: review", later)])
    assert [bool(each.old and each.new) for each in titled] == [True]


def test_the_same_file_under_another_name_does_not_differ() -> None:
    old = report("a", BUSES, LEEDS, None, DAY)
    renamed = report("b", PARKS, LEEDS, None, DAY)
    source = renamed.document.source
    assert source.sha256 != old.document.source.sha256
    same = msgspec.structs.replace(
        renamed,
        document=msgspec.structs.replace(
            renamed.document, source=msgspec.structs.replace(source, sha256=old.document.source.sha256)
        ),
    )
    assert compare([old], [same]) == ()
