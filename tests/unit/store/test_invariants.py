"""Every fault that verifying can tell belongs to one named invariant."""

import ast
from pathlib import Path

from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.store import verify
from rolcheck.store.invariants import INVARIANTS, held


def messages_of_verify() -> set[str]:
    tree = ast.parse(Path(verify.__file__).read_text("utf-8"))
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "N_"
        and isinstance(node.args[0], ast.Constant)
    }


def test_the_table_names_every_message_once_and_no_other() -> None:
    named = [message for messages in INVARIANTS.values() for message in messages]

    assert len(named) == len(set(named))
    assert set(named) == messages_of_verify()


def test_what_is_broken_is_told_with_the_first_fault_and_the_rest_holds() -> None:
    problem = Problem("event {id} is there twice", Place("x.db", 3), params={"id": "e1"})

    answers = {answer.check: answer for answer in held([problem, problem])}

    broken = answers.pop("events-complete")
    assert broken.seen.format(**broken.params) == (
        "the first of 2: x.db:3: event e1 is there twice"
    )
    assert {answer.state for answer in answers.values()} == {"ok"}
