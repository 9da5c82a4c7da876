from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.base.isolated import LARGEST_FILE, Limits, run_isolated

TASKS = "tests.unit.base.isolated_tasks"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "佐证.bin"
    path.write_bytes("材料".encode())
    return path


def test_what_the_task_gives_comes_back(file: Path) -> None:
    assert run_isolated(f"{TASKS}:count", file) == {"bytes": 6, "text": "材料"}


def test_a_file_that_the_task_refuses_is_named_with_its_reason(file: Path) -> None:
    with pytest.raises(InputError, match=r"佐证\.bin: no use for 6 bytes") as caught:
        run_isolated(f"{TASKS}:refuse", file)

    assert caught.value.hint == "give more"


@pytest.mark.parametrize(
    ("task", "limits"),
    [
        pytest.param("swell", Limits(), id="memory"),
        pytest.param("spin", Limits(cpu_seconds=1), id="processor time"),
        pytest.param("sleep", Limits(wall_seconds=1), id="time"),
        pytest.param("crash", Limits(), id="a crash"),
    ],
)
def test_a_file_that_takes_too_much_is_refused(file: Path, task: str, limits: Limits) -> None:
    with pytest.raises(InputError, match=r"佐证\.bin: the file takes more"):
        run_isolated(f"{TASKS}:{task}", file, limits)


def test_the_child_knows_nothing_of_this_process(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLCHECK_STORE", "postgresql://secret")

    found = run_isolated(f"{TASKS}:surroundings", file)

    assert "ROLCHECK_STORE" not in found["environment"]
    assert found["isolated"] == 1


def test_a_file_beyond_the_limit_is_not_even_handed_over(tmp_path: Path) -> None:
    path = tmp_path / "large"
    with path.open("wb") as large:
        large.truncate(LARGEST_FILE + 1)

    with pytest.raises(InputError, match="larger than 50 MB"):
        run_isolated(f"{TASKS}:count", path)
