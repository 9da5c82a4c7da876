"""Finds text that Textual would parse as markup.

A plain ``str`` given to many of Textual's widgets is markup: ``[x]`` vanishes, ``[/第3页]`` stops
the app, ``[@click=...]`` runs an action. So what such a widget is given must be seen to be Text or
Content: made by `plain`, by Content or Text, or by something annotated to return one of them.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

SAFE_TYPES = {"Content", "Text", "Option", "Separator", "Selection", "Segment", "Strip"}
MAKERS = SAFE_TYPES | {"plain"}
CONVERTERS = {"tuple", "list", "reversed", "sorted"}

WIDGETS = {
    "Button", "Checkbox", "Collapsible", "DiscoveryHit", "Hit", "Label", "Link", "Option",
    "RadioButton", "Selection", "Static", "Tab", "TabPane", "ToggleButton", "Tree",
}  # fmt: skip
METHODS = {
    "add_column",
    "add_columns",
    "add_leaf",
    "add_row",
    "notify",
    "set_label",
    "with_tooltip",
}
LAST_ARGUMENT = {"replace_option_prompt", "replace_option_prompt_at_index"}
CELL_UPDATES = {"update_cell": 2, "update_cell_at": 1}
UPDATES = {"update", "add", "add_option"}  # other classes have methods of these names too
ATTRIBUTES = {"border_subtitle", "border_title", "label", "tooltip"}
KEYWORDS = {"tooltip", "label", "prompt", "title", "border_title", "border_subtitle"}
PLAIN_KEYWORDS = {"notify": {"title"}}  # a toast's title is never parsed
FIRST_ONLY = {"add_column", "add_leaf", "notify", "set_label", "with_tooltip"}
SECOND_TOO = {"Hit", "DiscoveryHit"}  # score or display first, then display or command
PARSERS = {"from_markup", "escape_markup"}


@dataclass(frozen=True)
class Known:
    """What the sources say.

    Attributes:
        functions: Functions and attributes that give text which is never parsed.
        widgets: Classes of which a plain str is parsed.
    """

    functions: frozenset[str]
    widgets: frozenset[str]


def known(trees: tuple[ast.Module, ...]) -> Known:
    """Collect annotated functions and attributes, and the widgets derived from Textual's."""
    functions: set[str] = set()
    derived: set[str] = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        match node:
            case ast.FunctionDef(name=name, returns=returns) if _is_text_type(returns):
                functions.add(name)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                if _is_text_type(annotation):
                    functions.add(name)
            case ast.ClassDef(name=name, bases=bases) if not _has_init(node):
                if any(_name(base) in WIDGETS for base in bases):
                    derived.add(name)
    return Known(frozenset(functions), frozenset(derived))


def faults(tree: ast.Module, facts: Known) -> Iterator[tuple[int, str]]:
    """Yield line and callee wherever a text may be parsed as markup."""
    facts = replace(facts, widgets=facts.widgets | (WIDGETS - _ours(tree)))
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _faults_of(scope, facts, _base_widget(tree, scope))


def _faults_of(
    scope: ast.FunctionDef | ast.AsyncFunctionDef, facts: Known, derived: bool
) -> Iterator[tuple[int, str]]:
    safe = _Safe(facts, _locals(scope, facts))
    if scope.name == "render" and _name(scope.returns) == "str":
        yield scope.lineno, "render() -> str"
    for node in ast.walk(scope):
        match node:
            case ast.Call() if not all(map(safe, _watched(node, facts, derived))):
                yield node.lineno, _name(node.func)
            case ast.Call(func=ast.Attribute(attr=name)) if name in PARSERS:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in UPDATES:
                if _is_plain_text(first):
                    yield node.lineno, name
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
                if name in ATTRIBUTES and not safe(value):
                    yield node.lineno, name


def _watched(call: ast.Call, facts: Known, derived: bool) -> list[ast.expr]:
    """Return those arguments of `call` that a widget would parse."""
    name = _name(call.func)
    is_super = isinstance(call.func, ast.Attribute) and _is_super(call.func.value)
    watched = (
        name in facts.widgets or name in METHODS or (is_super and name == "__init__" and derived)
    )
    if not watched and name in CELL_UPDATES:
        return call.args[CELL_UPDATES[name] : CELL_UPDATES[name] + 1]
    if not watched and name in LAST_ARGUMENT:
        return call.args[-1:]
    if not watched or _says_no_markup(call):
        return []
    if name in SECOND_TOO:
        return call.args[: 2 if name == "Hit" else 1][-1:] + _keywords(call, name)
    first = call.args[:1] if name in FIRST_ONLY or name not in METHODS else call.args
    return [*first, *_keywords(call, name)]


