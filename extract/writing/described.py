"""What a column of a table says of itself: what it holds, in which unit, and what it must satisfy."""

from msgspec import Meta


def text(description: str, *, unit: str = "none") -> Meta:
    """The description of text, or of anything that has no unit of its own."""
    return Meta(description=description, extra={"unit": unit})


def key(description: str) -> Meta:
    """The description of text that is always there."""
    return Meta(description=description, min_length=1, extra={"unit": "none"})


def day(description: str) -> Meta:
    """The description of a day."""
    return Meta(description=description, extra={"unit": "ISO 8601 date"})


def count(description: str) -> Meta:
    """The description of a number of things."""
    return Meta(description=description, ge=0, extra={"unit": "count"})


def page(description: str) -> Meta:
    """The description of a place in the document."""
    return Meta(description=description, extra={"unit": "page number"})


def points(description: str) -> Meta:
    """The description of a distance on a page."""
    return Meta(description=description, extra={"unit": "points"})


def confidence(description: str) -> Meta:
    """The description of a share that was right."""
    return Meta(description=description, extra={"unit": "0..1"})
