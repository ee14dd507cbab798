"""The command `amanah`. Each command lives in its own file under commands/ and is loaded only when it is called."""

from importlib import import_module

import click

COMMANDS = {
    "check": "amanah.commands.check:check",
    "quiz": "amanah.commands.quiz:quiz",
    "translate": "amanah.commands.translate:translate",
    "build": "amanah.commands.build:build",
    "serve": "amanah.commands.build:serve",
}


class LazyGroup(click.Group):
    """A group that imports a command when it is named, so that `amanah check` never waits for the site engine."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Amanah: reads, checks and builds the course. Run it from the project's root or name the root."""
