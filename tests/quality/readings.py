"""Readings made out of the gold itself: perfect ones, and the same with faults put in."""

import random

import msgspec
from msgspec.structs import replace

from extract.records import Recommendation, Report
from tests.quality.gold import Gold, GoldCommitment, GoldDate, GoldRow


def perfect_reading(gold: Gold) -> Report:
    """The report of a reader that makes no mistake in ``gold``'s document."""
    source = {"name": f"{gold.id}.txt", "sha256": "0" * 64, "media_type": "text/plain", "pages": None}
    unknown = dict.fromkeys(["title", "authority", "date", "review", "committee"])
    facts = {"draft": False, "facts": [], "coverage": {"characters": 0, "explained": 0, "pages": []}, "warnings": []}
    document = {"id": gold.id, "source": source, "reader": "text"} | unknown | facts
    rows = [_row(row) for row in gold.recommendations]
    report = {"schema_version": "1.0", "document": document, "recommendations": rows}
    return msgspec.convert(report, Report)


def _row(gold: GoldRow) -> dict[str, object]:
    outcome = {"value": gold.outcome.value, "detail": gold.outcome.detail, "basis": "stated"}
    return {
        "id": gold.number,
        "number": gold.number,
        "parent": None,
        "theme": None,
        "text": gold.text,
        "response": gold.response,
        "timescale": gold.timescale,
        "progress": gold.progress,
        "cells": [],
        "outcome": outcome | {"raw": None, "confidence": 1.0},
        "owners": [{"raw": owner.name, "kind": "organisation", "name": owner.name} for owner in gold.owners],
        "positions": [_position(gold, p.organisation, p.value) for p in gold.positions],
        "commitments": [_commitment(gold, commitment) for commitment in gold.commitments],
        "dates": [_date(gold, date) for date in gold.dates],
        "organisations": [],
        "flags": [],
        "confidence": 1.0,
        "confidence_reasons": [],
        "evidence": [],
    }


def _quote(gold: GoldRow, text: str, field: str) -> dict[str, object]:
    fields = {"text": gold.text, "response": gold.response, "timescale": gold.timescale, "progress": gold.progress}
    start = (fields[field] or "").index(text)
    return {"text": text, "field": field, "start": start, "end": start + len(text)}


def _position(gold: GoldRow, organisation: str, value: str) -> dict[str, object]:
    quote = _quote(gold, gold.response[:20], "response")
    return quote | {"organisation": organisation, "value": value, "detail": None}


def _commitment(gold: GoldRow, commitment: GoldCommitment) -> dict[str, object]:
    due = commitment.deadline
    return _quote(gold, commitment.text, commitment.field) | {
        "id": commitment.text,
        "name": commitment.name,
        "actor": {"raw": commitment.actor, "name": commitment.actor} if commitment.actor else None,
        "status": commitment.status,
        "condition": None,
        "deadline": {"text": "", "start": due.start, "end": due.end} if due else None,
        "confidence": 1.0,
    }


def _date(gold: GoldRow, date: GoldDate) -> dict[str, object]:
    interval = {"start": date.start, "end": date.end}
    known = {"type": date.type, "interval": interval, "value": None, "precision": None, "role": "event"}
    return _quote(gold, date.text, date.field) | known


def faulty_reading(report: Report, seed: int) -> Report:
    """``report`` with rows left out, doubled and disordered, and with findings swapped between its rows."""
    chance = random.Random(seed)  # noqa: S311 - faults are drawn again alike from their seed, nothing is kept secret
    rows = [_faulty_row(row, chance) for row in report.recommendations if chance.random() > 1 / 8]
    doubled = [replace(row, number="99") for row in rows if chance.random() < 1 / 8]
    rows += doubled
    chance.shuffle(rows)
    return replace(report, recommendations=tuple(rows))


def _faulty_row(row: Recommendation, chance: random.Random) -> Recommendation:
    cut = chance.randrange(1, 40)
    dates = [replace(date, text=date.text[: len(date.text) - chance.randrange(3)]) for date in row.dates]
    commitments = [replace(c, text=c.text[chance.randrange(cut) :]) for c in row.commitments]
    faulty = [
        row,
        replace(row, text=row.text[cut:]),
        replace(row, response=row.response[:-cut]),
        replace(row, number=f"Recommendation {row.number}."),
        replace(row, commitments=tuple(commitments[1:] + commitments[:2]), dates=tuple(dates[1:])),
        replace(row, dates=tuple(replace(date, interval=row.dates[0].interval) for date in dates)),
        replace(row, owners=row.owners[1:] + row.owners[:1] * 2, positions=row.positions * 2),
        replace(row, commitments=tuple(replace(c, status=row.commitments[0].status, actor=None) for c in commitments)),
        replace(row, commitments=tuple(replace(c, deadline=None, name=row.number) for c in row.commitments)),
    ]
    return chance.choice(faulty)
