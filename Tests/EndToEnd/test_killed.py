"""Publishing, rollback and approval killed at their system calls: old or new and whole, and every line of the log true.

A kill leaves on the disk what the calls before it have made, so two kills that leave the same files have the same consequences: those are looked at
once. `make test` kills at every call that changes files and at a sample of all others; with KILL_AT_EVERY_CALL=1 (`make kills`) none is left out.
"""
import csv
import os
import pathlib
import random
import re
import shutil
import subprocess
import time
import unittest

import test_publishing
from harness import PROGRAM, environment, run

STRACE = shutil.which("strace")
ALL = os.environ.get("KILL_AT_EVERY_CALL") == "1"
CHANGING = {"mkdirat", "renameat", "symlinkat", "unlinkat", "flock", "fchmod", "fchown", "write"}
# Of the calls that only read or reckon, so many are passed over.
STEP = 1 if ALL else 9


class Killed(test_publishing.PublishingTests):
    """What the three commands have in common. `command` is what is killed, `begin` puts the files where it starts from."""

    def begin(self):
        shutil.rmtree(f"{self.target}.generations", ignore_errors=True)
        self.target.unlink(missing_ok=True)
        subprocess.run(["cp", "-a", str(self.ready), f"{self.target}.generations"], check=True)
        self.target.symlink_to(self.shown_first)
        (self.tables.path / ".minsheng-base").write_bytes(self.remembered)

    def files(self):
        """All that a later command can see, without the times that lines of the log have."""
        found = [os.readlink(self.target)]
        places = [pathlib.Path(f"{self.target}.generations"), self.tables.path / ".minsheng-base", self.place / ".city.next"]
        for place in places:
            for path in sorted([place, *place.rglob("*")]):
                if path.is_symlink():
                    found.append((str(path), os.readlink(path)))
                elif path.is_file():
                    text = re.sub(rb"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)", b"TIME", path.read_bytes())
                    found.append((str(path), path.stat().st_mode, text))
                elif path.exists():
                    found.append((str(path), path.stat().st_mode))
        return found

    def calls(self):
        """How often a whole run makes each call."""
        trace = self.place / "trace"
        subprocess.run([STRACE, "-f", "-o", str(trace), *self.command], capture_output=True, env=environment(), stdin=subprocess.DEVNULL, check=True)
        counts = {}
        for name in re.findall(r"^\d+ +(\w+)\(", trace.read_text("utf-8", "replace"), re.M):
            counts[name] = counts.get(name, 0) + 1
        return counts

    def kill_everywhere(self, check):
        """Kills the command at its calls; `check` looks at what is left, each state of the files once."""
        self.begin()
        counts, states, killed = self.calls(), [], 0
        self.assertTrue(CHANGING & set(counts))
        self.begin()
        first = self.files()
        for call, count in sorted(counts.items()):
            for number in range(1, count + 1, 1 if call in CHANGING else STEP):
                tracer = [STRACE, "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}"]
                result = subprocess.run([*tracer, *self.command], capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
                # Each thread counts for itself, so a call of many threads may not come so often.
                if result.returncode != 0:
                    killed += 1
                state = self.files()
                if state not in states:
                    states.append(state)
                    check(f"{call}, call {number}")
                    self.begin()
                elif state != first:
                    self.begin()
        print(f"{type(self).__name__}: killed {killed} times of {sum(counts.values())} calls, {len(states)} states of the files", flush=True)
        return killed, len(states)

    def check_log(self, killed):
        """Each line says a change that was made, from the version before to the next, and the last one is shown."""
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["FORMER"] for row in rows], ["", *[row["GENERATION"] for row in rows[:-1]]], killed)
        self.assertEqual(os.readlink(self.target), "city.generations/" + rows[-1]["GENERATION"], killed)
        self.assertNotIn("interrupted", [row["ACTION"] for row in rows], killed)
        return rows


