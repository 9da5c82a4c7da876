"""How the lines of a form begin, and what they are called; the same in every language."""

DIRECTIVE, COMMENT, ITEM = "==+==", "==-==", "==*=="
HEADER = "rolcheck form"
VERSION = "1"
CAMPAIGN, ROUND, REVIEWER, CRITERIA = "Campaign", "Round", "Reviewer", "Criteria"
KEYS = (CAMPAIGN, ROUND, REVIEWER, CRITERIA)
"""What the head must say."""

HANDOUT, EDITION, END = "Handout", "Version", "End"
REMARK, EVIDENCE, REASON, NATURE = "Remark", "Evidence", "Reason", "Nature"
CODE, ASKED, DUE = "Finding", "Asked", "Due"
PARTS = (REMARK, EVIDENCE, CODE, ASKED, DUE, REASON, NATURE)
"""What may be filled in besides a value, each below its own line."""

DECLARATION, RULING, ANSWER = "declaration", "ruling", "finding"
"""What stands in the place of a submission where another thing than a score is filled in."""
