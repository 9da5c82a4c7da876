"""`criteria`: criteria sets at hand, from tables and as tables, and what differs between two."""

from rolcheck.cli.commands.criteria.comparing import diff_command
from rolcheck.cli.commands.criteria.exporting import export_command
from rolcheck.cli.commands.criteria.importing import import_command
from rolcheck.cli.commands.criteria.linting import lint_command
from rolcheck.cli.commands.criteria.showing import list_command, show_command
from rolcheck.cli.parsing import as_group


@as_group(
    examples=(
        "rolcheck criteria list",
        "rolcheck criteria show general --format csv",
        "rolcheck criteria import table.xlsx -o criteria/spring.toml",
        "rolcheck criteria export general --format xlsx -o general.xlsx",
        "rolcheck criteria lint general",
        "rolcheck criteria diff general criteria/spring.toml",
    )
)
def command() -> None:
    """Hold the subcommands."""


for _made in (
    list_command,
    show_command,
    import_command,
    export_command,
    lint_command,
    diff_command,
):
    command.add_command(_made)
