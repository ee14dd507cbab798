"""``amanah build`` and ``amanah serve``: from the folders of a course to a site one can read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.option("--out", type=_FOLDER, help="Folder of the site; ROOT/site if left out. It is replaced as a whole.")
@click.argument("root", type=_FOLDER, default=Path())
def build(out: Path | None, root: Path) -> None:
    """Build the site of the course in ROOT (the current folder).

    Exit status: 0 built, 1 not built; the site that stood there before is then untouched.
    """
    _build(root, out or root / "site")


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any free port.")
@click.argument("root", type=_FOLDER, default=Path())
def serve(port: int, root: Path) -> None:
    """Check the course in ROOT, build its site and serve it on this machine.

    Stops before serving when the check or the build finds something that must be mended first.
    """
    from amanah.site import serve as server

    out = root / "site"
    try:
        opened = server.open_server(out, port)  # first, so that a port in use is known before the work is done
    except server.PortInUse as error:
        click.echo(f"amanah serve: {error}", err=True)
        sys.exit(2)
    with opened:
        _check(root)
        _build(root, out)
        click.echo(f"Amanah: {server.address(opened)}  (Ctrl+C stops it)")
        try:
            opened.serve_forever()
        except KeyboardInterrupt:
            click.echo()


def _build(root: Path, out: Path) -> None:
    from amanah.site.build import BuildFailed
    from amanah.site.build import build as build_site

    try:
        build_site(root, out)
    except BuildFailed as error:
        kept = " The site built earlier is unchanged." if out.is_dir() else ""
        click.echo(f"{error}\namanah build: the site was not built.{kept}", err=True)
        sys.exit(1)


def _check(root: Path) -> None:
    """Errors are shown and stop; of warnings only the number is told, `amanah check` lists them."""
    from amanah.check import check as checker
    from amanah.check import report as reports

    try:
        report = checker.check(root)
    except checker.CannotRun as error:
        click.echo(f"amanah serve: {error.words['en']}", err=True)
        sys.exit(2)
    errors = [finding for finding in report.findings if finding.severity == "error" and not finding.waived]
    if errors:
        for finding in errors:
            click.echo(reports.line(finding, "en"), err=True)
        click.echo("amanah serve: mend these first; nothing was built or served.", err=True)
        sys.exit(1)
    click.echo("\n".join(reports.summary(report, "en")))
