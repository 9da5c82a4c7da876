"""Advice on criteria that have no fault, yet would be weak in use: what a seasoned drafter sees.

Each check has a code for ever; its advice is the `expected` of the problems that it finds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from json import loads

from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.toml import Fault, TomlFile, problems_of
from rolcheck.criteria.linting import levels, material, naming, rewards, unused, weighing
from rolcheck.criteria.linting.leaves import Check
from rolcheck.criteria.loader import CriteriaFile

CODE = "code"
"""What a problem names its check by in `params`."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One check.

    Attributes:
        looks_for: Message id of what it looks for.
        do: Message id of what to do about it, an instruction.
        find: Yields each case; of a fault that expects nothing itself, `do` is expected.
    """

    looks_for: str
    do: str
    find: Check


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a check found: its code in `CHECKS`, and what and where."""

    code: str
    problem: Problem


CHECKS: Mapping[str, Advice] = {
    "L01": Advice(
        N_("a scored indicator that names no evidence"),
        N_("name what is to be handed in, one item a document"),
        material.without_evidence,
    ),
    "L02": Advice(
        N_("an item of evidence that any file would fit"),
        N_("say which document: its kind, its maker, its period"),
        material.vague_items,
    ),
    "L03": Advice(
        N_("two items of one indicator with the same title"),
        N_("say how they differ, or leave one out"),
        material.items_alike,
    ),
    "L04": Advice(
        N_("a base indicator of which no item is required"),
        N_("require at least what a score cannot do without"),
        material.only_optional,
    ),
    "L05": Advice(
        N_("two indicators that expect exactly the same evidence"),
        N_("name what only this one needs, or make one indicator of both"),
        material.same_evidence,
    ),
    "L06": Advice(
        N_("the same count scored in two indicators"),
        N_("count another fact here: one fact is scored once"),
        material.counted_twice,
    ),
    "L07": Advice(
        N_("the same defect deducted in two places"),
        N_("deduct it in one of them: one fact is deducted once"),
        material.deducted_twice,
    ),
    "L11": Advice(
        N_("two areas, groups or indicators with the same title"),
        N_("say in the title what sets it apart"),
        naming.titles_twice,
    ),
    "L12": Advice(
        N_("titles of indicators that share three of five pairs of characters"),
        N_("see whether both ask for the same; if not, say so in the titles"),
        naming.titles_alike,
    ),
    "L13": Advice(
        N_("no English title in a set of which most have one"),
        N_("add title_en"),
        naming.half_translated,
    ),
    "L14": Advice(
        N_("an indicator without guidance"),
        N_("say what reviewers look at, and what against"),
        naming.without_guidance,
    ),
    "L15": Advice(
        N_("guidance that says no more than the title"),
        N_("say which papers are held against each other, and what does not count"),
        naming.guidance_repeats,
    ),
    "L16": Advice(
        N_("a base indicator without an office where others have one"),
        N_("name the office that answers for the material"),
        naming.without_office,
    ),
    "L17": Advice(
        N_("one office written in two ways"),
        N_("write it the same everywhere, or its work falls apart in two"),
        naming.offices_alike,
    ),
    "L18": Advice(
        N_("an office named twice in one indicator"),
        N_("name each office once"),
        naming.office_twice,
    ),
    "L21": Advice(
        N_("points over 3 times, or under a third of, the median of the group"),
        N_("split it, join it with another, or move it to where it is usual"),
        weighing.out_of_line,
    ),
    "L22": Advice(
        N_("a group of one indicator that has its title, or that a mean weighs as a group"),
        N_("put it into a neighbouring group, or add what is missing beside it"),
        weighing.alone_in_group,
    ),
    "L23": Advice(
        N_("a weight that nothing reads"),
        N_("leave it out, or weigh indicators: under sum only theirs count"),
        weighing.unread_weights,
    ),
    "L24": Advice(
        N_("a set that does not say what its base adds up to"),
        N_("add points = ..., so that a slip in one indicator is noticed"),
        weighing.without_sum,
    ),
    "L25": Advice(
        N_("a set that does not say where it comes from"),
        N_("add source = ..., and whether the weights are only illustrative"),
        weighing.without_source,
    ),
    "L26": Advice(
        N_("an indicator that can be n/a, and nothing says when"),
        N_("say in the guidance when it does not apply, or set when-empty"),
        weighing.unclear_absence,
    ),
    "L31": Advice(
        N_("full points that nothing gives"),
        N_("let the best give the full points, or lower these"),
        rewards.out_of_reach,
    ),
    "L32": Advice(
        N_("points that stay whatever is seen"),
        N_("let the worst give 0, unless taking part is what is paid for"),
        rewards.never_lost,
    ),
    "L33": Advice(
        N_("two levels with the same points or the same description"),
        N_("make one level of them, or let the better one give more"),
        levels.levels_alike,
    ),
    "L34": Advice(
        N_("a level that gives points and does not say what has to be seen"),
        N_("describe what two reviewers would both see"),
        levels.levels_unsaid,
    ),
    "L35": Advice(
        N_("a level that gives points for no material"),
        N_("let it give 0"),
        levels.paid_for_nothing,
    ),
    "L36": Advice(
        N_("levels that neither rise nor fall"),
        N_("order the levels by their points"),
        levels.levels_jumbled,
    ),
    "L37": Advice(
        N_("a band that never decides, or that no share reaches"),
        N_("leave it out, or let the harder threshold give more"),
        rewards.bands_idle,
    ),
    "L38": Advice(
        N_("a step between bands over 4 times another"),
        N_("even out the steps, or use linear"),
        rewards.bands_uneven,
    ),
    "L41": Advice(
        N_("a defect or a missing period that costs nothing"),
        N_("say what it costs, or leave it out"),
        rewards.free_defects,
    ),
    "L42": Advice(
        N_("a defect of which one case costs more than all there is"),
        N_("lower it to the full points at most; for what must not happen use a veto"),
        rewards.dear_defects,
    ),
    "L43": Advice(
        N_("steps that do not lead to the highest number"),
        N_("choose a step of which the highest number is a multiple"),
        rewards.steps_off,
    ),
    "L44": Advice(
        N_("a number or an answer that nobody says the meaning of"),
        N_("add a hint or a question: what gives how much"),
        rewards.unsaid_scale,
    ),
    "L45": Advice(
        N_("a veto that does not say what raises it"),
        N_("add describe: which finding by whom raises it"),
        rewards.silent_vetoes,
    ),
    "L51": Advice(
        N_("a bonus cap that the items never reach"),
        N_("lower the cap to what the items give"),
        weighing.idle_cap,
    ),
    "L52": Advice(
        N_("a bonus item that alone gives more than the cap"),
        N_("lower at-most to the cap"),
        weighing.bonus_above_cap,
    ),
    "L53": Advice(
        N_("a bonus of more than a tenth of the base"),
        N_("set bonus-cap to a tenth of the base or less: extras must not decide the ranking"),
        weighing.heavy_bonus,
    ),
    "L61": Advice(
        N_("a register or a parameter of this file that nothing uses"),
        N_("let a rule count from it, or leave it out"),
        unused.unused_tables,
    ),
}
"""By code, in the order in which they are explained."""


def lint(file: CriteriaFile) -> tuple[Remark, ...]:
    """Return what is weak in a criteria set without faults, in the order of the file.

    Args:
        file: The set; its text is read again for the places.

    Raises:
        InputError: The file changed meanwhile, or is gone.
    """
    source = TomlFile(file.criteria, file.path, file.content)
    problems = problems_of(source, _found(file))
    return tuple(Remark(str(problem.params[CODE]), problem) for problem in problems)


def _found(file: CriteriaFile) -> Iterator[Fault]:
    data = loads(file.content)["criteria"]
    for code, advice in CHECKS.items():
        for fault in advice.find(file.criteria):
            if _stands_in(data, fault):
                yield replace(
                    fault,
                    expected=fault.expected or advice.do,
                    params={**fault.params, CODE: code},
                )


def _stands_in(data: Mapping[str, Sequence[object]], fault: Fault) -> bool:
    """Tell whether a fault lies in the file itself: registers of its catalogue come after."""
    table, *rest = fault.loc
    index = rest[0] if rest else None
    return not isinstance(index, int) or index < len(data.get(str(table), ()))
