"""One short random walk in each kind of terminal, and that a walk finds what it looks for; `make monkey` walks farther."""
import os
import pathlib
import stat
import sys
import tempfile
import unittest
from unittest import mock

import walks

STEPS = 20
# Draws itself anew for SIGCONT; for a key it changes a part of its picture, and with "faulty" forgets to say so to the terminal.
PROGRAM_OF_TWO_ROWS = r"""#!/usr/bin/env python3
import os, select, signal, sys, termios, tty
faulty = "%s"
tty.setraw(0)
state = 0
signals, wakes = os.pipe2(os.O_NONBLOCK)
signal.set_wakeup_fd(wakes)
for number in (signal.SIGCONT, signal.SIGWINCH):
    signal.signal(number, lambda *_: None)
def draw():
    if faulty == "silent" and state:
        return
    style = "\x1b[32m" if faulty == "colour" and state else ""
    os.write(1, ("\x1b[?25l\x1b[H" + ("\x1b[J" if faulty != "gaps" else "") + f"\x1b[31m{style}title\r\n{state} of it\x1b[m").encode())
os.write(1, b"\x1b[?25l\x1b[2J\x1b[H\x1b[31mtitle\r\n0 of it\x1b[m")
while True:
    ready = select.select([0, signals], [], [])[0]
    if signals in ready:
        os.read(signals, 64)
        draw()
    if 0 in ready:
        keys = os.read(0, 64)
        if keys != b"\x0c":
            state += len(keys)
            os.write(1, b"\x1b[31m\x1b[2;1H%%d of it\x1b[m" %% (state if faulty != "lost" else 0))
"""


def short_walk(term):
    def test(self):
        # Numbers that differ, so that both front ends and both data sets are met.
        walk = walks.Walk(walks.SEED, term, walks.TERMINALS.index(term))
        print(f"a walk of seed {walk.seed}, TERM={term}, number {walk.number}", file=sys.stderr)
        walk.run(STEPS)

    return test


# Classes run side by side.
def walking(name, terms):
    return type(name, (unittest.TestCase,), {"test_" + term.replace("-", "_"): short_walk(term) for term in terms} | {"__module__": __name__})


InPyte = walking("InPyte", walks.PYTE)
InTmux = walking("InTmux", walks.TMUX)


class Finding(unittest.TestCase):
    """A program that leaves something out is found out."""

    def walk(self, fault):
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-"))
        program = pathlib.Path(folder, "program")
        program.write_text(PROGRAM_OF_TWO_ROWS % fault)
        program.chmod(stat.S_IRWXU)
        with mock.patch("harness.PROGRAM", os.fspath(program)), mock.patch.object(walks, "CONSOLE_KEYS", ["j", "k"]):
            walk = walks.Walk(7, "vt100", 0)
            walk.is_kiosk = False
            return walk.run(10)

    def test_a_sound_program_passes(self):
        self.assertEqual(self.walk(""), 1)

    def test_faults(self):
        for fault, words in {
            "lost": "differs from a fresh one", "colour": "differs from a fresh one", "gaps": "cells as they were", "silent": "nothing makes",
        }.items():  # fmt: skip
            with self.subTest(fault=fault), self.assertRaisesRegex(walks.WalkFailed, words):
                self.walk(fault)


if __name__ == "__main__":
    unittest.main()
