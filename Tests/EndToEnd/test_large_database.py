"""A set in PostgreSQL that is too large to be read whole: the newest figures first, then what a page needs."""
import pathlib
import re
import sys
import tempfile
import unittest

import postgres_server
from harness import Session, Tables, wait_until
from test_database import EXAMPLE, PANJIN, DatabaseTests
from test_live import change

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/Benchmarks"))
import tables as benchmark  # noqa: E402

# So few figures are read whole that every city counts as large.
FEW = {"MINSHENG_READ_WHOLE": "100"}


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class LargeSets(DatabaseTests):
    def test_screens_are_those_of_the_files(self):
        for folder, title in [(PANJIN, "盘锦"), (EXAMPLE, "虚构")]:
            address = self.server.address(self.city(folder))
            for size in [(120, 40), (80, 24)]:
                sessions = [self.start("--data", place, title=title, size=size, **FEW) for place in [address, str(folder)]]
                for keys in [[], ["1"], ["Down", "Enter"], ["s"], ["Esc", "Esc", "3"], ["8"], ["Enter"], ["Esc", "/", "yanglao"], ["Enter"], ["c"],
                             ["Esc", "Esc", "w"], ["Esc", "d"], ["Esc", "L"], ["2", "r"], ["o"], ["u"]]:  # fmt: skip
                    with self.subTest(folder=folder, keys=keys, size=size):
                        for session in sessions:
                            if keys:
                                session.send(*keys)
                            session.settle()
                        wait_until(
                            lambda: [s.read() for s in sessions] and sessions[0].screen.texts == sessions[1].screen.texts,
                            lambda: sessions[0].picture() + "\n" + sessions[1].picture(),
                        )
                for session in sessions:
                    session.send("Esc", "Esc", "q", "q")

    def test_of_six_hundred_thousand_figures_few_are_read(self):
        name = self.city(None)
        with tempfile.TemporaryDirectory() as folder:
            benchmark.full_city(folder, indicators=300, areas=100)
            self.publish(folder, name)
        self.server.sql(benchmark.full_rows(indicators=300, areas=100, months=20), name)
        session = self.start("--data", self.server.address(name), title="300 项", size=(120, 40))
        self.assertIn("数据期 2025-05 — 2026-12", session.screen.texts[0])
        session.send("1", "Enter")
        session.wait_for("› 就业指标0000")
        session.wait_for("走势 · ")
        area, value = self.server.sql(
            "SELECT \"REF_AREA\", \"OBS_VALUE\" FROM minsheng.observations WHERE \"INDICATOR\" = 'ind-0000' AND \"TIME_PERIOD\" = '2026-12' "
            "AND \"REF_AREA\" <> '990000' ORDER BY \"OBS_VALUE\" DESC LIMIT 1", name).split("|")  # fmt: skip
        first = rf"1 +第{int(area) - 990000}区 .*{int(value):,} 人"
        session.wait_for(lambda screen: re.search(first, screen.text))
        session.send("0", "a", "Down", "Enter")
        session.wait_for("第1区")
        session.send("w")
        session.wait_for(lambda screen: "› 关注" in screen.text and "正在从数据库读取" not in screen.text)
        # What the page needs may come in several answers; then nothing happens any more.
        wait_until(lambda: self.sleeps(session), "idle means asleep")
        own = int(re.search(r"RssAnon:\s+(\d+)", pathlib.Path(f"/proc/{session.pid}/status").read_text())[1])
        # Read whole they take more than twice as much.
        self.assertLess(own, 100 << 10)

    def sleeps(self, session):
        """Whether the program does nothing for two seconds, in which it would ask for figures many times."""
        before = session.switches()
        session.let_pass(2)
        return session.switches() == before

    def test_a_new_version_is_shown_where_somebody_is(self):
        name = self.city()
        session = self.start("--data", self.server.address(name), size=(120, 40), **FEW)
        session.send("1", "Enter")
        session.wait_for("各期各地")
        with Tables() as tables:
            change(tables.path, "24002", "24003")
            self.publish(tables.path, name)
            session.wait_for("数据已更新", seconds=2)
            # By now what the page needs has been asked for of the new version.
            session.send("Down")
            session.wait_for("24,003")
        session.send("Esc", "2", "Enter")
        session.wait_for("各期各地")

    def test_a_refused_version_is_not_asked_again_and_again(self):
        name = self.city(EXAMPLE)
        session = self.start("--data", self.server.address(name), title="虚构", size=(120, 40), **FEW)
        self.server.sql("""UPDATE minsheng.observations_rows SET "OBS_VALUE" = '24002a' WHERE "OBS_VALUE" = '24002';
            UPDATE minsheng.version SET generation = generation + 1""", name)  # fmt: skip
        session.wait_for("没有采用")
        session.send("2", "Enter")
        session.wait_for("正在从数据库读取")
        wait_until(lambda: self.sleeps(session), "idle means asleep")
        # What the page waits for comes with the next version.
        self.server.sql("""UPDATE minsheng.observations_rows SET "OBS_VALUE" = '24002' WHERE "OBS_VALUE" = '24002a';
            UPDATE minsheng.version SET generation = generation + 1""", name)  # fmt: skip
        session.wait_for("来源与口径")
        self.assertNotIn("新数据有误", session.screen.text)

    def test_a_row_without_a_code_is_not_passed_over(self):
        for column in ["INDICATOR", "REF_AREA"]:
            with self.subTest(column):
                name = self.city()
                self.server.sql(f"""UPDATE minsheng.observations_rows SET "{column}" = NULL WHERE "OBS_VALUE" = '24002'""", name)
                session = self.enterContext(Session("--data", self.server.address(name), size=(120, 40), **FEW))
                self.assertEqual(session.wait_gone(10), 2, session.picture())
                self.assertIn(column, session.screen.text)

    def test_any_limit_will_do(self):
        address = self.server.address(self.city())
        for limit in ["9223372036854775807", "-9223372036854775808", "-1", "0"]:
            with self.subTest(limit):
                session = self.start("--data", address, size=(120, 40), MINSHENG_READ_WHOLE=limit)
                session.wait_for("盘锦")
                session.send("1", "Enter")
                session.wait_for("各期各地")
                session.send("q", "q")

    def test_what_does_not_come_is_said_and_comes_later(self):
        server = self.enterContext(postgres_server.PostgresServer())
        server.sql("CREATE DATABASE city")
        address = server.address("city")
        self.succeed("database", "create", address)
        self.succeed("publish", EXAMPLE, "--to", address, "--reason", "x")
        session = self.start("--data", address, title="虚构", size=(120, 30), **FEW)
        server.stop()
        session.wait_for("连不上数据源")
        session.send("2", "Enter")
        session.wait_for("正在从数据库读取")
        self.assertIn("虚构", session.screen.texts[0])
        self.assertIn("连不上数据源", session.screen.texts[0])
        session.send("Esc", "Esc")
        session.wait_for("项可评")
        self.assertIn("24,002", session.screen.text)
        self.assertIn("连不上数据源", session.screen.texts[0])
        session.send("2", "Enter")
        session.wait_for("正在从数据库读取")
        server.start()
        session.wait_for("来源与口径", seconds=20)
        self.assertNotIn("连不上", session.screen.text)

    def test_periods_end_as_the_program_has_them(self):
        name = self.city(None)
        ends = {
            "2022": "2022-12-31", "2022-02": "2022-02-28", "2024-02": "2024-02-29", "2022-11-30": "2022-11-30", "2022-Q3": "2022-09-30",
            "2022-S1": "2022-06-30", "2022-T2": "2022-08-31", "2022-M11": "2022-11-30", "2022-A1": "2022-12-31", "2022-W01": "2022-01-09",
            "2020-W53": "2021-01-03", "2022-D032": "2022-02-01", "2022-01-01/P11M": "2022-11-30", "2022-03-15/P1M": "2022-04-14",
            "2021-01-01/P5Y": "2025-12-31", "2022-01-03/P2W": "2022-01-16", "2022-01-31/P3D": "2022-02-02", "2022-01/2022-11": "2022-11-30",
            "2021/2025": "2025-12-31", "9999-12": "9999-12-31",
        }  # fmt: skip
        for period, end in ends.items():
            with self.subTest(period):
                self.assertEqual(self.server.sql(f"SELECT minsheng.period_end('{period}')", name), end)
        # What is no period is refused by the reader, not by the table.
        for text in ["", "x", "2022-", "0000", "0000-00-00", "2022-99-99", "2022-D999", "2022-01-01/P99999Y", "/P1M", "去年", "2022-01/", "99999-01"]:
            with self.subTest(text):
                self.server.sql(f"SELECT minsheng.period_end('{text}')", name)
        self.assertEqual(self.server.sql("SELECT minsheng.period_end(NULL)", name), "-infinity")
