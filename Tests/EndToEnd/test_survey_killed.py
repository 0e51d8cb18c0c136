"""A kiosk killed at the system calls of an answer, as a power cut would end it: all answers before it are there, that one whole or not at all."""
import contextlib
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import unittest

import test_kiosk
from harness import environment
from test_killed import ALL, STRACE

QUESTIONS = """question,kind,choice,zh,en
well,grades,,满意吗？,Satisfied?
needs,several,,需要什么？,What is needed?
needs,,care,养老,Care
needs,,jobs,就业,Jobs
"""
# Of the calls that change no file, so many are passed over; all are tried with KILL_AT_EVERY_CALL=1.
STEP = 1 if ALL else 6
CHANGING = {"openat", "pwrite64", "write", "fsync", "fdatasync", "unlink", "ftruncate"}
# So many kiosks at a time: nearly all of their time they wait until keys count again.
AT_ONCE = 12


@unittest.skipUnless(STRACE, "no strace")
class KilledAnswer(test_kiosk.Answering):
    def folder(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "survey.csv").write_text(QUESTIONS, "utf-8")
        return folder

    def all_press(self, sessions, keys):
        """The same keys at each kiosk, which wait together until keys count again."""
        for key, expected in keys:
            for session in sessions:
                session.write(key.encode())
            for session in sessions:
                session.wait_for(expected)
            self.rest()

    def before_the_last_key(self, folders):
        """Kiosks with a sheet that is filled in, but for the key that gives it in."""
        sessions = [self.start("--survey", str(folder)) for folder in folders]
        for session in sessions:
            session.wait_for("9 问需于民")
        self.rest()
        self.all_press(sessions, [("9", "不问姓名"), ("1", "1/2"), ("1", "2/2"), ("1", "● 养老"), ("2", "● 就业")])
        return sessions

    def attach(self, session, trace, *options):
        tracer = subprocess.Popen(
            [STRACE, "-f", "-p", str(session.pid), "-o", str(trace), *options], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment()
        )
        self.addCleanup(tracer.kill)
        line = tracer.stderr.readline()
        if b"attached" not in line:
            self.skipTest(f"strace cannot attach: {line}")
        return tracer

    def answered(self, folder):
        """The sheets of the folder as the next start of the kiosk finds them; they are whole."""
        with contextlib.closing(sqlite3.connect(folder / "answers.sqlite")) as base:
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            sheets = sum(number for (number,) in base.execute("SELECT n FROM sheets"))
            marks = dict(base.execute("SELECT question || ' ' || choice, sum(n) FROM marks GROUP BY 1"))
        self.assertEqual(marks, {"well 5": sheets, "needs care": sheets, "needs jobs": sheets})
        return sheets

    def calls(self, folder):
        """Of each call from the last key to the thanks on the screen, how often it comes."""
        (session,) = self.before_the_last_key([folder])
        trace = folder / "trace"
        tracer = self.attach(session, trace)
        session.write(b"3")
        session.wait_for("谢谢")
        session.settle()
        os.kill(session.pid, signal.SIGKILL)
        tracer.wait(10)
        counts = {}
        for name in re.findall(r"^\d+ +(\w+)\(", trace.read_text("utf-8", "replace"), re.M):
            counts[name] = counts.get(name, 0) + 1
        trace.unlink()
        return counts

    def test_killed_at_its_calls(self):
        ready = self.folder()
        counts = self.calls(ready)
        self.assertEqual(self.answered(ready), 1)
        self.assertTrue({"pwrite64", "unlink"} <= set(counts), counts)
        self.assertTrue({"fsync", "fdatasync"} & set(counts), "it is on the disk before the thanks")
        cuts = [(call, number) for call, count in sorted(counts.items()) for number in range(1, count + 1, 1 if call in CHANGING else STEP)]
        found = {1: 0, 2: 0}
        for first in range(0, len(cuts), AT_ONCE):
            some = cuts[first : first + AT_ONCE]
            folders = [self.folder() for _ in some]
            for folder in folders:
                shutil.copy(ready / "answers.sqlite", folder)
            sessions = self.before_the_last_key(folders)
            tracers = [
                self.attach(session, "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}")
                for session, (call, number) in zip(sessions, some)
            ]
            for session in sessions:
                session.write(b"3")
            for session, tracer, folder, cut in zip(sessions, tracers, folders, some):
                with self.subTest(cut=cut):
                    isThanked = self.wait_killed_or_thanked(session)
                    # Whoever asks first, a summary or the kiosk's next start, finds the same.
                    summary = self.tallies(folder)
                    sheets = self.answered(folder)
                    self.assertIn(sheets, (1, 2))
                    self.assertEqual(summary, dict.fromkeys([("well", "5"), ("needs", "care"), ("needs", "jobs")], sheets))
                    self.assertTrue(sheets == 2 or not isThanked, "who was thanked is counted")
                    found[sheets] += 1
        print(f"KilledAnswer: killed at {len(cuts)} of {sum(counts.values())} calls: {found[1]} times the answer is lost, {found[2]} times it is kept", flush=True)
        self.assertGreater(found[1], 5)
        self.assertGreater(found[2], 1)

    def wait_killed_or_thanked(self, session):
        """Whether the thanks were on the screen before it was killed; it is killed now, where it has not been."""
        deadline = time.monotonic() + 5
        while session.process.poll() is None and "谢谢" not in session.screen.text and time.monotonic() < deadline:
            session.read(0.05)
        session.read()
        isThanked = "谢谢" in session.screen.text
        # A call that comes after the thanks, as the clock turns.
        if session.process.poll() is None:
            os.kill(session.pid, signal.SIGKILL)
        session.process.wait()
        return isThanked


if __name__ == "__main__":
    unittest.main()
