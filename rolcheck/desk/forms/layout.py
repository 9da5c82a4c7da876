"""How the lines of a form begin, and what they are called; the same in every language."""

DIRECTIVE, COMMENT, ITEM = "==+==", "==-==", "==*=="
HEADER = "rolcheck form"
VERSION = "1"
CAMPAIGN, ROUND, REVIEWER, CRITERIA = "Campaign", "Round", "Reviewer", "Criteria"
KEYS = (CAMPAIGN, ROUND, REVIEWER, CRITERIA)
EDITION, REMARK, EVIDENCE, END = "Version", "Remark", "Evidence", "End"
