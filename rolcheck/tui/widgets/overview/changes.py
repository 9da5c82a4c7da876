"""What changed from one look at the campaign to the next, by the keys of the rows."""

from collections.abc import Iterator

from rolcheck.desk.seen import Overview


def changes(before: Overview, after: Overview) -> frozenset[str]:
    """Return the keys of rows that are new or say something else; of the same rounds only."""
    if before.current != after.current:
        return frozenset()
    known = dict(_rows(before))
    return frozenset(key for key, row in _rows(after) if known.get(key) != row)


def _rows(seen: Overview) -> Iterator[tuple[str, object]]:
    for group in seen.blockers:
        yield f"b:{group.kind}", (group.count, group.parts)
    for group in seen.carried:
        yield f"c:{group.kind}", (group.count, group.parts)
    for row in seen.reviewers:
        yield f"r:{row.id}", (row.done, row.due, row.to_confirm, row.last)
    for row in seen.mine:
        yield f"s:{row.id}", (row.done, row.due, row.to_confirm)
    for one in seen.submissions:
        yield f"s:{one.id}", one
    for unit in seen.units:
        yield f"u:{unit.name}", unit
    for own in seen.answers_for:
        yield f"i:{own.submission}:{own.indicator}", own
    for item in seen.left:
        yield f"i:{item.submission}:{item.indicator}", item.to_confirm
    for event in seen.recent:
        yield event.id, True
