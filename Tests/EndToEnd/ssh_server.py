"""A real sshd on loopback, set up from the blocks of docs/ssh.md as they stand."""
import getpass
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile

from harness import PROGRAM, ROOT, TABLES, environment, wait_until

GUIDE = ROOT / "docs/ssh.md"


def missing():
    """Why no server can be started here; None where one can."""
    if not shutil.which("ssh") or not find_sshd():
        return "openssh-server and openssh-client are not installed"
    if os.geteuid() == 0 and not pathlib.Path("/run/sshd").is_dir():
        # The folder that a service manager makes before it starts sshd.
        try:
            os.mkdir("/run/sshd", 0o755)
        except OSError:
            return "sshd needs the folder /run/sshd"
    return None


def find_sshd():
    return shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")


def block(kind):
    """A block of the guide by the word behind its fence."""
    return re.search(rf"^```(?:sh )?{kind}\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)[1]


class SSHServer:
    """Leaving the `with` block ends it and all its sessions."""

    def __init__(self, data=TABLES, program=PROGRAM):
        self.data, self.program = data, program

    def __enter__(self):
        # The account of the guide is whoever runs the tests; everything else is as written.
        self.user = getpass.getuser()
        self._scratch = tempfile.TemporaryDirectory(prefix="minsheng-ssh-")
        self.folder = pathlib.Path(self._scratch.name)
        for name in ["host", "district", "city"]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.folder / name], check=True)
        keys = block("authorized_keys")
        for name in ["district", "city"]:
            public = (self.folder / f"{name}.pub").read_text().split()
            keys = keys.replace("ssh-ed25519 AAAA…", f"{public[0]} {public[1]}", 1)
        (self.folder / "keys").write_text(keys)
        settings = block("sshd_config")
        for old, new in {
            "User kanban": f"User {self.user}", "/usr/local/bin/minsheng": self.program, "/srv/minsheng/panjin": str(self.data),
            "/etc/ssh/minsheng_keys": str(self.folder / "keys"),
        }.items():  # fmt: skip
            if old not in settings:
                raise AssertionError(f"docs/ssh.md does not say {old!r}")
            settings = settings.replace(old, new)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        # Debian's own lines, which stand before the guide's; the folder of a test has no owner as strict as /etc.
        (self.folder / "config").write_text(
            f"Port {self.port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\nStrictModes no\n"
            f"AcceptEnv LANG LC_*\nSubsystem sftp /usr/lib/openssh/sftp-server\n{settings}"
        )
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [find_sshd(), "-D", "-e", "-f", self.folder / "config"], stderr=self.log, stdin=subprocess.DEVNULL, start_new_session=True
        )
        wait_until(self._answers, lambda: "sshd does not answer\n" + (self.folder / "log").read_text())
        return self

    def __exit__(self, *_):
        for pid in [pid for pid, parents in self.processes().items() if self.process.pid in parents]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.kill()
        self.process.wait()
        self.log.close()
        self._scratch.cleanup()

    def _answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1) as one:
                return one.recv(4) == b"SSH-"
        except OSError:
            return False

    def options(self, key="city"):
        return [
            "-F", "none", "-i", str(self.folder / key), "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes",
            "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
        ]  # fmt: skip

    def ssh(self, *arguments, key="city"):
        """The command line of a client; options stand before the address, a command behind `--`."""
        options, command = list(arguments), []
        if "--" in options:
            place = options.index("--")
            options, command = options[:place], options[place + 1 :]
        return ["ssh", *self.options(key), "-p", str(self.port), *options, f"{self.user}@127.0.0.1", *command]

    def run(self, *arguments, key="city", **changes):
        return subprocess.run(
            self.ssh(*arguments, key=key), stdin=subprocess.DEVNULL, capture_output=True, env=environment(**changes), timeout=20,
            start_new_session=True,
        )  # fmt: skip

    @staticmethod
    def processes():
        """Each process with those above it."""
        parents = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                parents[int(entry)] = int(pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue

        def above(pid):
            found = []
            while (pid := parents.get(pid, 0)) > 1:
                found.append(pid)
            return found

        return {pid: above(pid) for pid in parents}

    def inside(self):
        """What runs behind sshd, by the name of the program, sshd's own processes apart."""
        found = {}
        for pid, parents in self.processes().items():
            if self.process.pid not in parents:
                continue
            try:
                name = os.path.basename(os.readlink(f"/proc/{pid}/exe"))
            except OSError:
                continue
            if not name.startswith("sshd"):
                found[pid] = name
        return found
