"""What stands in the way of a start is told in plain sentences, with the exit code that belongs to it."""

from __future__ import annotations

import ast
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pip_failures
import pytest
from exclusive_lock import exclusive_lock

from tests.packaging.small_checkout import ROOT, SmallCheckout

_PARSED_BY_OLD_PYTHONS = ("run.py", "test.py", "supported_python.py")


@pytest.mark.parametrize("version", [(3, 10, 12), (3, 6, 15), (3, 15, 0)])
@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_another_python_is_refused(script: str, version: tuple[int, int, int]) -> None:
    path = str(ROOT / "packaging" / script)
    pretend = (
        f"import runpy, sys; sys.version_info = {version}; sys.argv = [{path!r}]; "
        f"sys.path.insert(0, {str(ROOT / 'packaging')!r}); runpy.run_path({path!r}, run_name='__main__')"
    )

    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 3
    assert "VideoGen Desktop needs Python 3.11 to 3.14; this is" in done.stderr
    assert ".".join(map(str, version)) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", _PARSED_BY_OLD_PYTHONS)
def test_an_old_python_can_read_far_enough_to_refuse(name: str) -> None:
    source = (ROOT / "packaging" / name).read_text("utf-8")

    tree = ast.parse(source, feature_version=(3, 7))
    annotations = [
        annotation
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for annotation in (node.returns, *(argument.annotation for argument in node.args.args))
    ]
    assert "from __future__ import annotations" not in source, "Python 3.6 has no such feature"
    assert not [ast.unparse(it) for it in annotations if isinstance(it, ast.Subscript | ast.BinOp)], (
        "quote it"
    )


def test_no_network(finished: SmallCheckout) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound and not listening: every connection is refused
        done = finished.start(script="test.py", variables=_index(nobody.getsockname()[1]))

    assert done.returncode == 75
    assert "there is no way to the package index" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_index_that_breaks_off_once_is_asked_once_more(
    checkout: SmallCheckout, wheels: Path, tmp_path: Path
) -> None:
    broken_off: list[str] = []

    class Index(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.endswith(".whl"):
                names = (path.name for path in wheels.glob("*.whl"))
                self._answer("".join(f'<a href="/{name}">{name}</a>' for name in names).encode())
            elif broken_off:
                self._answer((wheels / self.path.lstrip("/")).read_bytes())
            else:
                broken_off.append(self.path)
                self._answer(b"PK", 1000)

        def _answer(self, body: bytes, told_length: int | None = None) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(told_length or len(body)))
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Index) as index:
        serving = threading.Thread(target=index.serve_forever)
        serving.start()
        variables = {**_index(index.server_address[1]), "PIP_CACHE_DIR": str(tmp_path / "cache")}
        done = checkout.start(variables=variables)
        index.shutdown()
        serving.join()

    assert broken_off
    assert done.returncode == 0, done.stderr


def test_no_build_for_this_system(finished: SmallCheckout, tmp_path: Path) -> None:
    done = finished.start(script="test.py", variables={"PIP_FIND_LINKS": tmp_path.as_uri()})

    assert done.returncode == 3
    assert "There is no ready build of" in done.stderr


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "disk is full",
        ),
        (
            "SSLError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
            "certificate",
        ),
        ("ERROR: something new", "ERROR: something new"),
    ],
)
def test_other_failures_of_pip(output: str, words: str) -> None:
    error = pip_failures.explained(output)

    assert words in str(error)
    assert error.exit_code == 3


def test_a_package_that_cannot_be_loaded(finished: SmallCheckout) -> None:
    (finished.root / "av.py").write_text("raise ImportError('libmissing.so.1: cannot open')", "utf-8")

    done = finished.start(script="test.py")

    assert done.returncode == 3
    assert "cannot load them: ImportError: libmissing.so.1: cannot open" in done.stderr


def test_a_file_where_the_environment_belongs(checkout: SmallCheckout) -> None:
    checkout.environment.touch()

    done = checkout.start()

    assert done.returncode == 3
    assert f"{checkout.environment} is in the way" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions on folders")
def test_a_checkout_that_may_not_be_written_to(wheels: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # every user may come as far as the checkout
        checkout = SmallCheckout.new(Path(folder) / "checkout", wheels)
        checkout.root.chmod(0o555)
        nobody = 65534 if os.geteuid() == 0 else None  # nothing is forbidden to root
        done = subprocess.run(
            [_python_for_all_users(nobody), *checkout.command()[1:]],
            env=checkout.variables,
            user=nobody,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        checkout.root.chmod(0o755)

    assert done.returncode == 3
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_set_up_that_is_told_to_end_leaves_nothing_running(finished: SmallCheckout) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = subprocess.Popen(
            finished.command(script="test.py"),
            env={**finished.variables, **_index(silent.getsockname()[1])},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        connection, _ = silent.accept()  # pip asks, and waits for an answer
        start.send_signal(signal.SIGTERM)
        _, said = start.communicate(timeout=10)
        connection.close()

    assert start.returncode == 130
    assert "Stopped. Start again to go on." in said
    assert not (finished.environment / "videogen-desktop.json").exists()
    with exclusive_lock(finished.environment / "videogen-desktop.lock", pytest.fail):
        pass  # whatever set-up left running would hold the lock


def _index(port: int) -> dict[str, str]:
    return {
        "PIP_NO_INDEX": "0",
        "PIP_FIND_LINKS": "",
        "PIP_INDEX_URL": f"http://127.0.0.1:{port}/simple",
        "PIP_RETRIES": "1",
    }


def _python_for_all_users(user: int | None) -> str:
    """An interpreter that ``user`` may run: this one may lie in a folder of root's."""
    if user is None:
        return sys.executable
    for name in (sys.executable, "/usr/bin/python3"):
        path = Path(name).resolve()
        if path.exists() and all(folder.stat().st_mode & stat.S_IXOTH for folder in path.parents):
            return str(path)
    pytest.skip("no Python here may be run by another user than root")
