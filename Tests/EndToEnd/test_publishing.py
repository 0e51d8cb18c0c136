"""Publishing: all of a new version or all of the old one, whenever it is stopped and whoever reads meanwhile."""
import csv
import fcntl
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

from harness import PROGRAM, Session, Tables, environment, run

STRACE = shutil.which("strace")
STATING = ["observations.csv", "datapackage.json", "map.txt"]


def change(tables, old, new):
    """Another number of new jobs, wherever the set states it."""
    for name in STATING:
        file = tables.path / name
        file.write_text(file.read_text("utf-8").replace(str(old), str(new)), "utf-8")


class PublishingTests(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.target = self.place / "city"
        self.tables = self.enterContext(Tables())
        self.tables.replace("datapackage.json", '"version": "1.1.0"', '"version": "24002"')
        file = self.tables.path / "map.txt"
        file.write_text("# 24002\n" + file.read_text("utf-8"), "utf-8")

    def publish(self, *arguments, reason="测试", **changes):
        return run("publish", str(self.tables.path), "--to", str(self.target), "--reason", reason, *arguments, **changes)

    def shown(self):
        """The headline figure that a reader of the link sees, and that all of the set is sound."""
        result = run("show", "new-urban-jobs", "--data", str(self.target), "--format", "csv")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return int(next(csv.DictReader(result.stdout.decode().splitlines()))["OBS_VALUE"])


class Publishing(PublishingTests):
    def test_publishes_revises_and_rolls_back(self):
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        change(self.tables, 24002, 24102)
        self.assertIn("修订", run("publish", "--help").stdout.decode())
        self.assertEqual(self.publish("--kind", "new").returncode, 1)
        self.assertEqual(self.shown(), 24002)
        result = self.publish("--kind", "更正", reason="重复计入")
        self.assertIn("记下原值 1 个", result.stdout.decode())
        self.assertEqual(self.shown(), 24102)
        with open(self.target / "revisions.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([(row["FORMER_VALUE"], row["KIND"], row["REASON"]) for row in rows], [("24002", "corrected", "重复计入")])
        self.assertIn("不必发布", self.publish().stdout.decode())
        result = run("rollback", str(self.target), "--list")
        self.assertRegex(result.stdout.decode(), r"\* 现在  000002 .*更正  重复计入\n +000001 ")
        self.assertEqual((run("rollback", str(self.target)).returncode, self.shown()), (0, 24002))
        self.assertEqual(run("rollback", str(self.target)).returncode, 2)
        self.assertEqual((run("rollback", str(self.target), "--to", "2").returncode, self.shown()), (0, 24102))
        self.assertEqual(run("rollback", str(self.target), "--to", "7").returncode, 66)
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            self.assertEqual([row["ACTION"] for row in csv.DictReader(file)], ["publish", "publish", "rollback", "rollback"])

    def test_refuses_what_is_faulty_or_in_the_way(self):
        self.publish()
        change(self.tables, 24002, "24o02")
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (1, 24002))
        self.assertIn(b"observations.csv:2:", result.stderr)
        self.assertEqual(os.listdir(f"{self.target}.generations").count("000002"), 0)
        folder = self.place / "folder"
        folder.mkdir()
        for target, status in [(folder, 2), (self.place / "no/city", 66)]:
            self.assertEqual(run("publish", "@panjin", "--to", str(target), "--reason", "x").returncode, status)
        self.assertEqual(list(folder.iterdir()), [])
        for arguments in [["--reason", " "], ["--reason", "a\nb"], ["--reason", "x", "--keep", "1"], []]:
            self.assertEqual(run("publish", "@panjin", "--to", str(self.target), *arguments).returncode, 64)
        self.assertEqual(run("rollback", str(self.place / "nothing")).returncode, 66)

    def test_a_trial_leaves_nothing_behind(self):
        result = self.publish("--dry-run")
        self.assertEqual((result.returncode, list(self.place.iterdir())), (0, []))
        self.assertIn("没有发布", result.stdout.decode())

    def test_a_person_is_asked_about_what_is_suspicious(self):
        self.publish()
        change(self.tables, 24002, 240020)
        session = self.enterContext(Session("publish", str(self.tables.path), "--to", str(self.target), "--reason", "x", size=(120, 30)))
        session.wait_for("十倍以上")
        session.wait_for("仍要发布吗")
        session.send("n", "Enter")
        session.wait_gone(5)
        self.assertEqual(self.shown(), 24002)
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (0, 240020))
        self.assertIn("可疑之处 1 个", result.stderr.decode())

    def test_a_full_disk_loses_nothing(self):
        """A limit on the size of files stands for a disk that has no room: some file of the set is cut short."""
        self.publish()
        change(self.tables, 24002, 24102)
        for limit in [0, 1, 500, 4096, 30000]:
            def full(limit=limit):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            command = [PROGRAM, "publish", str(self.tables.path), "--to", str(self.target), "--reason", "x"]
            result = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=full, stdin=subprocess.DEVNULL)
            self.assertEqual(result.returncode, 2, result)
            self.assertEqual(self.shown(), 24002)
            self.assertEqual(sorted(os.listdir(f"{self.target}.generations")), [".lock", "000001", "published.csv"])
        self.assertEqual((self.publish().returncode, self.shown()), (0, 24102))

    def test_two_clerks_cannot_publish_at_once(self):
        self.publish()
        lock = os.open(f"{self.target}.generations/.lock", os.O_RDONLY)
        self.addCleanup(os.close, lock)
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = self.publish()
        self.assertEqual(result.returncode, 2)
        self.assertIn("另一个人正在发布", result.stderr.decode())


