"""Places in TOML, held against tomli: the text at each place is the value that tomli reads."""

from collections.abc import Iterator

import tomli
from hypothesis import given
from hypothesis import strategies as st

from rolcheck.base.toml_places import Loc, find_places

bare = st.text("abcXYZ019_-", min_size=1, max_size=4)
keys = st.one_of(bare, bare.map(lambda key: f'"{key}"'), st.sampled_from(["'a.b'", '"é\\n"', '""']))
blanks = st.sampled_from(["", " ", "\t", "  "])
lines = st.sampled_from(["", " ", "\n", " # ]} \" ''' comment\n", "\n\n  "])
scalars = st.sampled_from(
    [
        "1", "-2", "0.50", "1e3", "true", "inf", "2023-01-02", "2023-01-02 03:04:05", "07:32:00",
        "2023-01-02T03:04:05Z", '""', "''", '"a # ] } ,"', "'a\\'", '"\\"\\\\"', '"""\n[x]\n y = 1 """',
        '""""quoted" """', "'''\n''two'' '''", '"""a\\"""b"""""', "'''x'''''", '"""\\\n   joined"""',
    ]
)  # fmt: skip


@st.composite
def arrays(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    inner = [f"{draw(lines)}{value}{draw(lines)}" for value in draw(st.lists(values, max_size=3))]
    comma = draw(st.sampled_from(["", ","])) if inner else ""
    return f"[{','.join(inner)}{comma}{draw(lines)}]"


@st.composite
def inline(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    names = draw(st.lists(keys, max_size=3, unique_by=lambda key: key.strip("\"'")))
    pairs = [f"{draw(blanks)}{name}{draw(blanks)}={draw(blanks)}{draw(values)}" for name in names]
    return f"{{{','.join(pairs)}{draw(blanks)}}}"


values = st.recursive(scalars, lambda inner: st.one_of(arrays(inner), inline(inner)), max_leaves=5)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw headers, pairs and comments; not all of them are valid together."""
    found = []
    for _ in range(draw(st.integers(1, 6))):
        dotted = f"{draw(blanks)}.{draw(blanks)}".join(draw(st.lists(keys, min_size=1, max_size=3)))
        found.append(
            draw(
                st.sampled_from(
                    [
                        f"[{dotted}]",
                        f"[[{dotted}]]",
                        f"[[ {dotted} ]] # header",
                        f"{draw(blanks)}{dotted} = {draw(values)}",
                        f"{dotted}={draw(values)} # [comment]",
                        "# only a comment",
                        "",
                    ]
                )
            )
        )
    return draw(st.sampled_from(["\n", "\n\n", "\r\n"])).join(found).replace("\r\n", "\n")


def leaves(value: object, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*loc, index))
    else:
        yield loc, value


def tables(value: object, loc: Loc = ()) -> Iterator[Loc]:
    if isinstance(value, dict):
        yield loc
        for key, inner in value.items():
            yield from tables(inner, (*loc, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from tables(inner, (*loc, index))


def parsed(text: str) -> dict[str, object] | None:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError:
        return None


@given(documents())
def test_the_text_at_the_place_of_each_value_is_that_value(text: str) -> None:
    data = parsed(text)
    if data is None:
        return
    found = find_places(text)

    for loc, value in leaves(data):
        start, end = found.values[loc]
        assert repr(tomli.loads(f"x = {text[start:end]}")["x"]) == repr(value)


@given(documents())
def test_each_key_and_each_table_has_a_place(text: str) -> None:
    data = parsed(text)
    if data is None:
        return
    found = find_places(text)

    for loc in tables(data):
        assert loc in found.tables
        if loc and isinstance(loc[-1], str):
            at = text[found.keys[loc] :]
            assert tomli.loads(f"{at[: key_end(at)]} = 1") == {loc[-1]: 1}


def key_end(text: str) -> int:
    """Return where the key at the beginning of `text` ends."""
    if text[0] in "\"'":
        return text.index(text[0], 1) + 1
    return next(
        (i for i, char in enumerate(text) if not (char.isalnum() or char in "_-")), len(text)
    )
