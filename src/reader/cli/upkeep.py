"""`reader doctor`."""

import click

from reader.cli.context import Context


@click.command("doctor")
@click.option(
    "--rebuild", is_flag=True, help="Make the index anew even if nothing is wrong with it."
)
@click.pass_obj
def doctor_(context: Context, rebuild: bool) -> None:
    """Check everything in the library, say what is wrong, mend what can be mended.

    Damaged notes are set aside and the newest good backup restored. Nothing is deleted.

    \b
    Examples:
      reader doctor
      reader doctor --rebuild
    """
    from reader.library import doctor

    sound = True
    for finding in doctor(context.home, rebuild_index=rebuild):
        click.echo(f"{'✓' if finding.ok else '✗'} {finding.message}")
        sound = sound and finding.ok
    if not sound:
        raise click.exceptions.Exit(1)