class Month(PublishingTests):
    def test_from_a_blank_folder_and_from_last_month(self):
        folder = self.place / "work"
        self.assertEqual(run("new", str(folder)).returncode, 0)
        self.assertEqual(run("check", "--strict", str(folder)).returncode, 0)
        self.assertEqual(run("new", str(folder)).returncode, 2)
        self.assertEqual(run("new", str(self.place / "no/work")).returncode, 66)
        self.assertEqual(run("new", str(self.place / "x"), "--month", "2026-12").returncode, 64)
        copy = self.place / "copy"
        self.assertEqual(run("new", str(copy), "--from", "@panjin").returncode, 0)
        self.assertEqual(run("diff", "@panjin", str(copy)).stdout.decode(), "两套数据没有不同\n")
        month = self.place / "month"
        month.mkdir()
        self.assertEqual(run("new", str(month), "--from", "@example", "--month", "2026-12").returncode, 0)
        self.assertEqual(run("check", "--strict", str(month)).returncode, 0)
        with open(month / "observations.csv", encoding="utf-8", newline="") as file:
            new = [row for row in csv.DictReader(file) if row["TIME_PERIOD"] in ("2026-12", "2026-01-01/P12M")]
        self.assertGreater(len(new), 100)
        self.assertEqual({(row["OBS_VALUE"], row["OBS_STATUS"]) for row in new}, {("", "O")})
        self.assertEqual(sorted(os.listdir(self.place)), ["copy", "month", "work"], "no draft is left")


class Stopped(PublishingTests):
    """Killed in the middle: the old version or the new one, whole, and the next publication goes well."""

    # Every call of these, and every so many of those that only fill a draft; strace counts each kind by itself.
    CALLS = {"mkdirat": 1, "renameat": 1, "symlinkat": 1, "unlinkat": 1, "flock": 1, "readlinkat": 1, "fsync": 2, "fchmod": 5, "write": 5}

    def check(self, killed):
        self.assertIn(self.shown(), (24002, 24102), killed)
        result = self.publish("--keep", "3")
        self.assertEqual((result.returncode, self.shown()), (0, 24102), f"{killed}: {result.stderr.decode()}")
        names = [name for name in os.listdir(f"{self.target}.generations") if not re.fullmatch(r"\d{6}|published\.csv|\.lock", name)]
        self.assertEqual(names, [], killed)

    def start(self):
        """The old version is shown, and the new one lies ready."""
        shutil.rmtree(f"{self.target}.generations", ignore_errors=True)
        self.target.unlink(missing_ok=True)
        shutil.copytree(self.before, f"{self.target}.generations", symlinks=True)
        self.target.symlink_to("city.generations/000001")

    def setUp(self):
        super().setUp()
        self.publish()
        self.before = self.place / "before"
        os.rename(f"{self.target}.generations", self.before)
        self.target.unlink()
        change(self.tables, 24002, 24102)
        self.command = [PROGRAM, "publish", str(self.tables.path), "--to", str(self.target), "--reason", "x"]

    @unittest.skipUnless(STRACE, "no strace")
    def test_at_every_call_that_changes_anything(self):
        killed = 0
        for call, step in self.CALLS.items():
            for number in range(1, 400, step):
                self.start()
                tracer = [STRACE, "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={number}"]
                result = subprocess.run([*tracer, *self.command], capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
                if result.returncode == 0:
                    break
                self.check(f"{call}, call {number}")
                killed += 1
        self.assertGreater(killed, 20)

    def test_at_any_moment(self):
        chance = random.Random(6)
        started = time.monotonic()
        self.start()
        subprocess.run(self.command, capture_output=True, env=environment(), stdin=subprocess.DEVNULL)
        usual = time.monotonic() - started
        for attempt in range(15):
            self.start()
            process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(), stdin=subprocess.DEVNULL)
            delay = chance.random() * usual
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.check(f"attempt {attempt}, after {delay:.3f} s")


class Readers(PublishingTests):
    def test_never_see_a_mixture(self):
        """Three tables state one number; whoever opens the link once reads one and the same number in all of them."""
        self.publish()
        done, seen, faults = threading.Event(), set(), []

        def read():
            while not done.is_set():
                folder = os.open(self.target, os.O_RDONLY | os.O_DIRECTORY)
                try:
                    numbers = set()
                    for name in STATING:
                        file = os.open(name, os.O_RDONLY, dir_fd=folder)
                        with os.fdopen(file, encoding="utf-8") as text:
                            numbers.update(re.findall(r"2400\d", text.read()))
                    if len(numbers) != 1:
                        faults.append(numbers)
                    seen.update(numbers)
                except OSError as error:
                    faults.append(error)
                finally:
                    os.close(folder)

        reader = threading.Thread(target=read)
        reader.start()
        try:
            for number in range(20):
                change(self.tables, 24002 + number % 5, 24002 + (number + 1) % 5)
                result = self.publish()
                self.assertEqual(result.returncode, 0, result.stderr.decode())
        finally:
            done.set()
            reader.join()
        self.assertEqual(faults, [])
        self.assertGreaterEqual(len(seen), 4)

    def test_an_open_dashboard_shows_the_new_version_and_after_a_rollback_the_old(self):
        self.publish()
        session = self.enterContext(Session("--data", str(self.target)))
        session.wait_for("24,002")
        session.settle()
        change(self.tables, 24002, 24102)
        self.publish()
        session.wait_for("24,102")
        run("rollback", str(self.target))
        session.wait_for("24,002")


if __name__ == "__main__":
    unittest.main()
