"""Runs a program in a pseudo-terminal of its own, as a person's terminal would.

Nothing here sleeps for a time that is hoped to be long enough: waiting means reading what the program writes until
a condition holds, or failing with the picture of the screen when the time is over.
"""
import atexit
import csv
import fcntl
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import time
import unittest

from emulator import Emulator

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MINSHENG") or ROOT / ".build/debug/minsheng")
TABLES = ROOT / "Data/panjin-2022"
TIMEOUT = 10.0

CURSOR_KEYS = {"Up": "A", "Down": "B", "Right": "C", "Left": "D", "Home": "H", "End": "F"}
KEYS = {
    "Enter": b"\r", "Esc": b"\x1b", "Tab": b"\t", "BackTab": b"\x1b[Z", "Backspace": b"\x7f", "Space": b" ",
    "PgUp": b"\x1b[5~", "PgDn": b"\x1b[6~", "Ctrl-C": b"\x03", "Ctrl-D": b"\x04", "Ctrl-Z": b"\x1a",
    "Ctrl-L": b"\x0c", "Ctrl-R": b"\x12",
}  # fmt: skip


# What one run of the tests remembers is nobody else's.
STATE = tempfile.mkdtemp(prefix="minsheng-state-")
atexit.register(shutil.rmtree, STATE, True)


def environment(**changes):
    """A small environment that does not depend on who runs the tests; None takes a variable away."""
    values = {
        "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": tempfile.gettempdir(), "XDG_STATE_HOME": tempfile.mkdtemp(dir=STATE),
        "TERM": "xterm-256color", "LANG": "C.UTF-8",
    }  # fmt: skip
    values.update(changes)
    return {name: value for name, value in values.items() if value is not None}


def rows_of(name):
    """The rows of one of Panjin's tables, as Python reads it."""
    with open(TABLES / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*arguments, **changes):
    """Runs the program without a terminal: exit status, output and errors as bytes."""
    return subprocess.run(
        [PROGRAM, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=environment(**changes), timeout=30,
        start_new_session=True,
    )


def is_waiting(pid, terminal=-1):
    """Whether a program sleeps with no key and no signal left to handle; true as well once it has ended.

    terminal: a descriptor of the terminal whose keys count.
    """
    try:
        with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
            status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
    except (FileNotFoundError, ProcessLookupError):
        return True
    if status["State"][0] in "ZXT":
        return True
    if terminal >= 0 and waiting_bytes(terminal):
        return False
    # The shells of some tests leave signals blocked; the program has none pending when it is at rest.
    return status["State"][0] == "S" and int(status["ShdPnd"], 16) == 0


def switches(pid):
    """How often a program was taken off a processor, of its own will or not, by all its threads."""
    texts = [(thread / "status").read_text() for thread in pathlib.Path("/proc", str(pid), "task").iterdir()]
    return sum(int(number) for text in texts for number in re.findall(r"ctxt_switches:\s+(\d+)", text))


def waiting_bytes(descriptor):
    """So many bytes wait to be read at an end of a terminal."""
    return struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, b"\0" * 4))[0]


