"""The kiosk on a real terminal: nothing a visitor does ends it, what the operator does is obeyed, bad data change nothing."""
import contextlib
import crypt
import json
import os
import pathlib
import select
import shutil
import signal
import socket
import sqlite3
import tempfile
import time
import unittest
import warnings

from harness import PROGRAM, Session, Tables, TestCase, run

NUMBER = "135791"
LOCKED = {
    "Ctrl-C": b"\x03", "Ctrl-Z": b"\x1a", "Ctrl-\\": b"\x1c", "Ctrl-S": b"\x13", "Ctrl-Q": b"\x11", "Ctrl-D": b"\x04", "q": b"q",
    "Ctrl-]": b"\x1d", "Ctrl-R": b"\x12", "P": b"P", "y": b"y", "Y": b"Y", ":q": b":q\r", "!": b"!", "?": b"?", "/": b"/",
    "F1": b"\x1bOP", "F12": b"\x1b[24~", "Alt-F2": b"\x1b[1;3Q", "Ctrl-U": b"\x15", "NUL": b"\0",
}  # fmt: skip


class KioskTest(TestCase):
    def start(self, *arguments, title="盘锦市民生看板", **options):
        return super().start("kiosk", *arguments, title=title, **options)

    def rest(self):
        """Until a key counts again after the screen has changed."""
        select.select([], [], [], 0.75)

    def wait_turn(self, session):
        """Until the countdown has gone on: the kiosk is alive and looks at its clock."""
        line = next((line for line in session.screen.texts if "秒后" in line), None)
        session.wait_for(lambda screen: any("秒后" in other and other != line for other in screen.texts), 5)


class Locked(KioskTest):
    def test_no_key_ends_stops_or_freezes_it(self):
        session = self.start()
        before = session.attributes
        for name, keys in LOCKED.items():
            with self.subTest(key=name):
                session.write(keys)
                session.settle(0.03)
                self.assertIsNone(session.process.poll())
                self.assertEqual(len(session.members()), 1, "nothing else was started")
                self.assertEqual(session.attributes, before, "the line is still raw")
        # A visitor's key is still answered, once the flood is over.
        select.select([], [], [], 1.1)
        session.write(b"0")
        session.settle()
        self.rest()
        session.write(b"1")
        session.wait_for("17 个数字")
        text = session.screen.text
        for word in (".csv", ".json", "minsheng", str(pathlib.Path(PROGRAM).parent)):
            self.assertNotIn(word, text)

    def test_signals_that_keys_could_send_do_nothing(self):
        session = self.start()
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU):
            os.kill(session.pid, number)
        self.wait_turn(session)
        self.assertIsNone(session.process.poll())

    def test_floods_are_dropped(self):
        session = self.start()
        junk = b"\x1b[200~" + bytes(range(32, 127)) * 40 + b"\x1b[201~" + b"\x1b]52;c;AAAA\x07" + b"\x1b[<0;5;5M" * 200 + b"\x1b" * 3000 + b"1" * 3000 + b"\xff\xfe" * 500
        for _ in range(20):
            session.write(junk)
        session.settle(0.2)
        self.assertIsNone(session.process.poll())
        self.assertLess(len(session.received), 400_000, "not a frame for every key")
        session.write(b"\x1b[<0;1;1m")
        select.select([], [], [], 1.1)
        session.write(b"8")
        session.wait_for("8 中文")

    def test_touch_opens_and_every_way_back_leads_to_the_start(self):
        session = self.start()
        session.write(b"\x1b[<0;25;17M")
        session.settle()
        self.assertIn("秒后换下一个", session.screen.text, "a finger that rests has not chosen yet")
        session.write(b"\x1b[<0;25;17m")
        session.wait_for("个数字")
        self.rest()
        session.write(b"0")
        session.wait_for("7 文旅")
        self.rest()
        session.write(b"\x1b")
        session.wait_for("秒后换下一个")

    def test_a_held_key_and_a_trembling_finger_act_once(self):
        session = self.start()
        session.write(b"1")
        session.wait_for("17 个数字")
        self.rest()
        begin = time.monotonic()
        session.write(b"2")
        select.select([], [], [], 0.6)
        while time.monotonic() - begin < 1.6:
            session.write(b"2")
            select.select([], [], [], 0.04)
        session.settle()
        self.assertIn("第 7—12 个，共 17 个数字", session.screen.text)
        self.rest()
        for gap in (0.12, 0.2, 0.25, 0.12):
            session.write(b"\x1b[<0;25;8M\x1b[<0;25;8m")
            select.select([], [], [], gap)
        session.wait_for("第 8 个，共 17 个")

    def test_asks_and_then_begins_anew(self):
        session = self.start("--idle", "5")
        session.write(b"8")
        session.wait_for("8 中文")
        session.wait_for("Still reading?", 8)
        session.wait_for("秒后换下一个", 25)


