"""The views of a database: what scrutiny officers ask, each as a table that answers it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A question and its answer.

    Attributes:
        name: its name in the database.
        title: the question, as people ask it.
        description: what exactly is in it.
        sql: the statement that answers it.
        columns: what the columns hold that no table has.
        facets: the columns that people filter by.
    """

    name: str
    title: str
    description: str
    sql: str
    columns: Mapping[str, str] = field(default_factory=dict)
    facets: tuple[str, ...] = ()


_WHERE: Final = {
    "council": "Who is answering.",
    "page": "The page that it begins on.",
    "who": "Who acts; where the clause does not say, the owners of the recommendation.",
}

UNANSWERED: Final = View(
    name="unanswered",
    title="Which recommendations got no answer, or were only noted?",
    description="Recommendations without a decision, with the reason.",
    sql="""\
SELECT
  CASE
    WHEN outcome_detail = 'noted' THEN 'only noted'
    WHEN outcome_detail = 'deferred' THEN 'deferred'
    WHEN response = '' THEN 'no response'
    ELSE 'no decision'
  END AS why,
  authority AS council, number, recommendation, response, document_date, source_name, page_first AS page,
  recommendation_id
FROM recommendations
WHERE outcome = 'none'
ORDER BY recommendations.rowid""",
    columns={"why": "no response, only noted, deferred, or no decision: there is a response, and it does not decide."},
    facets=("why", "council"),
)

ACCEPTED_WITH_GAPS: Final = View(
    name="accepted_with_gaps",
    title="What was accepted with no action, nobody to do it, or no date?",
    description=(
        "Recommendations accepted, also with changes, for which nothing is promised or reported, nobody is named, or "
        "something is promised without a day by when."
    ),
    sql="""\
WITH judged AS (
  SELECT
    r.*,
    r.rowid AS place,
    NOT EXISTS (
      SELECT * FROM commitments AS c
      WHERE c.recommendation_id = r.recommendation_id
        AND c.status IN ('planned', 'in_progress', 'completed', 'ongoing', 'existing_practice')
    ) AS without_action,
    r.owners IS NULL AS without_owner,
    EXISTS (
      SELECT * FROM commitments AS c
      WHERE c.recommendation_id = r.recommendation_id
        AND c.status IN ('planned', 'in_progress') AND c.deadline_text IS NULL
    ) AS without_day
  FROM recommendations AS r
  WHERE r.outcome IN ('accept', 'amend')
)
SELECT
  IIF(without_action, 'yes', 'no') AS no_action,
  IIF(without_owner, 'yes', 'no') AS no_owner,
  IIF(without_action OR without_day, 'yes', 'no') AS no_date,
  authority AS council, number, recommendation, outcome, outcome_detail, owners, response, document_date, source_name,
  page_first AS page, recommendation_id
FROM judged
WHERE without_action OR without_owner OR without_day
ORDER BY place""",
    columns={
        "no_action": "yes: the response promises and reports nothing; or no.",
        "no_owner": "yes: nobody is named who is to act; or no.",
        "no_date": "yes: something is promised without a day by when, or nothing is promised; or no.",
    },
    facets=("no_action", "no_owner", "no_date", "council"),
)

WHO_OWES_WHAT: Final = View(
    name="who_owes_what",
    title="Who owes what, and by when?",
    description=(
        "Open promises: what is planned, in progress or being considered, the earliest deadline first; what has no "
        "deadline comes last."
    ),
    sql="""\
SELECT
  COALESCE(actor, owners) AS who,
  commitment AS what, deadline_text, deadline_end, status, condition, authority AS council, c.number, recommendation,
  document_date, source_name, c.page, commitment_id, recommendation_id
FROM commitments AS c JOIN recommendations AS r USING (recommendation_id)
WHERE status IN ('planned', 'in_progress', 'considering')
ORDER BY deadline_end NULLS LAST""",
    columns={"what": "The clause as printed."},
    facets=("status", "who", "council"),
)

OVERDUE: Final = View(
    name="overdue",
    title="What is overdue today?",
    description=(
        "What was promised for a day before today. The documents say how far it was when they were written; what was "
        "done since is not known."
    ),
    sql="""\
SELECT
  CAST(julianday('now', 'start of day') - julianday(deadline_end) AS INTEGER) AS days_overdue,
  *
FROM who_owes_what
WHERE deadline_end < date('now')""",
    columns={"days_overdue": "Days from its deadline to today.", "what": "The clause as printed."},
    facets=("status", "who", "council"),
)

