"""What docs/criteria.md says of weak criteria: the table of the linter's checks."""

from rolcheck.criteria.lint import CHECKS


def remarks(name: str, now: str) -> str:
    """Return a Markdown table of the codes; `name` and `now` are not looked at."""
    lines = ["| code | what it looks for | what to do |", "|---|---|---|"]
    lines += [f"| {code} | {one.looks_for} | {one.do} |" for code, one in CHECKS.items()]
    return "\n".join(lines) + "\n"