def _keywords(call: ast.Call, name: str) -> list[ast.expr]:
    names = KEYWORDS - PLAIN_KEYWORDS.get(name, set())
    return [keyword.value for keyword in call.keywords if keyword.arg in names]


def _says_no_markup(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in call.keywords
    )


@dataclass(frozen=True)
class _Safe:
    """Tells whether an expression is seen to be Text or Content."""

    facts: Known
    names: frozenset[str]

    def __call__(self, node: ast.expr) -> bool:  # noqa: PLR0911 (one line a kind of expression)
        match node:
            case ast.Constant(value=value):
                return not isinstance(value, str) or "[" not in value
            case ast.Name(id=name):
                return name in self.names
            case ast.Attribute(attr=name):
                return name in self.facts.functions
            case ast.Call():
                return self._call(node)
            case ast.IfExp(body=body, orelse=orelse):
                return self(body) and self(orelse)
            case ast.BoolOp(values=values):
                return all(map(self, values))
            case ast.BinOp(left=left, right=right):
                return _is_made(left) and self(left) and self(right)
            case ast.Starred(value=value) | ast.NamedExpr(value=value):
                return self(value)
            case ast.GeneratorExp(elt=elt) | ast.ListComp(elt=elt):
                return self(elt)
            case ast.Tuple(elts=elts) | ast.List(elts=elts):
                return all(map(self, elts))
        return False

    def _call(self, node: ast.Call) -> bool:
        name = _name(node.func)
        if name in MAKERS or name in self.facts.functions:
            return True
        if name == "map" or name in CONVERTERS:
            head = node.args[0]
            return _name(head) in MAKERS | self.facts.functions or self(head)
        if isinstance(node.func, ast.Attribute):
            return _is_made(node.func.value) or self(node.func.value)
        return name in self.facts.widgets


def _locals(scope: ast.FunctionDef | ast.AsyncFunctionDef, facts: Known) -> frozenset[str]:
    """Return the names that hold safe text in `scope`: annotated, or assigned nothing else."""
    given = [*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs]
    found = {arg.arg for arg in given if _is_text_type(arg.annotation)}
    assigned: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
                found |= {name} if _is_text_type(annotation) else set()
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                assigned.setdefault(name, []).append(value)
    for _ in assigned:  # a name may be made of one that is assigned above it
        test = _Safe(facts, frozenset(found))
        found |= {name for name, values in assigned.items() if all(map(test, values))}
    return frozenset(found)


def _is_text_type(annotation: ast.expr | None) -> bool:
    """Tell whether an annotation is made of safe types and containers alone."""
    if annotation is None:
        return False
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = ast.parse(annotation.value, mode="eval").body
    names = {
        _name(node) for node in ast.walk(annotation) if isinstance(node, ast.Name | ast.Attribute)
    }
    return bool(names & SAFE_TYPES) and "str" not in names


def _is_made(node: ast.expr) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=inner)):
            return _name(node.func) in MAKERS or _is_made(inner)
        case ast.Call():
            return _name(node.func) in MAKERS
        case ast.Name(id=name):
            return name in SAFE_TYPES
    return False


def _is_plain_text(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return "[" in text
        case ast.JoinedStr():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in ("_", "ngettext", "str")
        case ast.Call(func=ast.Attribute(attr=name, value=inner)):
            return name in ("format", "join") and not _is_made(inner)
        case ast.BinOp(left=left, right=right):
            return _is_plain_text(left) or _is_plain_text(right)
    return False


def _base_widget(tree: ast.Module, scope: ast.AST) -> bool:
    """Tell whether `scope` is a method of a class derived from one of Textual's parsing widgets."""
    return any(
        scope in node.body and any(_name(base) in WIDGETS for base in node.bases)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    )


def _ours(tree: ast.Module) -> set[str]:
    """Return the names that a module defines itself or takes from rolcheck, not from Textual."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                found.add(name)
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("rolcheck"):
                found |= {alias.asname or alias.name for alias in names}
    return found


def _has_init(node: ast.ClassDef) -> bool:
    return any(isinstance(item, ast.FunctionDef) and item.name == "__init__" for item in node.body)


def _is_super(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name(node.func) == "super"


def _name(node: ast.expr | None) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Subscript(value=value):
            return _name(value)
    return ""
