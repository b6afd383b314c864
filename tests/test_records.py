"""The records refuse what their schema refuses."""

import msgspec
import pytest

from extract.records import Confidence, DocumentDate, Interval, IsoDate, Offset, OutcomeDetail, PageNumber, Report


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Confidence, 1.01),
        (Confidence, -0.1),
        (IsoDate, "2022-9-6"),
        (IsoDate, "06/09/2022"),
        (Offset, -1),
        (PageNumber, 0),
        (OutcomeDetail, "maybe"),
        (Interval, {"start": None}),
        (Interval, {"start": None, "end": None, "middle": None}),
        (DocumentDate, {"text": "", "start": None, "end": "2022-09-06", "basis": "stated"}),
    ],
)
def test_a_value_outside_of_the_contract_is_refused(kind: type, value: object) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, kind)


def test_a_record_is_frozen() -> None:
    interval = Interval(start=None, end=None)
    with pytest.raises(AttributeError):
        interval.start = "2022-09-06"  # type: ignore[misc]


def test_a_report_has_the_keys_of_the_contract_in_its_order() -> None:
    assert Report.__struct_fields__ == ("schema_version", "document", "recommendations")
