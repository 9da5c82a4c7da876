"""`completion`: the script that makes a shell complete commands, options and words."""

import click

from rolcheck.base.messages import N_
from rolcheck.cli.completion import SHELLS, script
from rolcheck.cli.parsing import as_command


@as_command(
    details=N_("Let the shell read it when it starts."),
    examples=(
        'eval "$(rolcheck completion bash)"    # in ~/.bashrc',
        "rolcheck completion fish > ~/.config/fish/completions/rolcheck.fish",
    ),
)
@click.argument("shell", type=click.Choice(SHELLS), metavar="|".join(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script."""
    assert ctx.parent is not None  # a command of the program
    ctx.obj.say(script(ctx.parent.command, shell))
