"""The small server."""

import shutil
import threading
import urllib.error
import urllib.request

import pytest
from click.testing import CliRunner

from amanah.commands.build import serve as command
from amanah.site.serve import PortInUse, address, not_found_page, open_server


@pytest.fixture
def served(tmp_path):
    for path, text in {
        "index.html": "home",
        "404.html": "tidak ada",
        "en/404.html": "not there",
        "en/index.html": "en",
    }.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    (tmp_path / "en/empty").mkdir()
    (tmp_path / "a.js").write_text("1")
    server = open_server(tmp_path, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address(server)
    server.shutdown()
    server.server_close()


def get(url):
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.read().decode(), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), error.headers


def test_pages_and_types(served):
    assert get(served)[:2] == (200, "home")
    assert get(served + "en/")[:2] == (200, "en")
    assert get(served + "a.js")[2]["Content-Type"] == "text/javascript"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nothing.html", "tidak ada"),
        ("en/nothing.html", "not there"),
        ("en/a/b", "not there"),
        ("ms/x", "tidak ada"),
        ("en/empty/", "not there"),
    ],
)
def test_a_wrong_address_gets_the_page_of_its_language(served, path, said):
    status, text, headers = get(served + path)
    assert (status, text) == (404, said) and headers["Content-Type"].startswith("text/html")


def test_no_way_out_of_the_folder(served):
    assert get(served + "..%2f..%2fetc/passwd")[0] == 404


def test_not_found_page_is_none_where_there_is_none(tmp_path):
    assert not_found_page(tmp_path, "/en/x") is None


def test_a_port_in_use_is_one_sentence(served, tmp_path):
    port = int(served.rstrip("/").rpartition(":")[2])
    with pytest.raises(PortInUse) as stopped:
        open_server(tmp_path, port)
    assert str(port) in str(stopped.value) and "--port" in str(stopped.value) and "\n" not in str(stopped.value)


# --- the command


def test_a_port_in_use_is_known_before_any_work(served, tmp_path):
    port = served.rstrip("/").rpartition(":")[2]
    result = CliRunner().invoke(command, ["--port", port, str(tmp_path)])
    assert result.exit_code == 2 and f"Port {port} is in use" in result.output and result.output.count("\n") == 1


def test_an_error_of_the_check_stops_before_building(root, tmp_path):
    course = tmp_path / "course"
    shutil.copytree(root / "docs", course / "docs")
    shutil.copytree(root / "quizzes", course / "quizzes")
    shutil.copy(root / "mkdocs.yml", course)
    bank = next((course / "quizzes").glob("*.yml"))
    bank.write_text(bank.read_text("utf-8") + "  - [\n", "utf-8")
    result = CliRunner().invoke(command, ["--port", "0", str(course)])
    assert result.exit_code == 1 and "nothing was built or served" in result.output
    assert f"quizzes/{bank.name}:" in result.output and "Traceback" not in result.output
    assert not (course / "site").exists()
