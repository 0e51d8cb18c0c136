"""The built program in a pseudo-terminal, and its figures against a second, independent reader."""
import csv, fcntl, json, os, pathlib, pty, select, signal, struct, subprocess, termios, time, unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("MINSHENG") or str(ROOT / ".build/debug/minsheng")
TABLES = ROOT / "Data/panjin-2022"


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=20)


class Console(unittest.TestCase):
    def start(self, ignore_hangup=False, **environment):
        self.output = b""
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            if ignore_hangup:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)
            os.execve(PROGRAM, [PROGRAM], {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", **environment})
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.see("盘锦市民生看板")

    def read(self, seconds):
        if not select.select([self.master], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return b""
        self.output += data
        return data

    def see(self, text):
        end = time.monotonic() + 10
        while text.encode() not in self.output:
            self.assertLess(time.monotonic(), end, f"never saw {text}")
            self.read(0.05)

    def send(self, keys, then):
        self.output = b""
        os.write(self.master, keys)
        self.see(then)

    def ends(self, within, reading=True):
        end = time.monotonic() + within
        while time.monotonic() < end:
            self.read(0.01) if reading else time.sleep(0.01)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                return status
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        self.fail(f"still running after {within} s")

    def test_drill_down_and_quit(self):
        self.start()
        self.send(b"1", "失业人员再就业")
        self.send(b"\x1bOB\r", "各期各地")
        self.send(b"s", "原文印作")
        self.send(b"q", "\x1b[?1049l")
        self.assertEqual(os.waitstatus_to_exitcode(self.ends(2)), 0)

    def test_hang_up(self):
        for ignored in (False, True):
            self.start(ignore_hangup=ignored)
            os.close(self.master)
            self.ends(1, reading=False)

    def test_terminate_restores_the_screen(self):
        self.start()
        os.kill(self.pid, signal.SIGTERM)
        self.ends(1)
        self.assertIn(b"\x1b[?1049l", self.output)

    def test_kinds_of_terminal(self):
        for kind in ("linux", "vt100", "nonsense"):
            self.start(TERM=kind)
            os.write(self.master, b"q")
            self.ends(2)

    def test_idle_is_asleep(self):
        self.start()
        while self.read(0.3):
            pass
        self.assertEqual(self.read(2), b"")
        os.write(self.master, b"q")
        self.ends(2)


class Channels(unittest.TestCase):
    def test_exit_statuses(self):
        self.assertEqual(run("--nonsense").returncode, 64)
        self.assertEqual(run("check", "/no/such/folder").returncode, 66)
        self.assertEqual(run("check").returncode, 0)
        plain = run()
        self.assertIn("24,002人", plain.stdout)
        self.assertNotIn("\x1b", plain.stdout)

    def test_json_and_csv_equal_the_tables(self):
        with open(TABLES / "observations.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        shown = json.loads(run("show", "--format", "json").stdout)
        self.assertEqual((len(rows), len(shown["observations"]), len(shown["briefs"])), (64, 64, 26))
        names = dict(area="REF_AREA", indicator="INDICATOR", period="TIME_PERIOD", periodBasis="PERIOD_BASIS", value="OBS_VALUE",
                     valueHigh="VALUE_HIGH", qualifier="QUALIFIER", status="OBS_STATUS", revision="REVISION", source="SOURCE",
                     place="PLACE", printed="PRINTED")
        expected = sorted(tuple(row[c] for c in names.values()) + (row["UNIT_MULT"],) for row in rows)
        found = sorted(tuple(o[n] or "" for n in names) + (str(o["unitMultiplier"]),) for o in shown["observations"])
        self.assertEqual(found, expected)
        printed = list(csv.DictReader(run("show", "--format", "csv").stdout.splitlines()))
        key = lambda row: sorted(row.items())
        self.assertEqual(sorted(printed, key=key), sorted(rows, key=key))


if __name__ == "__main__":
    unittest.main()
