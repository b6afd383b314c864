"""Who is to act: the owners of a cell, or those that prose names."""

from extract.facts.owners.cells import each_once, find_owners
from extract.facts.owners.kinds import Bodies, may_be_body
from extract.facts.owners.lines import WRAP
from extract.facts.owners.prose import find_owners_in_prose
from extract.facts.owners.signatures import find_signatures
from extract.facts.owners.signers import Wording

__all__ = [
    "WRAP",
    "Bodies",
    "Wording",
    "each_once",
    "find_owners",
    "find_owners_in_prose",
    "find_signatures",
    "may_be_body",
]
