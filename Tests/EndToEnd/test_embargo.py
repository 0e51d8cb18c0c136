"""Figures with a release time: hidden everywhere before it, shown everywhere at it, and never by a clock that cannot be right."""
import datetime
import time
import unittest

from harness import Session, Tables, run

FIGURE = "24,102"


class Embargo(unittest.TestCase):
    def tables(self, release, period="2022-01-01/P12M"):
        """The headline figure once more, for the whole year, to be released at a moment."""
        tables = self.enterContext(Tables())
        text = datetime.datetime.fromtimestamp(release, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        file = tables.path / "observations.csv"
        row = f"211100,new-urban-jobs,{period},printed,24102,0,,exact,A,,{text},report,第7段,城镇新增就业24102人,,\n"
        file.write_text(file.read_text("utf-8") + row, "utf-8")
        return tables

    def channels(self, path):
        for arguments in [
            ["show"], ["show", "--format", "csv"], ["show", "--format", "json"], ["show", "--format", "md"], ["export"], ["export", "--format", "sdmx-csv"],
            ["export", "--format", "json"], ["export", "--format", "md"], ["report"], ["report", "--format", "html"], ["report", "--format", "md"],
            ["console", "--plain"],
        ]:  # fmt: skip
            result = run(*arguments, "--data", str(path))
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            yield arguments, result.stdout.decode().replace(",", ""), result.stderr.decode()

    def test_no_channel_shows_it_before_and_every_channel_after(self):
        for offset, isShown in [(3600, False), (-3600, True)]:
            tables = self.tables(time.time() + offset)
            for arguments, text, _ in self.channels(tables.path):
                self.assertEqual("24102" in text, isShown, arguments)

    def test_a_clock_before_what_is_reported_hides_it_and_says_so(self):
        tables = self.tables(time.time() - 3600)
        file = tables.path / "observations.csv"
        file.write_text(file.read_text("utf-8").replace("2022-01-01/P11M", "2098-01-01/P11M"), "utf-8")
        for arguments, text, errors in self.channels(tables.path):
            self.assertNotIn("24102", text, arguments)
            self.assertIn("系统时钟不可信", errors, arguments)
        self.assertIn("wrong-clock", run("check", str(tables.path), "--format", "json").stdout.decode())
        session = self.enterContext(Session("--data", str(tables.path)))
        session.wait_for("时钟不可信")

    def test_one_mistyped_year_says_nothing_of_the_clock(self):
        tables = self.tables(time.time() - 3600)
        file = tables.path / "observations.csv"
        row = "211100,new-urban-jobs,2098-01-01/P11M,printed,24099,0,,exact,A,,,report,第7段,城镇新增就业24099人,,\n"
        file.write_text(file.read_text("utf-8") + row, "utf-8")
        for arguments, text, errors in self.channels(tables.path):
            self.assertNotIn("系统时钟不可信", errors, arguments)
        checked = run("check", str(tables.path)).stdout.decode()
        line = file.read_text("utf-8").count("\n")
        self.assertRegex(checked, f"observations.csv:{line}:\\d+: .*2098-01-01/P11M")
        self.assertNotIn("时钟", checked)

    def test_an_open_dashboard_shows_it_at_its_instant_and_wakes_for_nothing_else(self):
        release = int(time.time()) + 4
        tables = self.tables(release)
        session = self.enterContext(Session("--data", str(tables.path)))
        session.wait_for("24,002")
        session.settle(0.3)
        before = session.switches()
        session.read(max(0.0, release - time.time() - 0.5))
        while time.time() < release - 0.5:
            session.read(0.1)
        self.assertEqual(session.switches(), before, "woken before the instant")
        self.assertNotIn(FIGURE, session.screen.text)
        session.wait_for(FIGURE, 5)
        late = time.time() - release
        self.assertTrue(0 <= late < 1, late)
        self.assertIn("发布时间", session.screen.texts[0])
        session.settle(0.2)
        before = session.switches()
        session.read(1.0)
        self.assertEqual(session.switches(), before, "a timer is left over")

    def test_plain_lines_have_it_once_it_is_time(self):
        release = int(time.time()) + 3
        tables = self.tables(release)
        session = self.enterContext(Session("--data", str(tables.path), "--plain", size=(100, 100)))
        session.send("1", "Enter")
        session.wait_for("失业人员再就业，18,409人")
        self.assertNotIn(FIGURE, session.screen.text)
        while time.time() < release:
            session.read(0.1)
        session.send("0", "Enter")
        session.wait_for(FIGURE)
        self.assertIn("有数据到了发布时间", session.screen.text)


if __name__ == "__main__":
    unittest.main()