CONTRADICTIONS: Final = View(
    name="contradictions",
    title="Where does the comment contradict the decision?",
    description="Recommendations of which the response, or one body in it, says something else than the decision.",
    sql="""\
SELECT
  authority AS council, number, outcome, outcome_raw, message, words, recommendation, response, document_date,
  source_name, page_first AS page, code, recommendation_id
FROM recommendation_flags JOIN recommendations USING (recommendation_id)
WHERE code IN ('contradicted', 'position_differs')
ORDER BY recommendations.rowid, place""",
    facets=("code", "council"),
)

ALREADY_THERE: Final = View(
    name="already_there",
    title="What was there already, before the review?",
    description="Recommendations that are answered with what is in place, wholly or in part.",
    sql="""\
SELECT
  IIF(EXISTS (
    SELECT * FROM commitments AS c
    WHERE c.recommendation_id = r.recommendation_id
      AND c.status IN ('planned', 'in_progress', 'completed', 'ongoing', 'considering')
  ), 'no', 'yes') AS nothing_new,
  (
    SELECT GROUP_CONCAT(commitment, '; ') FROM (
      SELECT c.commitment FROM commitments AS c
      WHERE c.recommendation_id = r.recommendation_id AND c.status = 'existing_practice'
      ORDER BY c.rowid
    )
  ) AS practices,
  authority AS council, number, recommendation, outcome, outcome_detail, outcome_raw, document_date, source_name,
  page_first AS page, recommendation_id
FROM recommendations AS r
WHERE outcome_detail = 'already_in_place' OR EXISTS (
  SELECT * FROM commitments AS c WHERE c.recommendation_id = r.recommendation_id AND c.status = 'existing_practice'
)
ORDER BY r.rowid""",
    columns={
        "nothing_new": "yes: nothing else is promised, reported or considered; or no.",
        "practices": "What is said to be in place, clause by clause, joined by '; '.",
    },
    facets=("nothing_new", "outcome", "council"),
)

DEPENDS_ON: Final = View(
    name="depends_on",
    title="What depends on money, or on others?",
    description=(
        "Promises and decisions with a condition, what is asked of somebody else, and what another body than the "
        "answering one is to do."
    ),
    sql="""\
WITH money AS (
  SELECT recommendation_id, words FROM recommendation_flags WHERE code = 'conditional_on_money'
), found AS (
  SELECT
    IIF((recommendation_id, commitment) IN money, 'money', 'a condition') AS depends_on,
    condition AS on_what, commitment AS what, page, recommendation_id
  FROM commitments
  WHERE condition IS NOT NULL
  UNION ALL
  SELECT 'others', actor, commitment, page, recommendation_id
  FROM commitments AS c
  WHERE status = 'requested' OR status IN ('planned', 'in_progress', 'ongoing', 'considering') AND EXISTS (
    SELECT * FROM organisations AS o JOIN recommendations AS r USING (recommendation_id)
    WHERE o.recommendation_id = c.recommendation_id AND o.role = 'actor' AND o.name = c.actor AND o.name <> r.authority
  )
  UNION ALL
  SELECT
    IIF(EXISTS (
      SELECT * FROM money
      WHERE money.recommendation_id = r.recommendation_id AND (words IS NULL OR words = outcome_raw)
    ), 'money', 'a condition'),
    outcome_raw, recommendation, page_first, recommendation_id
  FROM recommendations AS r
  WHERE outcome_detail = 'conditional'
)
SELECT
  depends_on, on_what, what, authority AS council, number, outcome, document_date, source_name, page, recommendation_id
FROM found JOIN recommendations USING (recommendation_id)""",
    columns={
        "depends_on": "money, others, or a condition of another kind.",
        "on_what": "The words of the condition, or the other body.",
        "what": "The clause as printed; where the decision has the condition, the recommendation.",
    },
    facets=("depends_on", "council"),
)

VIEWS: Final = (
    UNANSWERED,
    ACCEPTED_WITH_GAPS,
    WHO_OWES_WHAT,
    OVERDUE,
    CONTRADICTIONS,
    ALREADY_THERE,
    DEPENDS_ON,
)
"""All views, each after those that it is made of. Each finds its first rows without looking at all others."""

OVERDUE_AT: Final = View(
    name="overdue_at",
    title="What was, or will be, overdue at a day?",
    description="Promises with a deadline before the day that you give, as 2025-03-31.",
    sql="SELECT * FROM who_owes_what WHERE deadline_end < date(:day)",
)
"""A question with a blank in it, which no view can have; Datasette asks for the day."""


def view_statements() -> Iterator[str]:
    """The statements that make the views; each says what it answers."""
    for view in VIEWS:
        yield f'CREATE VIEW "{view.name}" AS\n-- {view.title}\n-- {view.description}\n{view.sql}'


def column_descriptions(view: View) -> dict[str, str]:
    """What the columns of a view hold that no table has."""
    return {**_WHERE, **view.columns}
