"""How the lines of a form begin, and what they are called; the same in every language."""

DIRECTIVE, COMMENT, ITEM = "==+==", "==-==", "==*=="
HEADER = "rolcheck form"
VERSION = "1"
CAMPAIGN, ROUND, REVIEWER, CRITERIA = "Campaign", "Round", "Reviewer", "Criteria"
KEYS = (CAMPAIGN, ROUND, REVIEWER, CRITERIA)
EDITION, REMARK, EVIDENCE, END = "Version", "Remark", "Evidence", "End"
CODE, ASKED, DUE = "Finding", "Asked", "Due"
PARTS = (REMARK, EVIDENCE, CODE, ASKED, DUE)
"""What may be filled in besides a value, each below its own line."""

DECLARATION = "declaration"
"""What stands in the place of a submission where a declaration is made."""
