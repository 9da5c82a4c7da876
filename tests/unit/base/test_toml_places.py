import pytest

from rolcheck.base.toml_places import Loc, find_places

TEXT = '''# 注释
title = """
[not.a.table]
x = "\\"""" # the end
a.b . "c d" = { p = [1, { q = 'x]' } , ], r = 2023-01-01 10:00:00 }

[[list]]  # first
id = 'one'
[list.sub]
k = [
  1, # a comment ]
  [ "2" ],
]
[[list.deep]]
v = """"quoted""""
[[list.deep]]
[[list]]
id = 'two'
  [ list . sub ]
[plain.nested]
'''


@pytest.mark.parametrize(
    ("loc", "at", "place"),
    [
        (("title",), "value", (2, 9)),
        (("a", "b", "c d"), "value", (5, 15)),
        (("a", "b", "c d"), "key", (5, 7)),
        (("a", "b"), "table", (5, 3)),
        (("a", "b", "c d", "p", 0), "value", (5, 22)),
        (("a", "b", "c d", "p", 1, "q"), "value", (5, 31)),
        (("a", "b", "c d", "p", 1, "zzz"), "table", (5, 25)),
        (("a", "b", "c d", "r"), "value", (5, 47)),
        (("list",), "value", (7, 1)),
        (("list",), "key", (7, 3)),
        (("list", 0, "id"), "value", (8, 6)),
        (("list", 0, "missing"), "table", (7, 1)),
        (("list", 0, "sub", "missing"), "table", (9, 1)),
        (("list", 0, "sub"), "key", (9, 7)),
        (("list", 0, "sub", "k", 1, 0), "value", (12, 5)),
        (("list", 0, "deep", 0, "v"), "value", (15, 5)),
        (("list", 0, "deep", 1, "v"), "table", (16, 1)),
        (("list", 1, "id"), "value", (18, 6)),
        (("list", 1, "sub", "x"), "table", (19, 3)),
        (("list", 1, "sub"), "key", (19, 12)),
        (("plain", "x"), "table", (20, 1)),
        (("nothing",), "table", (1, 1)),
        (("nothing", 3, "at all"), "value", (1, 1)),
    ],
)
def test_keys_values_and_tables_are_found(loc: Loc, at: str, place: tuple[int, int]) -> None:
    assert find_places(TEXT).place(loc, at) == place
