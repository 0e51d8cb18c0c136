#!/usr/bin/env python3
"""Random walks: random keys, presses and sizes; after every ten, what the terminal shows must be what a fresh repaint shows.

walks.py PROGRAM [--walks N] [--steps N] [--seed S] [--term TERM]... [--first N] walks N times for each kind of terminal. The
picture is every cell with its character, colours and attributes, and the cursor. It is taken; the terminal is spoiled, so
that a repaint that leaves anything out is seen; the program is made to draw everything anew; the pictures must be equal.

The terminals are pyte (emulator.py) and, for tmux-256color and screen-256color, a real tmux. A walk is given by its seed, its
terminal and its number; a failure prints them.
"""
import argparse
import collections
import concurrent.futures
import itertools
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
if __name__ == "__main__" and len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
    # Before the harness looks for it.
    os.environ["MINSHENG"] = os.path.abspath(sys.argv[1])

from emulator import MARKER, Emulator, differences, has
from harness import CURSOR_KEYS, KEYS, PROGRAM, Session, environment, is_waiting, wait_until

PYTE = ["xterm-256color", "linux", "vt100", "rxvt-unicode-256color", "putty-256color"]
TMUX = ["tmux-256color", "screen-256color"]
TERMINALS = PYTE + TMUX
SEED = 20220131
QUIET, ESC_WAIT = 0.02, 0.15  # an ESC alone is only known after a while
BETWEEN_CHECKS = 10

MOVES = ["Up", "Down", "Left", "Right", "PgUp", "PgDn", "Home", "End"]
# What the program knows or may know; nothing that ends it, stops it or writes a file.
CONSOLE_KEYS = MOVES * 3 + ["Enter"] * 6 + ["Esc"] * 3 + ["Tab", "BackTab", "Backspace", "Space"] + list("0123456789") + list("hjklgG[]sacefyYrtL?wdoumBx")
KIOSK_KEYS = MOVES + ["Enter"] * 3 + ["Esc"] * 2 + ["Tab", "Backspace"] + list("0123456780123")
SEARCHED = "abcdegijlnosuxyz养老就业城"
# A press there would end the program or write a file.
DANGEROUS = ("退出", "Quit", "quit", "打印", "Paper", "Print")
SIZES = ((20, 200), (5, 60))


class WalkFailed(AssertionError):
    pass


class PyteTerminal(Session):
    """The program in a pseudo-terminal, its picture by pyte."""

    def __init__(self, *arguments, term, size, answers=None, **changes):
        """answers: what it says of its background, light or dark; None for a terminal that never answers."""
        self._hides_cursor, self._answers = has(term, "civis"), answers
        # What it may write is not left behind.
        self._folder = tempfile.TemporaryDirectory(prefix="minsheng-")
        super().__init__(*arguments, **{"size": size, "folder": self._folder.name, "TERM": term, **changes})
        self.screen = Emulator(*size, colours_erased=has(term, "bce"))

    def __exit__(self, *fault):
        super().__exit__(*fault)
        self._folder.cleanup()

    def read(self, seconds=0.0):
        count = super().read(seconds)
        colour = {"light": b"ffff/ffff/ffff", "dark": b"1111/1111/1111"}.get(self._answers)
        if colour and (replies := self.screen.replies + [b"\x1b]11;rgb:%s\x07" % colour] * self.screen.commands.count("11;?")):
            os.write(self.master, b"".join(replies))
            self.screen.replies, self.screen.commands = [], []
        return count

    @property
    def size(self):
        return self.screen.columns, self.screen.lines

    @property
    def takes_presses(self):
        return {1000, 1006} <= self.screen.modes

    def take_picture(self):
        """The cells, and the cursor where it is shown; what cannot hide it leaves it anywhere."""
        self.read()
        return self.screen.rows, self.screen.caret if self._hides_cursor else None

    def spoil(self):
        self.screen.spoil()

    @property
    def misunderstood(self):
        return self.screen.unknown

    @property
    def ended(self):
        return self.process.poll() is not None