class Leaving(KioskTest):
    def number_file(self, text, mode=0o600):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        path = os.path.join(folder, "number")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    def hashed(self, method=None):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return crypt.crypt(NUMBER, method or crypt.mksalt(crypt.METHOD_SHA512, rounds=1000)) + "\n"

    def type(self, session, keys):
        for key in keys:
            session.write(key.encode())
            # A fast typist.
            select.select([], [], [], 0.07)

    def test_the_operators_number_ends_it_and_a_wrong_one_does_not(self):
        session = self.start("--operator-pin-file", self.number_file(self.hashed()))
        self.type(session, "999135792\r")
        self.type(session, "999" + NUMBER[:5] + "\r")
        self.wait_turn_of_any_kind(session)
        self.assertIsNone(session.process.poll())
        select.select([], [], [], 1.2)
        self.type(session, "999" + NUMBER + "\r")
        self.assertEqual(session.wait_gone(3), 0)
        self.assertFalse(session.screen.alternate)
        self.assertEqual(session.attributes, session.attributes_before)
        self.assertNotIn(NUMBER.encode(), bytes(session.received))

    def wait_turn_of_any_kind(self, session):
        session.settle(0.05)

    def test_guessing_is_slowed_down(self):
        session = self.start("--operator-pin-file", self.number_file(self.hashed()))
        for wait in (1.1, 2.1, 0):
            self.type(session, "999246802\r")
            select.select([], [], [], wait)
        # The right one comes within the wait of four seconds, and is not tried.
        self.type(session, "999" + NUMBER + "\r")
        session.wait_for("秒再试")
        self.assertIsNone(session.process.poll())

    def test_yescrypt_as_debian_makes_it(self):
        method = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$"
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = crypt.crypt(NUMBER, method)
        if not text or not text.startswith("$y$"):
            self.fail("this C library has no yescrypt")
        session = self.start("--operator-pin-file", self.number_file(text))
        self.type(session, "999" + NUMBER + "\r")
        self.assertEqual(session.wait_gone(5), 0)

    def test_a_number_file_that_cannot_be_trusted_is_refused(self):
        for text, mode, status in [
            (self.hashed(), 0o644, 2), ("135791\n", 0o600, 2), ("", 0o600, 2), ("$6$bad\n", 0o600, 2), (self.hashed() * 2, 0o600, 2),
        ]:  # fmt: skip
            with self.subTest(text=text[:8], mode=mode):
                result = run("kiosk", "--operator-pin-file", self.number_file(text, mode))
                self.assertEqual(result.returncode, status, result.stderr.decode())
                self.assertNotIn(b"135791", result.stderr)
        self.assertEqual(run("kiosk", "--operator-pin-file", "/nowhere/number").returncode, 66)
        self.assertEqual(run("kiosk", "--idle", "1").returncode, 64)
        self.assertEqual(run("kiosk").returncode, 2, "no terminal")

    def test_sigterm_ends_it_well_and_a_lost_terminal_does_not(self):
        session = self.start()
        os.kill(session.pid, signal.SIGTERM)
        self.assertEqual(session.wait_gone(1), 0)
        self.assertEqual(session.attributes, session.attributes_before)
        for options in ({}, {"ignoring": (signal.SIGHUP,)}, {"controlling": False}):
            with self.subTest(**options):
                session = self.start(**options)
                session.hang_up()
                self.assertGreater(session.wait_gone(1), 0)
        session = self.start()
        os.kill(session.pid, signal.SIGHUP)
        self.assertGreater(session.wait_gone(1), 0)

    def test_a_crash_restores_the_terminal(self):
        session = self.start()
        os.kill(session.pid, signal.SIGSEGV)
        self.assertEqual(session.wait_gone(5), -signal.SIGSEGV)
        self.assertFalse(session.screen.alternate)
        self.assertEqual(session.attributes, session.attributes_before)


