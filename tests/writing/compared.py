"""What tests of several forms of output share: how a batch differs from an earlier output."""

from collections.abc import Iterable
from pathlib import Path

from extract.changes import Change, DocumentComparison, DocumentNamed, Kind, ResponseTime, Timing, Where
from extract.records import Recommendation
from extract.results import Result
from extract.vocabulary.comparing import load_comparing_words
from extract.writing.changes_files import ChangesFiles
from extract.writing.comparisons import Comparisons

OLD = DocumentNamed(id="old-1", name="old.txt", authority="Leeds City Council", review="Damp", date="2025-01-14")
HOSTILE = "</script><img src=x>"


def comparisons_of(results: Iterable[Result], folder: Path) -> Comparisons:
    """How these results differ from made-up earlier ones: in each three differences, and one paper that is gone."""
    folder.mkdir(exist_ok=True)
    files = ChangesFiles(folder, load_comparing_words().seriousness, bom=False)
    for result in results:
        if result.report:
            files.add(_compared(result.document_id, result.report.recommendations[0]))
    files.add(_gone())
    files.close()
    return files.comparisons()


def _compared(document_id: str, row: Recommendation) -> DocumentComparison:
    old = Where(document=OLD.id, recommendation="old-1/1", page=3)
    new = Where(document=document_id, recommendation=row.id, page=2)
    moved = Change(
        kind=Kind.DEADLINE_MOVED,
        number=row.number,
        recommendation=row.text,
        before="2025-03-31",
        after=f"end of June {HOSTILE}",
        days=91,
        promised="We will publish it",
        reported="It is published",
        explanation="The date moved.",
        because="the same text",
        old=old,
        new=new,
    )
    done = Change(kind=Kind.PROGRESSED, number=row.number, before="planned", explanation="It is done.", new=new)
    lost = Change(
        kind=Kind.GONE, number="9", recommendation="That it be", before="That it be", explanation="Gone.", old=old
    )
    return DocumentComparison(
        old=OLD,
        new=DocumentNamed(
            id=document_id, name="new.txt", authority="Leeds City Council", review="Damp", date="2025-07-14"
        ),
        because="the same review",
        score=90,
        response_time=ResponseTime(timing=Timing.LATE, explanation="After 2025-03-13.", document=document_id),
        recommendations=(),
        changes=(lost, moved, done),
    )


def _gone() -> DocumentComparison:
    lost = Change(kind=Kind.DOCUMENT_GONE, before="Mould", explanation="It is gone.", old=Where(document="old-2"))
    return DocumentComparison(
        old=DocumentNamed(id="old-2", name="mould.txt", authority="York Council", review="Mould", date=None),
        new=None,
        because="no paper is about it",
        score=0,
        response_time=None,
        recommendations=(),
        changes=(lost,),
    )
