"""A program in a pseudo-terminal that answers at once what a terminal answers, and stamps what the program writes."""
import fcntl, os, pty, re, select, signal, struct, sys, termios, time

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../EndToEnd"))
from harness import waiting_bytes

# Where the cursor is after a move and some signs, each of them one column wide; and what colour the background has.
QUESTION = re.compile(rb"\x1b\[(\d*);?(\d*)H([^\x1b]*)\x1b\[6n|\x1b\]11;\?(?:\x07|\x1b\\)")
LONGEST_QUESTION = 512


class Terminal:
    def __init__(self, command, size=(120, 40), background=b"1c1c/1c1c/1c1c", folder=None, **changes):
        """size: columns and rows. background: the colour it says it has. folder: where the program begins."""
        self.master, slave = pty.openpty()
        # Held open, so that the settings of the terminal can be asked for when the program has gone.
        self.slave, self.background, self.chunks, self._tail = slave, background, [], b""
        self.settings = termios.tcgetattr(slave)
        self.resize(*size)
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent", **changes}
        actions = [
            # The first terminal that the leader of a session opens is the one that controls it.
            (os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0), (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2),
        ]  # fmt: skip
        here = os.getcwd()
        if folder:
            os.chdir(folder)
        self.began = time.monotonic()
        self.process = os.posix_spawn(command[0], command, environment, file_actions=actions, setsid=True, setsigdef=[signal.SIGPIPE, signal.SIGXFSZ])
        if folder:
            os.chdir(here)

    def resize(self, columns, rows):
        self.size = columns, rows
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """What has come within that time, b"" for nothing."""
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        data = os.read(self.master, 1 << 16)
        self.chunks.append((time.monotonic(), data))
        self._answer(self._tail + data)
        return data

    def _answer(self, data):
        answers, end = b"", 0
        if b"\x1b[6n" in data or b"\x1b]11;?" in data:
            for found in QUESTION.finditer(data):
                end = found.end()
                if found[3] is None:
                    answers += b"\x1b]11;rgb:" + self.background + b"\x07"
                else:
                    answers += b"\x1b[%d;%dR" % (int(found[1] or 1), int(found[2] or 1) + len(found[3].decode(errors="replace")))
            if answers:
                os.write(self.master, answers)
        # What another read may make a question of.
        self._tail = data[max(end, len(data) - LONGEST_QUESTION) :]

    def settle(self, since, quiet=0.04, limit=20.0, silence=0.25):
        """Milliseconds from a moment to the last byte before a quiet in which the program has nothing to do, and how many bytes came;
        None and 0 where none came.

        silence: how long a program that has nothing to do may take for the first byte.
        """
        last, count = None, 0
        while time.monotonic() - since < limit:
            data = self.read(quiet if last else silence)
            if data:
                last, count = self.chunks[-1][0], count + len(data)
            elif not self.is_busy():
                break
        return (last - since) * 1000 if last else None, count

    def is_busy(self):
        """Whether one of its threads runs, or something was typed that it has not read."""
        if waiting_bytes(self.slave):
            return True
        for thread in os.listdir(f"/proc/{self.process}/task"):
            try:
                with open(f"/proc/{self.process}/task/{thread}/stat") as file:
                    if file.read().rpartition(")")[2].split()[0] in "RD":
                        return True
            except OSError:
                # It has ended meanwhile.
                pass
        return False

    def press(self, text):
        """Types, and waits as `settle` does."""
        time.sleep(0.01)
        since = time.monotonic()
        os.write(self.master, text.encode())
        return self.settle(since)

    def facts(self, name):
        """The numbers of a file of /proc by their names: KiB."""
        with open(f"/proc/{self.process}/{name}") as file:
            return {key: int(number) for key, number in re.findall(r"^(\w+):\s+(\d+)(?: kB)?$", file.read(), re.M)}

    def wait(self, seconds):
        """Its exit status once it has ended, negative for a signal; None where it has not."""
        end = time.monotonic() + seconds
        while True:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                self.process = None
                return os.waitstatus_to_exitcode(status)
            if time.monotonic() > end:
                return None
            self.read(0.01)

    def close(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = None
        os.close(self.master)
        os.close(self.slave)