def wait_until(condition, what, pause=0.02, seconds=TIMEOUT):
    """Looks again and again until something holds of which nobody tells."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(what() if callable(what) else what)
        select.select([], [], [], pause)


class Tables:
    """A copy of the tables that a test may damage."""

    def __enter__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="minsheng-")
        self.path = pathlib.Path(self._folder.name) / "tables"
        shutil.copytree(TABLES, self.path)
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def replace(self, name, old, new):
        file = self.path / name
        text = file.read_text("utf-8")
        if old not in text:
            raise AssertionError(f"{name} does not hold {old!r}")
        file.write_text(text.replace(old, new, 1), "utf-8")


class Session:
    """A program on a terminal. Leaving the `with` block kills all that it started."""

    def __init__(
        self, *arguments, command=None, size=(80, 24), stdin=None, controlling=True, ignoring=(), settings=None, folder=None, **changes
    ):
        """
        - command: instead of the program under test.
        - stdin: another standard input than the terminal; `subprocess.DEVNULL`, or "closed" for none at all.
        - controlling: whether the terminal is the controlling one, whose loss sends SIGHUP.
        - ignoring: signals that the program inherits as ignored.
        - settings: changes the attributes of the terminal before the start.
        - folder: where the program begins, if not where the tests run.
        """
        self.master, self.slave = pty.openpty()
        os.set_blocking(self.master, False)
        self.screen = Emulator(*size)
        self.received = bytearray()
        self._set_size(*size)
        if settings:
            attributes = termios.tcgetattr(self.slave)
            settings(attributes)
            termios.tcsetattr(self.slave, termios.TCSANOW, attributes)
        self.attributes_before = termios.tcgetattr(self.slave)
        slave = self.slave

        def prepare():
            if controlling:
                fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for number in ignoring:
                signal.signal(number, signal.SIG_IGN)
            if stdin == "closed":
                os.close(0)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

        self.process = subprocess.Popen(
            command or [PROGRAM, *arguments],
            stdin=self.slave if stdin in (None, "closed") else stdin, stdout=self.slave, stderr=self.slave,
            env=environment(**changes), start_new_session=True, preexec_fn=prepare, cwd=folder,
        )  # fmt: skip
        self._asleep_since = None
        self.pid = self.process.pid
        self._ending = os.pidfd_open(self.pid)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for pid in [*self.members(), self.pid]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        os.close(self._ending)
        self.hang_up()

    # The terminal's side

    def _set_size(self, columns, rows):
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns, rows):
        self.read()
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def hang_up(self):
        """Closes the terminal under the program."""
        if self.master >= 0:
            os.close(self.master)
            os.close(self.slave)
            self.master = self.slave = -1

    @property
    def attributes(self):
        return termios.tcgetattr(self.slave)

    # Typing

    def send(self, *keys):
        """Types keys by their names, or text as it is."""
        for key in keys:
            if key in CURSOR_KEYS:
                introducer = b"\x1bO" if 1 in self.screen.modes else b"\x1b["
                self.write(introducer + CURSOR_KEYS[key].encode())
            else:
                self.write(KEYS[key] if key in KEYS else key.encode())

    def write(self, data):
        """Writes bytes, reading meanwhile so that neither side waits for the other for ever."""
        deadline = time.monotonic() + TIMEOUT
        self._asleep_since = self._switches_or_none()
        while data:
            ready = select.select([self.master], [self.master], [], 0.1)
            if ready[0]:
                self.read()
            if ready[1]:
                try:
                    data = data[os.write(self.master, data[:1024]) :]
                except BlockingIOError:
                    pass
            if self.process.poll() is not None:
                return
            if time.monotonic() > deadline:
                raise AssertionError("the program does not take its input\n" + self.picture())

    # Reading

    def read(self, seconds=0.0):
        """Takes what the program has written, waiting at most so long for it. Returns how many bytes that were."""
        select.select([self.master, self._ending], [], [], seconds)
        count = 0
        while True:
            try:
                data = os.read(self.master, 65536)
            except (BlockingIOError, OSError):
                return count
            if not data:
                return count
            count += len(data)
            self.received += data
            self.screen.feed(data)

    def wait_for(self, wanted, seconds=TIMEOUT):
        """Reads until a text is on the screen, or until a condition on the screen holds."""
        condition = wanted if callable(wanted) else lambda screen: wanted in screen.text
        deadline = time.monotonic() + seconds
        while True:
            self.read()
            if condition(self.screen):
                return self.screen
            left = deadline - time.monotonic()
            if left <= 0 or (self.process.poll() is not None and not self.read()):
                what = "a condition" if callable(wanted) else repr(wanted)
                raise AssertionError(f"waited for {what}; exit status {self.process.poll()}\n{self.picture()}")
            self.read(min(left, 0.5))

    def wait_for_change(self, lines, seconds=TIMEOUT):
        """Reads until the screen differs from these lines, and then to the end of the frame."""
        self.wait_for(lambda screen: screen.texts != lines, seconds)
        return self.settle()

    def settle(self, seconds=0.04):
        """Reads until the program has written nothing for this long and waits for input, however slow the machine is."""
        deadline = time.monotonic() + TIMEOUT
        # What was typed reaches a busy machine's terminal late: the program has woken at least once for it.
        woken = time.monotonic() + 0.5
        while self._asleep_since and self._switches_or_none() == self._asleep_since and time.monotonic() < woken:
            self.read(0.002)
        self._asleep_since = None
        while self.read(seconds) or not self.is_waiting():
            if time.monotonic() > deadline:
                raise AssertionError(f"never at rest\n{self.picture()}")
        return self.screen

    def let_pass(self, seconds):
        """Reads for that long."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self.read(left)

    def has_taken_keys(self, seconds):
        """Whether the program takes what was typed within that time; nothing is read meanwhile."""
        deadline = time.monotonic() + seconds
        while waiting_bytes(self.slave):
            if time.monotonic() > deadline:
                return False
            select.select([], [], [], 0.001)
        return True

    def is_waiting(self):
        return is_waiting(self.process.pid, self.slave)

    def wait_gone(self, seconds):
        """Reads until the program has ended; its exit status, negative for a signal."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None:
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(f"still there after {seconds} s\n{self.picture()}")
            if self.master < 0:
                select.select([self._ending], [], [], left)
            else:
                self.read(left)
        if self.master >= 0:
            self.read()
        return self.process.returncode

    def picture(self):
        edge = "+" + "-" * self.screen.columns + "+"
        return "\n".join([edge, *self.screen.texts, edge])

    # The program's side

    def members(self):
        """The processes of the session, the first one too."""
        found = []
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                fields = pathlib.Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == self.pid and fields[0] not in "ZX":
                found.append(int(entry))
        return found

    def switches(self):
        return switches(self.pid)

    def _switches_or_none(self):
        try:
            return self.switches()
        except OSError:
            return None

    def processor_seconds(self):
        fields = pathlib.Path("/proc", str(self.pid), "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class TestCase(unittest.TestCase):
    def start(self, *arguments, title="盘锦", kind=Session, **options):
        """The program with its first frame drawn."""
        session = self.enterContext(kind(*arguments, **options))
        session.wait_for(title)
        session.settle()
        return session
