"""Linear mode as a person with a screen reader meets it: lines of text, numbers, a prompt, and every way out."""
import csv
import re
import signal
import subprocess
import time
import unittest

import test_channels
from emulator import BLANK
from harness import TABLES, TIMEOUT, Session, run
from test_endings import HANG_UPS

PROMPT = b"\r\n> "


class LinearTests(unittest.TestCase):
    def start(self, *arguments, title="盘锦市民生看板", **options):
        """Starts the dialogue and reads its first page."""
        session = self.enterContext(Session(*arguments, **options))
        self.page = self.hear(session, 0)
        self.assertIn(title, self.page[0])
        return session

    def hear(self, session, mark):
        """What was written since a mark, up to the next prompt, as lines."""
        deadline = time.monotonic() + TIMEOUT
        while not session.received[mark:].endswith(PROMPT):
            if session.process.poll() is not None or time.monotonic() > deadline:
                self.fail(f"no prompt; exit status {session.process.poll()}\n{session.received[mark:].decode()}")
            session.read(0.5)
        return session.received[mark : -len(PROMPT)].decode(errors="replace").split("\r\n")

    def ask(self, session, line):
        """Types a line and gives the answer; the terminal's own echo of the line is left out."""
        mark = len(session.received)
        session.send(line, "Enter")
        return self.hear(session, mark)[1:]

    def assertPlain(self, session):
        """Nothing but text was sent, and the terminal is as it was."""
        self.assertEqual(re.findall(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]", bytes(session.received)), [])
        self.assertFalse(session.screen.alternate)
        self.assertEqual(session.screen.cursor.attrs, BLANK)
        self.assertEqual(session.attributes, session.attributes_before)


class Dialogue(LinearTests):
    def test_plain_begins_with_the_overview(self):
        session = self.start("--plain")
        self.assertEqual(self.page[0], "盘锦市民生看板，全市，2022年")
        self.assertIn("1. 就业：城镇新增就业，24,002人，2022年1—11月", self.page)
        self.assertEqual(sum(bool(re.match(r"\d+\. ", line)) for line in self.page), 9)
        self.assertPlain(session)

    def test_other_ways_to_ask_for_it(self):
        for changes in [{"MINSHENG_ACCESSIBLE": "1"}, {"TERM": "dumb"}, {"TERM": "dumb", "MINSHENG_ACCESSIBLE": "1"}]:
            with self.subTest(**changes):
                session = self.start(**changes)
                self.assertEqual(self.ask(session, "1")[0], "就业")
                self.assertPlain(session)

    def test_the_screen_where_nobody_asks_for_it(self):
        for value in [None, "", "0"]:
            with self.subTest(value=value):
                session = self.enterContext(Session(MINSHENG_ACCESSIBLE=value))
                session.wait_for("盘锦")
                self.assertTrue(session.screen.alternate)

    def test_numbers_lead_down_and_nothing_leads_back(self):
        session = self.start("--plain")
        top = self.page
        topic = self.ask(session, "1")
        self.assertEqual(topic[0], "就业")
        indicator = self.ask(session, "2")
        self.assertEqual(indicator[:2], ["失业人员再就业", "数值：18,409人"])
        self.assertIn("原文印作：「失业人员再就业18409人」", self.ask(session, "1"))
        self.assertEqual(self.ask(session, ""), indicator)
        self.assertEqual(self.ask(session, "0"), topic)
        self.assertEqual(self.ask(session, "0"), top)
        self.assertEqual(self.ask(session, ""), top)
        self.assertPlain(session)

    def test_search_sources_pages_help_language(self):
        session = self.start("--plain")
        self.assertEqual(self.ask(session, "/口袋")[2], "1. 建成口袋公园，9个，2022年 截至见报")
        self.assertIn("原文印作：「9个“口袋公园”」", self.ask(session, "s1"))
        for line in ["0", "0"]:
            self.ask(session, line)
        self.assertEqual(self.ask(session, "1")[-1], "第 1 页，共 2 页。m 下一页")
        self.assertEqual(self.ask(session, "m")[-1], "第 2 页，共 2 页。m 下一页")
        self.assertEqual(self.ask(session, "?")[0], "帮助")
        self.assertEqual(self.ask(session, "L")[0], "Help")
        self.assertTrue(self.ask(session, "what?")[0].startswith("You can type: 0 to go back"))
        self.assertPlain(session)

    def test_a_page_that_the_command_line_names(self):
        self.start("--plain", "--topic", "养老", title="养老")
        self.start("--plain", "--indicator", "pocket-parks", "--lang", "en", title="Pocket parks built")
        self.start("--plain", "--data", "@example", "--area", "甲区", title="示例市民生看板，甲区")

    def test_fictional_data_say_so(self):
        session = self.start("--plain", "--data", "@example", title="示例市")
        self.assertEqual(self.page[1], "虚构示例数据")
        for line in ["1", "1", "2", "m", "21", "?", "9"]:
            page = self.ask(session, line)
            self.assertTrue(len(page) == 1 or page[1] == "虚构示例数据", page[:2])

    def test_lines_that_come_all_at_once(self):
        session = self.start("--plain")
        session.send("1\r2\r1\r0\r/养老\rq\r")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertIn("失业人员再就业18409人", session.received.decode())

    def test_noise(self):
        session = self.start("--plain")
        for line in [b"\xff\xfe\xc3(", "\N{SNOWMAN}".encode() * 40, b"9" * 400, b"[200~", b"/" + "就".encode() * 300]:
            mark = len(session.received)
            session.write(line + b"\r")
            self.assertEqual(len(self.hear(session, mark)), 2, line)
        self.assertEqual(self.ask(session, "1")[0], "就业")


class Ways(LinearTests):
    """Every way out."""

    def test_q_ends(self):
        for before in [[], ["1"], ["1", "1", "1"], ["?"], ["/养老"]]:
            with self.subTest(before=before):
                session = self.start("--plain")
                for line in before:
                    self.ask(session, line)
                session.send("q", "Enter")
                self.assertEqual(session.wait_gone(2), 0)
                self.assertPlain(session)

    def test_the_end_of_input_ends(self):
        session = self.start("--plain")
        self.ask(session, "1")
        session.send("Ctrl-D")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertTrue(session.received.endswith(PROMPT + b"\r\n"), "what comes next begins a line")
        self.assertPlain(session)

    def test_a_line_that_was_begun_is_not_the_end(self):
        session = self.start("--plain")
        mark = len(session.received)
        session.send("1", "Ctrl-D")
        session.settle()
        session.send("Enter")
        self.assertIn("就业", self.hear(session, mark))
        session.send("x", "Ctrl-D", "Ctrl-D")
        self.assertEqual(session.wait_gone(2), 0)

    def test_interrupt(self):
        session = self.start("--plain")
        session.send("Ctrl-C")
        self.assertEqual(session.wait_gone(2), -signal.SIGINT)
        self.assertEqual(session.attributes, session.attributes_before)

    def test_gone_within_a_second_of_a_hang_up(self):
        for options in HANG_UPS:
            for lines in [[], ["1", "1"]]:
                with self.subTest(**options, lines=lines):
                    session = self.start("--plain", **options)
                    for line in lines:
                        self.ask(session, line)
                    session.hang_up()
                    session.wait_gone(1)

    def test_asleep_while_nobody_types(self):
        session = self.start("--plain")
        session.settle(0.3)
        switches = session.switches()
        self.assertEqual(session.read(1.0), 0)
        self.assertEqual(session.switches() - switches, 0)


class WithoutATerminal(LinearTests):
    def test_a_pipe_gets_everything_at_once(self):
        result = run("--plain")
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        self.assertEqual(result.stdout, run("show").stdout)
        self.assertEqual(run(MINSHENG_ACCESSIBLE="1").stdout, result.stdout)

    def test_nobody_to_answer(self):
        for stdin in (subprocess.DEVNULL, "closed"):
            with self.subTest(stdin=stdin):
                session = self.enterContext(Session("--plain", stdin=stdin))
                self.assertEqual(session.wait_gone(5), 0)
                self.assertIn("原文印作「城镇新增就业24002人」", session.received.decode())
                self.assertNotIn(PROMPT, session.received)


class Complete(LinearTests):
    """Walks by numbers alone and compares what is heard with the tables, read by Python's csv."""

    READER = test_channels.ReadBack()

    def walk(self, session, page, heard):
        """Hears every page below this one once, each in all its parts, and comes back."""
        key = tuple(page)
        heard[key] = page
        part = page
        while True:
            for number in [line.split(".")[0] for line in part if re.match(r"\d+\. ", line)]:
                below = self.ask(session, number)
                if tuple(below) not in heard:
                    self.walk(session, below, heard)
                self.assertEqual(self.ask(session, "0"), part)
            match = re.match(r"第 (\d+) 页，共 (\d+) 页", part[-1])
            if not match or match[1] == match[2]:
                break
            part = self.ask(session, "m")
            heard[tuple(part)] = part
        if part is not page:
            self.assertEqual(self.ask(session, "m"), page, "after the last part the first")

    def figure(self, page):
        """What a page says of a figure; None for any other page."""
        labels = dict(line.split("：", 1) for line in reversed(page[1:]) if "：" in line)
        if not {"数值", "地区", "出处", "题名"} <= labels.keys():
            return None
        return page[0], labels["地区"], labels["数值"], labels.get("原文印作", ""), labels["出处"], labels["题名"]

    def test_every_observation_measure_and_source_of_panjin(self):
        session = self.start("--plain")
        heard = {}
        self.walk(session, self.page, heard)
        self.assertPlain(session)
        rows, indicators, areas = self.READER.tables(TABLES)
        sources = self.table("sources.csv")
        titles = {row["code"]: row["title"] for row in sources}
        units = {row["name_zh"]: row["unit"] for row in indicators.values()}

        expected = set()
        for row in rows:
            indicator = indicators[row["INDICATOR"]]
            printed = f"「{row['PRINTED']}」" if row["PRINTED"] else ""
            expected.add((indicator["name_zh"], areas[row["REF_AREA"]]["name_zh"], self.READER.meant(row, indicator["unit"]), printed,
                          self.place(row["PLACE"]), titles[row["SOURCE"]]))  # fmt: skip
        found = set()
        for page in heard.values():
            if figure := self.figure(page):
                name, area, value, *rest = figure
                found.add((name, area, self.READER.read(value, units[name]), *rest))
        self.assertGreater(len(expected), 100)
        self.assertEqual(found, expected)

        for row in self.table("briefs.csv"):
            wanted = {f"出处：{self.place(row['place'])}", f"题名：{titles[row['source']]}"}
            if row["detail_zh"]:
                wanted.add(f"举措：{row['detail_zh']}")
            self.assertTrue(any(page[0] == row["title_zh"] and wanted <= set(page) for page in heard.values()), row["title_zh"])
        for row in sources:
            self.assertTrue(any(page[0] == "来源" and f"题名：{row['title']}" in page for page in heard.values()), row["title"])

    def table(self, name):
        with open(TABLES / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def place(self, place):
        match = re.fullmatch(r"(.*) · 第(.*)段", place)
        return f"「{match[1]}」第{match[2]}段" if match else place


if __name__ == "__main__":
    unittest.main()
