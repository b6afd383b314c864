"""Who is to act: the owners of a cell, or those that prose names."""

from extract.facts.owners.cells import each_once, find_owners
from extract.facts.owners.kinds import Bodies, may_be_body
from extract.facts.owners.lines import WRAP
from extract.facts.owners.prose import find_owners_in_prose

__all__ = ["WRAP", "Bodies", "each_once", "find_owners", "find_owners_in_prose", "may_be_body"]