class TmuxTerminal:
    """The program in a tmux of its own, whose picture tmux tells."""

    _numbers = itertools.count()

    def __init__(self, *arguments, term, size, answers=None):
        self._folder = tempfile.TemporaryDirectory(prefix="minsheng-tmux-", ignore_cleanup_errors=True)
        self._name = f"minsheng-walk-{os.getpid()}-{next(self._numbers)}"
        settings = pathlib.Path(self._folder.name, "settings")
        settings.write_text(f"set -g default-terminal {term}\nset -g status off\nset -g escape-time 0\nset -g remain-on-exit on\n")
        self._environment = environment(TMUX_TMPDIR=self._folder.name)
        self.size = size
        self.misunderstood = []
        # Until a size is set by hand a session without a client keeps the one it began with.
        self._run("-f", str(settings), "new-session", "-d", "-s", "walk", "-x", str(size[0]), "-y", str(size[1]), "-c", self._folder.name, PROGRAM, *arguments)
        pid, name = self._run("display-message", "-p", "-t", "walk", "#{pane_pid} #{pane_tty}").split()
        self.pid = int(pid)
        self._terminal = os.open(name, os.O_RDWR | os.O_NOCTTY)

    def _run(self, *arguments):
        done = subprocess.run(["tmux", "-u", "-L", self._name, *arguments], env=self._environment, capture_output=True, timeout=20)
        if done.returncode:
            raise AssertionError(f"tmux {arguments[0]}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode(errors="replace")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self._terminal)
        subprocess.run(["tmux", "-L", self._name, "kill-server"], env=self._environment, capture_output=True, timeout=20)
        self._folder.cleanup()

    def send(self, *keys):
        for key in keys:
            self.write(b"\x1bO" + CURSOR_KEYS[key].encode() if key in CURSOR_KEYS else KEYS.get(key, key.encode()))

    def write(self, data):
        # Bytes as they are; what is not ASCII tmux takes as text.
        if data.isascii():
            self._run("send-keys", "-t", "walk", "-H", *(f"{byte:02x}" for byte in data))
        else:
            self._run("send-keys", "-t", "walk", "-l", data.decode())

    def resize(self, columns, rows):
        self.size = columns, rows
        self._run("resize-window", "-t", "walk", "-x", str(columns), "-y", str(rows))
        # tmux tells the program only a moment later, and of two sizes soon after each other perhaps but the last.
        wait_until(lambda: os.get_terminal_size(self._terminal) == (columns, rows), "tmux does not pass the size on")

    def _capture(self):
        return self._run("capture-pane", "-p", "-e", "-N", "-t", "walk"), self._run(
            "display-message", "-p", "-t", "walk", "#{cursor_flag} #{cursor_x} #{cursor_y}"
        )

    def settle(self, seconds=QUIET):
        last = [None]

        def is_at_rest():
            last.append(self._capture())
            return last[-1] == last[-2] and is_waiting(self.pid, self._terminal)

        # tmux tells nobody that something has come.
        wait_until(is_at_rest, "never at rest", max(seconds, 0.03))

    def read(self, seconds=0.0):
        """Whether the picture has changed within that time."""
        before, deadline = self._capture(), time.monotonic() + seconds
        while self._capture() == before:
            if time.monotonic() > deadline:
                return 0
        return 1

    def take_picture(self):
        text, cursor = self._capture()
        columns, rows = self.size
        # tmux also tells cells that it keeps to the right of the margin.
        emulator = Emulator(2 * columns + 200, rows)
        for row, line in enumerate(text.splitlines()[:rows]):
            # The colours in force go over from one row to the next.
            emulator.feed(f"\x1b[{row + 1};1H{line}".encode())
        flag, x, y = map(int, cursor.split())
        return [cells[:columns] for cells in emulator.rows], (x, y) if flag else None

    def spoil(self):
        rows = "".join(f"\x1b[{row + 1};1H{MARKER * self.size[0]}" for row in range(self.size[1]))
        data = f"\x1b7\x1b[0;31;45m{rows}\x1b8".encode()
        while data:
            data = data[os.write(self._terminal, data) :]
        # A clock may have drawn a few cells meanwhile.
        most = 0.9 * self.size[0] * self.size[1]
        wait_until(lambda: markers(self.take_picture()[0]) >= most, "tmux does not show what was written over the picture", 0)

    @property
    def takes_presses(self):
        return self._run("display-message", "-p", "-t", "walk", "#{mouse_standard_flag}#{mouse_sgr_flag}").strip() == "11"

    @property
    def ended(self):
        return self._run("display-message", "-p", "-t", "walk", "#{pane_dead}").strip() == "1"


def markers(rows):
    return sum(cell.data == MARKER for row in rows for cell in row)


class Walk:
    """One walk; `run` raises WalkFailed where a picture is wrong, and returns how many were compared."""

    def __init__(self, seed, term, number):
        self.seed, self.term, self.number = seed, term, number
        self.random = random.Random(f"{seed} {term} {number}")
        self.is_kiosk = self.random.random() < 0.25
        self.steps = []
        self.compared = self.put_off = 0
        self.ways = collections.Counter()

    def run(self, count):
        arguments = (["kiosk"] if self.is_kiosk else []) + self.random.choice([[], ["--data", "@example"]])
        kind = TmuxTerminal if self.term in TMUX else PyteTerminal
        answers = self.random.choice([None, "dark", "light"])
        self.start = f"minsheng {' '.join(arguments)}, answers {answers}".replace(" ,", ",")
        with kind(*arguments, term=self.term, size=self.any_size(), answers=answers) as self.terminal:
            self.first_size = self.terminal.size
            try:
                self._await_first_frame()
                for index in range(1, count + 1):
                    checks = index % BETWEEN_CHECKS == 0
                    # What was last copied is said in the title until the next action; a move takes it away.
                    self._step(["keys", self.random.choice(MOVES)] if checks else self._choose())
                    if checks:
                        self._check()
                if self.terminal.misunderstood:
                    self._fail(f"not understood: {self.terminal.misunderstood[:5]}")
                if not self.compared + self.put_off:
                    self._fail("no picture was compared")
            except WalkFailed:
                raise
            except AssertionError as fault:
                self._fail(str(fault))
        return self.compared

    def any_size(self):
        return tuple(self.random.randint(*limits) for limits in SIZES)

    def _await_first_frame(self):
        wait_until(lambda: any(cell.data.strip() for row in self.terminal.take_picture()[0] for cell in row), "no first frame")
        self.terminal.settle()

    # Steps

    def _choose(self):
        chance = self.random.random()
        if chance < 0.12:
            return ["size", *self.any_size()]
        if chance < 0.27 and self.terminal.takes_presses:
            place = self._press()
            if place:
                return ["press", *place]
        if chance < 0.35 and not self.is_kiosk:
            text = "".join(self.random.choices(SEARCHED, k=self.random.randint(1, 6)))
            return ["search", text, self.random.choice(["Esc", "Esc", "Enter", ""])]
        if chance < 0.42 and not self.is_kiosk:
            return ["burst", self.random.choice(["j", "k", "l", "h"]) * self.random.randint(2, 12)]
        return ["keys", self.random.choice(KIOSK_KEYS if self.is_kiosk else CONSOLE_KEYS)]

    def _press(self):
        rows, _ = self.terminal.take_picture()
        column, row = self.random.randrange(len(rows[0])), self.random.randrange(len(rows))
        text = "".join(cell.data for cell in rows[row])
        if any(word in text for word in DANGEROUS):
            return None
        return column, row, self.random.choice([0, 0, 0, 64, 65])

    def _step(self, step):
        self.steps.append(step)
        kind, *rest = step
        terminal = self.terminal
        if kind == "size":
            terminal.resize(*rest)
        elif kind == "press":
            column, row, button = rest
            terminal.write(b"\x1b[<%d;%d;%dM" % (button, column + 1, row + 1))
            if button == 0:
                terminal.write(b"\x1b[<0;%d;%dm" % (column + 1, row + 1))
        elif kind == "search":
            terminal.send("/")
            terminal.settle(QUIET)
            terminal.send(rest[0])
            terminal.settle(QUIET)
            if rest[1]:
                terminal.send(rest[1])
        else:
            terminal.send(*rest)
        terminal.settle(ESC_WAIT if "Esc" in rest else QUIET)
        if terminal.ended:
            self._fail("the program has ended")

    # Pictures

    def _check(self):
        terminal = self.terminal
        if self.is_kiosk:
            # Its clock goes on by the second: between two of them nothing changes by itself.
            if terminal.read(1.3):
                terminal.settle(0.04)
        began, minute = time.monotonic(), time.time() // 60
        terminal.settle(0.06)
        before = terminal.take_picture()
        after = self._repaint(before)
        if before == after:
            self.compared += 1
            return
        if self.is_kiosk and (time.monotonic() - began > 0.7 or time.time() // 60 != minute):
            self.put_off += 1
            return
        text = differences(before[0], after[0])
        if before[1] != after[1]:
            text += f"\nthe cursor was {before[1]} and is {after[1]}"
        self._fail("the picture differs from a fresh one\n" + text, before, after)

    def _repaint(self, before):
        """The picture after a repaint of everything, by the first way that the program answers at this place."""
        count = len(before[0]) * len(before[0][0])
        for name in ("continue", "size") if self.is_kiosk else ("Ctrl-L", "continue", "size"):
            self.terminal.spoil()
            getattr(self, "_by_" + name.replace("-", "_").lower())()
            self.terminal.settle(0.06)
            after = self.terminal.take_picture()
            left = markers(after[0])
            if left == 0:
                self.ways[name] += 1
                return after
            # A column that goes and comes back is blank by itself.
            if left < count - len(before[0]):
                self._fail(f"a repaint by {name} left {left} of {count} cells as they were", before, after)
        self._fail("nothing makes the program repaint", before, after)

    def _by_ctrl_l(self):
        self.terminal.send("Ctrl-L")

    def _by_continue(self):
        # As after a stop that it did not see: anybody may have written on the terminal.
        os.kill(self.terminal.pid, signal.SIGCONT)

    def _by_size(self):
        columns, rows = self.terminal.size
        self.terminal.resize(columns - 1, rows)
        self.terminal.settle()
        self.terminal.resize(columns, rows)

    def _fail(self, what, *pictures):
        text = [f"walk {self.number} of seed {self.seed}, TERM={self.term}, {self.start}, {self.first_size} at first, {self.terminal.size} now: {what}"]
        text.append("steps: " + " ".join(":".join(map(str, step)) for step in self.steps))
        for name, (rows, caret) in zip(("before", "after the repaint"), pictures):
            other = pictures[0 if name != "before" else -1][0]
            text.append(f"{name}, cursor {caret}")
            for y, row in enumerate(rows):
                mark = "!" if y >= len(other) or other[y] != row else "|"
                text.append(mark + "".join(cell.data for cell in row) + mark)
        text.append(f"again: walks.py PROGRAM --seed {self.seed} --term {self.term} --first {self.number} --walks 1 --steps {len(self.steps)}")
        raise WalkFailed("\n".join(text))


def one(seed, term, number, steps):
    """What came of one walk: pictures compared, ways of repainting, the text of a failure or nothing."""
    walk = Walk(seed, term, number)
    try:
        walk.run(steps)
        return walk.compared, walk.ways, ""
    except Exception as fault:  # one that failed must not take the others with it
        return walk.compared, walk.ways, str(fault) or repr(fault)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--walks", type=int, default=20, help="for each terminal (20)")
    parser.add_argument("--steps", type=int, default=60, help="of each walk (60)")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--first", type=int, default=0, help="the number of the first walk (0)")
    parser.add_argument("--term", action="append", choices=TERMINALS, help="only this kind of terminal")
    chosen = parser.parse_args()
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"walks: {PROGRAM} is not there")
    print(f"seed {chosen.seed}", flush=True)
    wrong = 0
    with concurrent.futures.ProcessPoolExecutor(max_workers=min(4, (os.cpu_count() or 1) + 1)) as pool:
        for term in chosen.term or TERMINALS:
            numbers = range(chosen.first, chosen.first + chosen.walks)
            results = list(pool.map(one, *zip(*((chosen.seed, term, number, chosen.steps) for number in numbers))))
            counts, used, faults = zip(*results)
            ways, faults = sum(used, collections.Counter()), list(filter(None, faults))
            print(*faults, sep="\n", end="\n" if faults else "", flush=True)
            wrong += len(faults)
            by = ", ".join(f"{count} by {name}" for name, count in sorted(ways.items()))
            print(f"{term}: {len(results)} walks, {sum(counts)} pictures compared ({by}), {len(faults)} walks wrong", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
