"""Whether applicants and reviewers can tell what is to be handed in."""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.base.toml import Fault
from rolcheck.criteria.linting.leaves import folded, items, leaves, repeated, with_rule
from rolcheck.criteria.model import Criteria
from rolcheck.criteria.rules.deduct import DeductRule
from rolcheck.criteria.rules.periodic import PeriodicRule
from rolcheck.criteria.rules.ratio import RatioRule

GENERIC = frozenset(
    (
        *(
            "材料",
            "资料",
            "文件",
            "附件",
            "其他",
            "其它",
            "证据",
            "相关材料",
            "有关材料",
            "其他材料",
        ),
        *("佐证材料", "证明材料", "支撑材料", "相关资料", "有关资料", "其他资料", "证明资料"),
        *("佐证资料", "相关文件", "有关文件", "证明文件", "其他文件", "相关证明", "document"),
        *("documents", "evidence", "file", "files", "material", "materials", "other", "others"),
        *("proof", "supportingmaterial", "supportingmaterials", "relevantdocuments"),
    )
)
"""Titles that any file would fit, as `folded` and without 等 at the end."""


def without_evidence(criteria: Criteria) -> Iterator[Fault]:
    """Yield scored indicators that name no evidence."""
    for loc, one in leaves(criteria):
        if not one.is_veto and not one.evidence:
            yield Fault((*loc, "id"), N_("{id} names no evidence"), params={"id": one.id})


def vague_items(criteria: Criteria) -> Iterator[Fault]:
    """Yield items whose title any file would fit."""
    for loc, _, item in items(criteria):
        title = folded(item.title).removesuffix("等")
        if title in GENERIC or len(title) < 2:
            yield Fault(
                (*loc, "title"), N_("any file could be '{title}'"), params={"title": item.title}
            )


def items_alike(criteria: Criteria) -> Iterator[Fault]:
    """Yield items of one indicator that have the same title."""
    for loc, one in leaves(criteria):
        places = (
            ((*loc, "evidence", index, "title"), item.title, item)
            for index, item in enumerate(one.evidence)
        )
        for where, item, first in repeated(places):
            yield Fault(
                where,
                N_("items {first} and {second} are both '{title}'"),
                params={"first": first.id, "second": item.id, "title": item.title},
            )


def only_optional(criteria: Criteria) -> Iterator[Fault]:
    """Yield base indicators that name evidence and require none, nor count from a register."""
    for loc, one in leaves(criteria):
        counted = getattr(one.rule, "metric", None) or getattr(one.rule, "register_id", None)
        optional = one.evidence and not any(item.required for item in one.evidence)
        if one.is_base and optional and not counted:
            yield Fault(
                (*loc, "evidence"), N_("{id} requires none of its evidence"), params={"id": one.id}
            )


def same_evidence(criteria: Criteria) -> Iterator[Fault]:
    """Yield base indicators that expect exactly the items that an earlier one expects."""
    first: dict[frozenset[str], str] = {}
    for loc, one in leaves(criteria):
        asked = frozenset(folded(item.title) for item in one.evidence)
        if not asked or not one.is_base:
            continue
        before = first.setdefault(asked, one.id)
        if before != one.id:
            yield Fault(
                (*loc, "evidence"),
                N_("{id} expects the same evidence as {other}"),
                params={"id": one.id, "other": before},
            )


def counted_twice(criteria: Criteria) -> Iterator[Fault]:
    """Yield rules that count what another indicator's rule counts already."""
    counts = [
        *(((*loc, "metric"), rule.metric or "", one)
          for loc, one, rule in with_rule(criteria, RatioRule)),
        *(((*loc, "register"), _rows(rule), one)
          for loc, one, rule in with_rule(criteria, PeriodicRule)),
    ]  # fmt: skip
    first: dict[str, str] = {}
    for loc, what, one in counts:
        if what and first.setdefault(what, one.id) != one.id:
            yield Fault(
                loc,
                N_("{id} counts what {other} counts"),
                params={"id": one.id, "other": first[what]},
            )


def deducted_twice(criteria: Criteria) -> Iterator[Fault]:
    """Yield defects that cost points in two places."""
    places = (
        ((*loc, "defects", index, "label"), defect.label, (one.id, defect))
        for loc, one, rule in with_rule(criteria, DeductRule)
        for index, defect in enumerate(rule.defects)
    )
    for where, (name, defect), (before, _) in repeated(places):
        yield Fault(
            where,
            N_("'{label}' costs points in {other} and in {id}"),
            params={"label": defect.label, "id": name, "other": before},
        )


def _rows(rule: PeriodicRule) -> str:
    parts = (rule.register_id, rule.where or "", rule.column or "", rule.every)
    return " ".join(map(str, parts)) if rule.register_id else ""
