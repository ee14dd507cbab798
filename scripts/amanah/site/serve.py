"""A small server for a built site, for one's own machine: static files, and the right 404 page for each language."""

from __future__ import annotations

import errno
import mimetypes
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
mimetypes.add_type("font/woff2", ".woff2")  # unknown to older systems


class PortInUse(Exception):
    """Something else listens on the port."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder. No listings, no log, nothing kept by the browser without asking again."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = not_found_page(Path(self.directory), self.path) if code == HTTPStatus.NOT_FOUND else None
        if page is None:
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


def not_found_page(folder: Path, address: str) -> Path | None:
    """The 404 page nearest to a wrong address: of the language whose folder it names, else the one at the root."""
    parts = [part for part in unquote(urlsplit(address).path).split("/") if part not in ("", ".", "..")]
    for page in ([folder / parts[0] / "404.html"] if parts else []) + [folder / "404.html"]:
        if page.is_file():
            return page
    return None


def open_server(folder: Path, port: int) -> ThreadingHTTPServer:
    """A server that owns its port already but answers only once `serve_forever` runs. Port 0 means any free one.

    The folder may be made later. Raises PortInUse, with a sentence for the reader.
    """
    handler: Callable[..., Handler] = partial(Handler, directory=str(folder))
    try:
        return _Server((HOST, port), handler)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            why = "is in use by another program" if error.errno == errno.EADDRINUSE else "is not open to you"
            other = f"choose another one with --port, for example --port {port + 1 if port >= 1024 else 8000}"
            raise PortInUse(f"Port {port} {why}; {other}.") from error
        raise


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # A listening port must never be shared silently with another program.
    allow_reuse_port = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up before the end of a file is no news."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def address(server: ThreadingHTTPServer) -> str:
    """Where the server answers."""
    return f"http://{HOST}:{server.server_address[1]}/"


def serve(folder: Path, port: int = 8000) -> None:
    """Serves a built site until it is interrupted; prints the address when it is ready."""
    with open_server(folder, port) as server:
        print(address(server), flush=True)
        server.serve_forever()
