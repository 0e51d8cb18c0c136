"""A PostgreSQL server on loopback in a folder of its own, which ends with the tests."""
import glob
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time

PASSWORD = "geheim"


def programs():
    """The folder of the server's programs; None where it is not installed."""
    folders = [path for path in glob.glob("/usr/lib/postgresql/*/bin") if os.path.exists(path + "/initdb")]
    if folders:
        return max(folders, key=lambda path: int(path.split("/")[4]))
    found = shutil.which("initdb")
    return os.path.dirname(os.path.realpath(found)) if found else None


def missing():
    """Why no server can be started here; None where one can."""
    return None if programs() and shutil.which("psql") else "postgresql is not installed"


class PostgresServer:
    """A server; leaving the `with` block ends it. It does not run as root, so root starts it as the user postgres."""

    def __init__(self, settings=""):
        self.settings = settings

    def __enter__(self):
        self._scratch = tempfile.TemporaryDirectory(prefix="minsheng-pg-", ignore_cleanup_errors=True)
        self.folder = pathlib.Path(self._scratch.name)
        self.data = self.folder / "data"
        self._owner = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self._owner:
            os.chown(self.folder, self._owner.pw_uid, self._owner.pw_gid)
            os.chmod(self.folder, 0o755)
        self._run("initdb", "-D", self.data, "-U", "postgres", "-E", "UTF8", "--locale=C", "-A", "scram-sha-256", "--no-sync",
                  "--pwfile", self._file("password", PASSWORD + "\n"))  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write(
                f"port = {self.port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{self.folder}'\nfsync = off\n"
                f"shared_buffers = '64MB'\nwal_level = logical\n{self.settings}\n"
            )
        self.start()
        return self

    def __exit__(self, *_):
        self.stop("immediate")
        self._scratch.cleanup()

    def _file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        if self._owner:
            os.chown(path, self._owner.pw_uid, self._owner.pw_gid)
        return path

    def _run(self, program, *arguments):
        owner = {"user": self._owner.pw_uid, "group": self._owner.pw_gid, "extra_groups": []} if self._owner else {}
        done = subprocess.run(
            [f"{programs()}/{program}", *map(str, arguments)], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=60, env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, **owner,
        )  # fmt: skip
        if done.returncode:
            raise AssertionError(f"{program}: {done.stdout.decode()}")

    def start(self, *options):
        self._run("pg_ctl", "-D", self.data, "-l", self.folder / "log", "-w", "-t", "30", *options, "start")

    def stop(self, how="fast"):
        pid = self.pid
        if pid is None:
            return
        try:
            self._run("pg_ctl", "-D", self.data, "-m", how, "-w", "-t", "30", "stop")
        except AssertionError:
            os.kill(pid, signal.SIGKILL)

    @property
    def pid(self):
        """The first process of the server; None while it does not run."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n")[0])
            os.kill(pid, 0)
        except (OSError, ValueError):
            return None
        return pid

    def address(self, database="postgres", user="postgres", password=PASSWORD, parameters=""):
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}{parameters}"

    def sql(self, statements, database="postgres", **options):
        """What psql prints, without heads; it stops at the first error."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", self.address(database, **options), "-f", "-"],
            input=statements.encode(), capture_output=True, timeout=60, env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode().rstrip("\n")

    def wait_for(self, statement, wanted, database="postgres", seconds=10):
        deadline = time.monotonic() + seconds
        while (found := self.sql(statement, database)) != wanted:
            if time.monotonic() > deadline:
                raise AssertionError(f"{statement}: {found!r}, not {wanted!r}")
