#!/usr/bin/env python3
"""Sets up Amanah once and then runs a command in its environment.

    python3 run.py site [--port N]   check, build and serve the site; prints its address
    python3 run.py test [ARGS]       run every check and test (ARGS go to pytest)
    python3 run.py amanah ARGS       any amanah command: check, build, quiz review ...
"""
# Only the standard library, and only syntax that an old Python can read: it then gets a sentence and not a traceback.
import hashlib
import os
import shutil
import subprocess
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
SCRIPTS = os.path.join(ROOT, "scripts")
STAMP = os.path.join(VENV, "amanah-environment")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def stop(sentence):
    """Ends with one sentence that says what to do, and exit status 2."""
    sys.stderr.write("run.py: " + sentence + "\n")
    sys.exit(2)


def say(sentence):
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def read(path):
    with open(path, "rb") as file:
        return file.read()


def call(command, quiet=False):
    """Runs a command; returns (exit status, what it said when quiet)."""
    try:
        if not quiet:
            return subprocess.call(command, cwd=ROOT), ""
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = process.communicate()[0].decode("utf-8", "replace")
        return process.returncode, said
    except OSError as error:
        return 127, str(error)


def python():
    inside = os.path.join("Scripts", "python.exe") if os.name == "nt" else os.path.join("bin", "python")
    return os.path.join(VENV, inside)


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no message"


# --- the environment -----------------------------------------------------------------------------------------


def fingerprint():
    """What an environment was made from: lock, Python and place. It is made anew when one of them changes."""
    parts = [read(os.path.join(ROOT, "uv.lock")), sys.version.encode(), ROOT.encode("utf-8")]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def prepared_for():
    """The set that is installed ("site" or "test", which holds site), or "" when there is none that fits."""
    if not os.path.exists(STAMP) or not os.path.exists(python()):
        return ""
    mark, _, kind = read(STAMP).decode("utf-8").partition(" ")
    return kind if mark == fingerprint() else ""


def find_uv():
    path = shutil.which("uv")
    if path:
        return [path]
    return [sys.executable, "-m", "uv"] if call([sys.executable, "-m", "uv", "--version"], quiet=True)[0] == 0 else None


def install_with_uv(uv, kind):
    groups = ["--group", "test"] if kind == "test" else []
    return call(uv + ["sync", "--frozen", "--quiet", "--python", sys.executable] + groups, quiet=True)


def make_venv():
    status, said = call([sys.executable, "-m", "venv", "--clear", VENV], quiet=True)
    if status and "ensurepip" in said and is_debian() and become_root() is not None:
        say("Installing python3-venv (this Debian's Python comes without it) ...")
        apt_install("python%d.%d-venv" % sys.version_info[:2])
        status, said = call([sys.executable, "-m", "venv", "--clear", VENV], quiet=True)
    if status and "ensurepip" in said:
        stop("this Python cannot make a virtual environment; install its venv package "
             "(Debian: apt install python3-venv) and start again.")
    return status, said


def install_with_pip(kind):
    status, said = make_venv()
    if status:
        return status, said
    name = "requirements-test.txt" if kind == "test" else "requirements.txt"
    pip = [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return call(pip + ["-r", os.path.join(ROOT, name)], quiet=True)


def prepare(kind):
    """Makes .venv from the lock, with uv where it can be had, else venv + pip. Does nothing when it is there."""
    if prepared_for() in (kind, "test"):
        return
    say("Setting up the environment (first start or changed lock; about half a minute) ...")
    if os.path.exists(STAMP):
        os.remove(STAMP)
    uv = find_uv()
    status, said = install_with_uv(uv, kind) if uv else (1, "")
    if status:
        status, said = install_with_pip(kind)
    if status:
        stop("the packages could not be fetched; the first start needs a network, later ones do not. "
             "Connect and start again. (" + last_line(said) + ")")
    where = subprocess.check_output([python(), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"])
    with open(os.path.join(where.decode("utf-8").strip(), "amanah.pth"), "w") as file:
        file.write(SCRIPTS + "\n")
    with open(STAMP, "w") as file:
        file.write(fingerprint() + " " + kind)


# --- the browser for the tests -------------------------------------------------------------------------------


def is_debian():
    try:
        release = read("/etc/os-release").splitlines()
    except (IOError, OSError):
        return False
    return b"ID=debian" in release and bool(shutil.which("apt-get"))


def become_root():
    """The words to put before a command that needs root, or None when that cannot be had without a question."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and call(["sudo", "-n", "true"], quiet=True)[0] == 0:
        return ["sudo", "-n"]
    return None


def apt_install(*packages):
    root = become_root()
    call(root + ["apt-get", "update", "-qq"], quiet=True)
    install = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq"]
    return call(root + install + list(packages), quiet=True)


def find_browser():
    named = os.environ.get("AMANAH_BROWSER")
    if named:
        return named if os.path.exists(named) else stop("AMANAH_BROWSER names %s, which is not there." % named)
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def prepare_browser():
    """Finds Chromium or installs it: Debian's package where that is possible, Playwright's own build elsewhere."""
    path, said = find_browser(), ""
    if not path and is_debian() and become_root() is not None:
        say("Installing Chromium for the browser tests ...")
        said = apt_install("chromium", "fonts-noto-core")[1]
        path = find_browser()
    if path:
        os.environ["AMANAH_BROWSER"] = path
        return
    status, said = call([python(), "-m", "playwright", "install", "chromium"], quiet=True)
    if status:
        stop("no browser for the tests could be found or fetched; install Chromium and start again, or name one in "
             "AMANAH_BROWSER. (" + last_line(said) + ")")


# --- the commands --------------------------------------------------------------------------------------------


def site(args):
    prepare("site")
    return call([python(), "-m", "amanah", "serve"] + args)[0]


def amanah(args):
    prepare("site")
    return call([python(), "-m", "amanah"] + args)[0]


def test(args):
    """Everything that must hold before a change is taken. Every step runs; one that fails gives exit status 1."""
    prepare("test")
    prepare_browser()
    steps = [
        ("ruff", [python(), "-m", "ruff", "check", "."]),
        ("types", [python(), "-m", "mypy"]),
        ("amanah check", [python(), "-m", "amanah", "check", "--lang", "en"]),
        ("tests", [python(), "-m", "pytest"] + args),
    ]
    failed = []
    for name, command in steps:
        say("== " + name)
        if call(command)[0]:
            failed.append(name)
    if failed:
        say("Failed: " + ", ".join(failed))
    return 1 if failed else 0


def main():
    if sys.version_info[:2] < OLDEST:
        stop("Amanah needs Python %d.%d or newer; this is %d.%d. Start it with a newer one, for example: "
             "python3.12 run.py site" % (OLDEST + tuple(sys.version_info[:2])))
    commands = {"site": site, "test": test, "amanah": amanah}
    if len(sys.argv) < 2 or sys.argv[1] not in commands:
        sys.stderr.write(__doc__)
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    try:
        return commands[sys.argv[1]](sys.argv[2:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