class Supervised(KioskTest):
    def receive(self, manager, seconds, skipping="STATUS="):
        manager.settimeout(seconds)
        while (message := manager.recv(1024).decode()).startswith(skipping):
            pass
        return message

    def test_ready_watchdog_stopping(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        for name in (os.path.join(folder, "notify"), f"@minsheng-{os.getpid()}"):
            with self.subTest(socket=name[0]), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
                manager.bind(name.replace("@", "\0"))
                session = self.start(NOTIFY_SOCKET=name, WATCHDOG_USEC="1000000")
                self.assertEqual(self.receive(manager, 2), "READY=1")
                begin = time.monotonic()
                for _ in range(4):
                    self.assertEqual(self.receive(manager, 2), "WATCHDOG=1")
                self.assertAlmostEqual(time.monotonic() - begin, 2, delta=0.6)
                os.kill(session.pid, signal.SIGTERM)
                while (message := self.receive(manager, 2)) == "WATCHDOG=1":
                    pass
                self.assertEqual(message, "STOPPING=1")
                self.assertEqual(session.wait_gone(1), 0)

    def test_the_status_always_says_how_the_data_are(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(os.path.join(folder, "notify"))
            tables = self.enterContext(Tables())
            session = self.start("--data", str(tables.path), NOTIFY_SOCKET=os.path.join(folder, "notify"))
            self.assertIn("数据正常", self.receive(manager, 2, skipping="READY"))
            for _ in range(3):
                data = (tables.path / "topics.csv").read_bytes()
                (tables.path / "topics.csv").write_bytes(data[:50])
                self.assertIn("仍显示旧数据", self.receive(manager, 5, skipping="READY"))
                (tables.path / "topics.csv").write_bytes(data)
                self.assertIn("数据正常", self.receive(manager, 5, skipping="READY"))
            self.assertIsNone(session.process.poll())

    def test_the_status_file_is_whole_json_and_says_the_same(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        path = os.path.join(folder, "status.json")

        def state(wanted):
            end = time.monotonic() + 10
            while time.monotonic() < end:
                with contextlib.suppress(FileNotFoundError):
                    with open(path, encoding="utf-8") as file:
                        report = json.load(file)
                    if report["state"] == wanted:
                        return report
                select.select([], [], [], 0.02)
            self.fail(f"never {wanted}")

        tables = self.enterContext(Tables())
        session = self.start("--data", str(tables.path), "--status-file", path)
        self.assertIsNone(state("well")["lastTouch"])
        session.write(b"1")
        session.wait_for("17 个数字")
        self.assertEqual(state("well")["lastTouch"], time.strftime("%Y-%m-%d"))
        data = (tables.path / "topics.csv").read_bytes()
        (tables.path / "topics.csv").write_bytes(data[:50])
        self.assertIn("topics.csv", state("refused")["problem"])
        (tables.path / "topics.csv").write_bytes(data)
        self.assertIsNone(state("well")["problem"])
        self.assertEqual(os.listdir(folder), ["status.json"])

    def test_another_processs_watchdog_and_a_missing_manager_do_no_harm(self):
        session = self.start(NOTIFY_SOCKET="/nowhere/notify", WATCHDOG_USEC="200000", WATCHDOG_PID="1")
        self.wait_turn(session)
        self.assertIsNone(session.process.poll())


class Aloud(KioskTest):
    """A figure is read by a command of the operator's."""

    def open_figure(self, command):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        self.spoken = pathlib.Path(folder, "spoken")
        session = self.start("--speak", command.format(file=self.spoken))
        for expected in ("17 个数字", "第 1—6 个", "第 1 个，共"):
            session.write(b"1")
            session.wait_for(expected)
            self.rest()
        self.assertIn("3 听", session.screen.text)
        return session

    def wait(self, condition, seconds=5):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            select.select([], [], [], 0.02)
        self.fail("never")

    def children(self, session):
        return [pid for pid in session.members() if pid != session.pid]

    def text(self):
        return self.spoken.read_text("utf-8") if self.spoken.exists() else ""

    def test_the_command_gets_text_language_and_code(self):
        session = self.open_figure("cat > {file}; echo $MINSHENG_LANGUAGE $MINSHENG_INDICATOR >> {file}")
        session.write(b"3")
        self.wait(lambda: "两万四千零二人" in self.text() and "zh new-urban-jobs" in self.text())

    def test_whom_to_ask_is_read_by_its_own_key(self):
        session = self.open_figure("cat > {file}; echo $MINSHENG_LANGUAGE $MINSHENG_INDICATOR >> {file}")
        session.write(b"2")
        session.wait_for("7 听")
        self.rest()
        session.write(b"7")
        self.wait(lambda: "盘锦市人力资源和社会保障局。数据没有写明电话" in self.text() and "zh employment.ask" in self.text())

    def test_a_command_that_fails_stands_in_the_status_file(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        path = pathlib.Path(folder, "status.json")
        session = self.start("--speak", "exit 3", "--status-file", str(path))
        for expected in ("17 个数字", "第 1—6 个", "第 1 个，共"):
            session.write(b"1")
            session.wait_for(expected)
            self.rest()
        session.write(b"3")
        self.wait(lambda: any("status 3" in fault for fault in json.loads(path.read_text("utf-8"))["faults"]))

    def test_the_next_touch_ends_it_and_what_it_started(self):
        session = self.open_figure("trap '' TERM; echo begun > {file}; sleep 300 & wait; sleep 300")
        session.write(b"3")
        self.wait(lambda: self.text())
        began = time.monotonic()
        session.write(b"1")
        session.wait_for("第 2 个，共")
        self.assertLess(time.monotonic() - began, 0.5, "the screen never waits for it")
        self.rest()
        session.write(b"0")
        self.rest()
        self.wait(lambda: not pathlib.Path(f"/proc/{session.pid}/task/{session.pid}/children").read_text().split())

    def test_a_command_that_fails_is_logged_and_harms_nothing(self):
        session = self.open_figure("exit 3")
        for _ in range(3):
            session.write(b"3")
            self.rest()
        session.write(b"1")
        session.wait_for("第 2 个，共")
        self.assertIsNone(session.process.poll())


class Answering(KioskTest):
    """What tests of the survey have in common."""

    FILE = pathlib.Path(__file__).resolve().parents[2] / "docs/kiosk/survey.csv"

    def folder(self):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        shutil.copy(self.FILE, folder / "survey.csv")
        return folder

    def press(self, session, keys):
        for key, expected in keys:
            session.write(key.encode())
            session.wait_for(expected)
            self.rest()

    def begin(self, folder):
        session = self.start("--survey", str(folder))
        session.wait_for("9 问需于民")
        self.press(session, [("9", "不问姓名"), ("1", "1/3")])
        return session

    def tallies(self, folder):
        result = run("survey", str(folder), "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return {(row["question"], row["choice"]): row["n"] for row in json.loads(result.stdout) if row["n"]}


class Survey(Answering):
    """Whole sheets are counted; nothing else is written; without its file the kiosk goes on."""

    def test_a_whole_sheet_is_counted_and_half_a_one_is_not(self):
        folder = self.folder()
        session = self.begin(folder)
        self.press(session, [("2", "2/3"), ("1", "3/3"), ("7", "7 文旅")])
        self.assertEqual(self.tallies(folder), {}, "it was left")
        self.press(session, [("9", "不问姓名"), ("1", "1/3"), ("2", "2/3"), ("1", "3/3"), ("1", "● 养老服务"), ("4", "● 就业"), ("6", "谢谢")])
        self.assertEqual(self.tallies(folder), {("service", "4"): 1, ("wait", "10"): 1, ("needs", "care"): 1, ("needs", "jobs"): 1})
        self.press(session, [("0", "7 文旅")])
        self.assertNotIn("问需于民", session.screen.text, "none for a minute")
        self.assertEqual(sorted(os.listdir(folder)), ["answers.sqlite", "survey.csv"])

    def test_a_kiosk_that_is_killed_loses_the_open_sheet_only(self):
        folder = self.folder()
        session = self.begin(folder)
        self.press(session, [("2", "2/3"), ("1", "3/3"), ("1", "●"), ("6", "谢谢")])
        os.kill(session.pid, signal.SIGKILL)
        session.wait_gone(5)
        other = self.begin(folder)
        self.press(other, [("5", "2/3")])
        os.kill(other.pid, signal.SIGKILL)
        other.wait_gone(5)
        self.assertEqual(self.tallies(folder), {("service", "4"): 1, ("wait", "10"): 1, ("needs", "care"): 1})

    def test_without_a_file_that_can_be_written_the_kiosk_goes_on_without_it(self):
        missing, damaged, wrong = self.folder(), self.folder(), self.folder()
        (missing / "survey.csv").unlink()
        (damaged / "answers.sqlite").write_bytes(b"no data base" * 500)
        (wrong / "survey.csv").write_text("question,kind\n", "utf-8")
        for folder in (missing, damaged, wrong, pathlib.Path("/nowhere")):
            with self.subTest(folder=folder):
                session = self.start("--survey", str(folder))
                self.wait_turn(session)
                self.assertNotIn("问需于民", session.screen.text)

    def test_a_sheet_that_cannot_be_kept_is_not_thanked_for(self):
        folder = self.folder()
        session = self.begin(folder)
        self.press(session, [("2", "2/3"), ("1", "3/3"), ("1", "●")])
        # The tables are gone under it.
        (folder / "answers.sqlite").write_bytes(b"no data base" * 500)
        session.write(b"6")
        session.wait_for("没能记下")
        self.rest()
        session.write(b"1")
        session.wait_for("7 文旅")
        self.assertNotIn("问需于民", session.screen.text)
        self.assertIsNone(session.process.poll())

    def test_many_kiosks_become_figures_with_their_sheets(self):
        """One sheet is answered, so that the file is the program's own; two more kiosks have more of the same."""
        one = self.folder()
        session = self.begin(one)
        self.press(session, [("2", "2/3"), ("1", "3/3"), ("1", "●"), ("6", "谢谢")])
        os.kill(session.pid, signal.SIGTERM)
        session.wait_gone(5)
        kiosks = [one, self.folder(), self.folder()]
        for number, folder in enumerate(kiosks[1:], 2):
            shutil.copy(one / "answers.sqlite", folder)
            with contextlib.closing(sqlite3.connect(folder / "answers.sqlite")) as base:
                for table in ("sheets", "marks"):
                    base.execute(f"UPDATE {table} SET n = n * {number}, day = '2026-11-0{number}'")
                base.commit()
        with contextlib.closing(sqlite3.connect(one / "answers.sqlite")) as base:
            for table in ("sheets", "marks"):
                base.execute(f"UPDATE {table} SET day = '2026-10-31'")
            base.commit()
        tables = self.enterContext(Tables())
        names = [str(folder) for folder in kiosks]
        result = run("survey", *names, "--into", str(tables.path), "--period", "2026-11")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("2 台公众屏的 5 份答卷", result.stdout.decode())
        self.assertEqual(run("survey", *names, "--into", str(tables.path)).returncode, 0, "all days: a period of its own")
        checked = run("check", str(tables.path))
        self.assertEqual(checked.returncode, 0, checked.stdout.decode())
        shown = json.loads(run("show", "survey", "--data", str(tables.path), "--format", "json").stdout)
        values = {(row["indicator"], row["period"]): row["value"] for row in shown["observations"]}
        self.assertEqual([values[code, "2026-11"] for code in ("survey-sheets", "survey-service--4", "survey-service--5")], ["5", "5", "0"])
        self.assertEqual(values["survey-wait--10", "2026-10-31/P4D"], "6")
        again = {path.name: path.read_bytes() for path in tables.path.glob("*.csv")}
        self.assertEqual(run("survey", *names, "--into", str(tables.path)).returncode, 0)
        self.assertEqual({path.name: path.read_bytes() for path in tables.path.glob("*.csv")}, again, "the same again changes nothing")
        session = self.start("--data", str(tables.path))
        self.press(session, [("7", "2 问需于民"), ("2", "14 个数字"), ("1", "非常满意")])
        session.write(b"3")
        session.wait_for("占“收到答卷”5份的 100.0%（推算）")


    def test_files_that_cannot_be_counted_are_refused(self):
        folder = self.folder()
        session = self.begin(folder)
        self.press(session, [("2", "2/3"), ("1", "3/3"), ("1", "●"), ("6", "谢谢")])
        os.kill(session.pid, signal.SIGTERM)
        session.wait_gone(5)
        tables = self.enterContext(Tables())
        before = (tables.path / "observations.csv").read_bytes()
        twice = run("survey", str(folder), str(folder / "."))
        self.assertEqual((twice.returncode, b"twice" in twice.stderr), (64, True))
        with contextlib.closing(sqlite3.connect(folder / "answers.sqlite")) as base:
            base.execute("DELETE FROM marks WHERE question = 'wait'")
            base.commit()
        torn = run("survey", str(folder), "--into", str(tables.path))
        self.assertEqual((torn.returncode, "问题 wait 却有 0 个回答" in torn.stderr.decode()), (1, True), torn.stderr.decode())
        self.assertEqual(run("survey", str(folder), "--into", "@panjin").returncode, 64)
        self.assertEqual((tables.path / "observations.csv").read_bytes(), before)

    def test_a_summary_of_nothing(self):
        self.assertEqual(run("survey", "/nowhere").returncode, 66)


class Data(KioskTest):
    REFUSED = "数据更新未通过检查 · 仍显示 2022年"

    def open(self):
        tables = self.enterContext(Tables())
        return tables, self.start("--data", str(tables.path))

    def test_a_new_number_appears_by_itself(self):
        tables, session = self.open()
        tables.replace("indicators.csv", "城镇里新找到工作的人数。", "城里新找到工作的人。")
        session.wait_for("城里新找到工作的人。")
        self.assertIn("秒后换下一个", session.screen.text, "a reload is no input")

    def test_sigusr1_reads_anew(self):
        tables, session = self.open()
        os.kill(session.pid, signal.SIGUSR1)
        self.wait_turn(session)
        self.assertIsNone(session.process.poll())

    def test_bad_data_leave_the_old_ones_and_good_ones_come_back(self):
        def half(path):
            data = (path / "observations.csv").read_bytes()
            (path / "observations.csv").write_bytes(data[: len(data) // 2])

        def encoded(path):
            data = (path / "indicators.csv").read_bytes()
            (path / "indicators.csv").write_bytes(data[:300] + b"\xff" + data[300:])

        faults = {
            "half a file": half,
            "0 bytes": lambda path: (path / "observations.csv").write_bytes(b""),
            "wrong encoding": encoded,
            "a file removed": lambda path: (path / "topics.csv").unlink(),
            "the folder removed": lambda path: shutil.rmtree(path),
            "a folder for a file": lambda path: ((path / "areas.csv").unlink(), (path / "areas.csv").mkdir()),
            "a device for a file": lambda path: ((path / "areas.csv").unlink(), (path / "areas.csv").symlink_to("/dev/zero")),
        }
        for name, fault in faults.items():
            with self.subTest(fault=name):
                tables, session = self.open()
                good = tables.path.parent / "good"
                shutil.copytree(tables.path, good)
                fault(tables.path)
                session.wait_for(self.REFUSED, 15)
                self.assertIn("秒后换下一个", session.screen.text)
                self.assertNotIn(".csv", session.screen.text)
                if tables.path.exists():
                    shutil.rmtree(tables.path)
                os.rename(good, tables.path)
                session.wait_for(lambda screen: self.REFUSED not in screen.text, 15)
                self.assertIn("盘锦市民生看板", session.screen.text)

    def test_tables_that_lost_their_topics_or_figures_do_not_replace_good_ones(self):
        for name in ("topics.csv", "observations.csv"):
            with self.subTest(table=name):
                tables, session = self.open()
                data = (tables.path / name).read_bytes()
                (tables.path / name).write_bytes(data[: data.index(b"\n") + 1])
                session.wait_for(self.REFUSED, 15)
                text = self.screen_with(session, "城镇新增就业")
                # The top row of the large digits of 24,002; the comma does not reach it.
                self.assertIn("██████  ██  ██        ██████  ██████  ██████ ", text)
                self.assertIn("7 文旅", text)

    def screen_with(self, session, words):
        session.wait_for(words, 100)
        return session.screen.text

    def test_without_good_data_it_waits_and_recovers_by_itself(self):
        def half(path):
            data = (path / "observations.csv").read_bytes()
            (path / "observations.csv").write_bytes(data[: len(data) // 2])

        faults = {
            "missing": lambda path: shutil.rmtree(path), "half-written": half,
            "no topics": lambda path: (path / "topics.csv").write_bytes((path / "topics.csv").read_bytes().split(b"\n")[0] + b"\n"),
        }  # fmt: skip
        for name, fault in faults.items():
            with self.subTest(fault=name):
                tables = self.enterContext(Tables())
                good = tables.path.parent / "good"
                shutil.copytree(tables.path, good)
                fault(tables.path)
                session = self.start("--data", str(tables.path), title="本屏暂停服务")
                session.write(b"1")
                session.settle()
                self.assertIn("请到服务台", session.screen.text)
                if tables.path.exists():
                    shutil.rmtree(tables.path)
                os.rename(good, tables.path)
                session.wait_for(lambda screen: "盘锦市民生看板" in screen.text and "秒后换下一个" in screen.text, 15)

    def test_only_bad_arguments_end_it(self):
        session = self.enterContext(Session("kiosk", "--data", "@nowhere"))
        self.assertEqual(session.wait_gone(5), 66)

    def test_without_permission_the_old_ones_stay(self):
        tables = self.enterContext(Tables())
        # Permissions mean nothing to root; nobody is everywhere.
        command = [PROGRAM, "kiosk", "--data", str(tables.path)]
        if os.geteuid() == 0:
            os.chmod(tables.path.parent, 0o755)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        session = self.enterContext(Session(command=command))
        session.wait_for("盘锦市民生看板")
        # No file has changed by that, so it is only noticed when somebody asks.
        os.chmod(tables.path / "observations.csv", 0)
        os.kill(session.pid, signal.SIGUSR1)
        session.wait_for(self.REFUSED, 15)
        os.chmod(tables.path / "observations.csv", 0o644)
        os.kill(session.pid, signal.SIGUSR1)
        session.wait_for(lambda screen: self.REFUSED not in screen.text, 15)

    def test_replaced_again_and_again_while_it_is_read(self):
        tables, session = self.open()
        first, second = tables.path.parent / "first", tables.path.parent / "second"
        shutil.copytree(tables.path, first)
        shutil.copytree(tables.path, second)
        text = (second / "indicators.csv").read_text("utf-8")
        (second / "indicators.csv").write_text(text.replace("城镇里新找到工作的人数。", "城里新找到工作的人。"), "utf-8")
        shutil.rmtree(tables.path)
        link = tables.path.parent / "link"
        for turn in range(40):
            link.symlink_to("second" if turn % 2 else "first")
            os.replace(link, tables.path)
            select.select([], [], [], 0.03)
        session.wait_for("城里新找到工作的人。", 15)
        session.wait_for(lambda screen: self.REFUSED not in screen.text, 15)


if __name__ == "__main__":
    unittest.main()