class KilledPublication(Killed):
    def setUp(self):
        super().setUp()
        # One more version than is kept, so that the oldest is removed too.
        for value in [24000, 24001, 24002]:
            test_publishing.change(self.tables, 24002 if value == 24000 else value - 1, value)
            self.assertEqual(self.publish("--keep", "3").returncode, 0)
        self.remembered = (self.tables.path / ".minsheng-base").read_bytes()
        self.ready, self.shown_first = self.place / "ready", os.readlink(self.target)
        os.rename(f"{self.target}.generations", self.ready)
        test_publishing.change(self.tables, 24002, 24102)
        self.command = [PROGRAM, "publish", str(self.tables.path), "--to", str(self.target), "--reason", "x", "--keep", "3"]

    def check(self, killed):
        self.assertIn(self.shown(), (24002, 24102), killed)
        result = self.publish("--keep", "3")
        self.assertEqual((result.returncode, self.shown()), (0, 24102), f"{killed}: {result.stderr.decode()}")
        names = [name for name in os.listdir(f"{self.target}.generations") if not re.fullmatch(r"\d{6}|published\.csv|\.lock", name)]
        self.assertEqual(names, [], killed)
        self.check_log(killed)

    @unittest.skipUnless(STRACE, "no strace")
    def test_killed_at_its_calls(self):
        killed, states = self.kill_everywhere(self.check)
        self.assertGreater(killed, 100)
        self.assertGreater(states, 30)

    def test_killed_at_any_moment(self):
        chance = random.Random(6)
        started = time.monotonic()
        self.begin()
        subprocess.run(self.command, capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
        usual = time.monotonic() - started
        for attempt in range(15):
            self.begin()
            process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), stdin=subprocess.DEVNULL)
            delay = chance.random() * usual
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.check(f"attempt {attempt}, after {delay:.3f} s")


class KilledRollback(Killed):
    def setUp(self):
        super().setUp()
        self.publish()
        test_publishing.change(self.tables, 24002, 24102)
        self.publish()
        self.remembered = (self.tables.path / ".minsheng-base").read_bytes()
        self.ready, self.shown_first = self.place / "ready", os.readlink(self.target)
        os.rename(f"{self.target}.generations", self.ready)
        self.command = [PROGRAM, "rollback", str(self.target), "--reason", "撤"]

    def check(self, killed):
        shown = os.readlink(self.target)
        self.assertIn((shown[-1], self.shown()), [("1", 24002), ("2", 24102)], killed)
        # The next command completes the log; going on works from either.
        result = run("rollback", str(self.target), "--to", "2" if shown.endswith("1") else "1")
        self.assertEqual(result.returncode, 0, f"{killed}: {result.stderr.decode()}")
        rows = self.check_log(killed)
        self.assertEqual([row["ACTION"] for row in rows], ["publish", "publish", *["rollback"] * (len(rows) - 2)], killed)

    @unittest.skipUnless(STRACE, "no strace")
    def test_killed_at_its_calls(self):
        killed, states = self.kill_everywhere(self.check)
        self.assertGreater(killed, 50)
        self.assertGreater(states, 5)


@unittest.skipUnless(os.geteuid() == 0 and STRACE, "only root can give a draft to another user, and strace counts its calls")
class KilledApproval(Killed):
    def setUp(self):
        super().setUp()
        self.publish()
        self.tables.replace("datapackage.json", '"minsheng": {', '"minsheng": {\n    "approval": true,')
        test_publishing.change(self.tables, 24002, 24102)
        result = run("submit", str(self.tables.path), "--to", str(self.target), "--reason", "提交")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        # The draft is another user's, as if he had submitted it.
        folder = next(pathlib.Path(f"{self.target}.generations").glob("submitted-*"))
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, 1, -1)
        self.remembered = (self.tables.path / ".minsheng-base").read_bytes()
        self.ready, self.shown_first = self.place / "ready", os.readlink(self.target)
        os.rename(f"{self.target}.generations", self.ready)
        self.command = [PROGRAM, "approve", "1", "--to", str(self.target)]

    def check(self, killed):
        shown = self.shown()
        self.assertIn(shown, (24002, 24102), killed)
        if shown == 24002:
            result = run(*self.command[1:])
            self.assertEqual((result.returncode, self.shown()), (0, 24102), f"{killed}: {result.stderr.decode()}")
        else:
            # Going back needs another person too, and makes a draft.
            self.assertEqual((run("rollback", str(self.target)).returncode, self.shown()), (3, 24102), killed)
        rows = self.check_log(killed)
        self.assertEqual((rows[1]["WHO"], rows[1]["APPROVED_BY"]), ("daemon", "root"), killed)

    def test_killed_at_its_calls(self):
        killed, states = self.kill_everywhere(self.check)
        self.assertGreater(killed, 50)
        self.assertGreater(states, 15)


if __name__ == "__main__":
    unittest.main()
