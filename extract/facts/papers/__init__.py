"""What a paper says of itself beside who answers and when: the review, the committee, and whether it is a draft."""

from extract.facts.papers.committees import find_committee, is_committee
from extract.facts.papers.drafts import find_draft
from extract.facts.papers.reviews import find_review
from extract.facts.papers.said import Said

__all__ = ["Said", "find_committee", "find_draft", "find_review", "is_committee"]
