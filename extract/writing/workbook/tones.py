"""What colours mean in the workbook. None says anything that the words of its cell do not say."""

from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a colour says of a cell; its value is what the sheet About says."""

    GOOD = "green: accepted, done, read"
    UNDER_WAY = "blue: promised or going on"
    PART = "amber: in part, asked of others, or doubtful"
    BAD = "red: rejected, declined, failed"
    DULL = "grey: nothing decided, or nothing new"


COLOURS: Final = {
    Tone.GOOD: ("#1B5E20", "#E2F0D9"),
    Tone.UNDER_WAY: ("#0B4A7F", "#DDEBF7"),
    Tone.PART: ("#6B4700", "#FFF2CC"),
    Tone.BAD: ("#8B0000", "#FBE3E1"),
    Tone.DULL: ("#404040", "#EDEDED"),
}
"""The colour of the letters and of the ground; their contrast is 7 to 1 or more."""

TONES: Final = {
    "outcome": {"accept": Tone.GOOD, "amend": Tone.PART, "reject": Tone.BAD, "none": Tone.DULL},
    "status": {
        "completed": Tone.GOOD,
        "planned": Tone.UNDER_WAY,
        "in_progress": Tone.UNDER_WAY,
        "ongoing": Tone.UNDER_WAY,
        "existing_practice": Tone.DULL,
        "considering": Tone.PART,
        "requested": Tone.PART,
        "declined": Tone.BAD,
        "ok": Tone.GOOD,
        "partial": Tone.PART,
        "no_response": Tone.DULL,
        "failed": Tone.BAD,
    },
    "level": {"failed": Tone.BAD, "doubt": Tone.PART, "note": Tone.DULL},
}
"""The tone of each word, by the column that it stands in."""
