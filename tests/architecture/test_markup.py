"""No text of anyone's reaches Textual as markup."""

import ast

import pytest

from tests.architecture.markup import faults, known
from tests.architecture.sources import modules


def test_widgets_that_parse_markup_are_given_text_made_by_plain() -> None:
    sources = modules("tui")
    facts = known(tuple(module.tree for module in sources))

    found = [
        f"{module.path}:{line}: {callee}"
        for module in sources
        for line, callee in faults(module.tree, facts)
    ]

    assert found == [], "give it plain(...), a Content or a Text, or say markup=False"
    assert sources


@pytest.mark.parametrize(
    "line",
    [
        "Static(name)",
        "Static(f'{name}')",
        "Static('[bold]')",
        "Label(_('Submission'))",
        "Label(str(name))",
        "Label(plain(name) if name else name)",
        "Button('go: ' + name)",
        "Button(label=name)",
        "Option(name, id='x')",
        "Tree(name)",
        "tree.root.add_leaf(name)",
        "table.add_row(plain('a'), name)",
        "table.add_row(*names)",
        "table.add_row(*(x for x in names))",
        "table.add_columns(*map(_, names))",
        "table.update_cell('row', 'column', name)",
        "self.notify(_('saved'))",
        "self.app.notify(name, title='x')",
        "self.tooltip = name",
        "self.border_title = f'{name}'",
        "Static(plain('x'), tooltip=name)",
        "self.query_one(Static).update(f'{name}')",
        "self.query_one(Static).update(_('saved'))",
        "self.query_one(Static).update(name.format(1))",
        "Content.from_markup(name)",
        "text = name; Static(text)",
        "Row(name)",
        "Hit(1, name, run)",
    ],
)
def test_a_plain_str_is_found(line: str) -> None:
    assert found_in(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "Static()",
        "Static('')",
        "Static('-', id='x')",
        "Static(plain(name))",
        "Static(name, markup=False)",
        "Label(Content(name).stylize('bold'))",
        "Label(Content.styled(name, '$text-muted'))",
        "Label(Content(' ').join(parts))",
        "Label(self.cell(name))",
        "Label(plain(name) if name else Content(''))",
        "Label(plain(name) + Content('x'))",
        "Option(plain(name), id=name)",
        "table.add_row(plain(name), *map(plain, names), key=name)",
        "table.add_row(*(plain(x) for x in names))",
        "table.add_columns(*[plain(x) for x in names])",
        "table.update_cell(name, name, plain(name))",
        "self.notify(name, markup=False)",
        "self.tooltip = plain(name)",
        "self.tooltip = None",
        "self.query_one(Static).update(text)",
        "seen.update(names)",
        "text = plain(name); more = text; Static(more)",
        "Row(plain(name))",
        "Hit(1, plain(name), run)",
        "Input(placeholder=name)",
    ],
)
def test_text_made_by_the_helper_passes(line: str) -> None:
    assert found_in(line) == []


def test_a_base_class_that_parses_is_not_given_a_str_through_super() -> None:
    code = "class Row(Static):\n def __init__(self, name: str) -> None:\n  super().__init__({})"

    assert found(code.format("name")) != []
    assert found(code.format("plain(name)")) == []


def test_a_widget_does_not_draw_itself_as_a_str() -> None:
    code = "class Row(Widget):\n def render(self) -> {}:\n  return x"

    assert found(code.format("str")) != []
    assert found(code.format("Content")) == []


def test_a_class_of_ours_may_have_the_name_of_one_of_textuals() -> None:
    use = "def f(name: str) -> None:\n Option(name)"

    assert found("from textual.widgets.option_list import Option\n" + use) != []
    assert found("from rolcheck.tui.screens.chooser import Option\n" + use) == []


def found_in(line: str) -> list[tuple[int, str]]:
    return found(
        "class Row(Static):\n pass\n"
        "def cell(x: str) -> Content:\n return plain(x)\n"
        f"def compose(self, name: str, names: list[str]) -> None:\n {line}\n"
    )


def found(code: str) -> list[tuple[int, str]]:
    tree = ast.parse(code)
    return list(faults(tree, known((tree,))))
