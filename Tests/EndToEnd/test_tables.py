"""Tables that others made: opened, checked, and while a large one is read."""
import json
import os
import pathlib
import tempfile
import unittest

from harness import Session
from harness import run as run_program

WIDE = """数据库：分省年度数据
指标：地区生产总值(亿元)
时间：最近3年
地区,2024年,2023年,2022年
甲市,100.5,98.0,
乙市,80.0,,75.1
注：2023年为
修订数
数据来源：某统计局
"""


def run(*arguments):
    """Runs the program; what it wrote as text."""
    result = run_program(*arguments)
    result.stdout, result.stderr = result.stdout.decode(), result.stderr.decode()
    return result


def tidy(rows):
    """A tidy table of so many rows, twenty years a series."""
    lines = ["DATAFLOW,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,COMMENT"]
    for row in range(rows):
        series = row // 20
        lines.append(f"DF_{series % 3},A{series % 90:03},I_{series // 90:05},{2000 + row % 20},{row % 9973}.5,A,第{row}个数")
    return "\n".join(lines) + "\n"


class TableTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def file(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)


class Checking(TableTests):
    def test_a_table_in_gb18030_is_summed_up(self):
        path = self.file("gdp.csv", WIDE.encode("gb18030"))
        result = run("check", path, "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr)
        [file] = json.loads(result.stdout)["files"]
        found = {key: file[key] for key in ["form", "encoding", "delimiter", "rows", "series", "missing", "numeric", "periodMin", "periodMax"]}
        self.assertEqual(found, {
            "form": "wide", "encoding": "GB18030", "delimiter": ",", "rows": 2, "series": 2, "missing": 2, "numeric": 4, "periodMin": "2022", "periodMax": "2024"})
        self.assertEqual([problem["code"] for problem in file["problems"]], ["other-encoding"])

    def test_rows_with_problems_are_left_out_and_said(self):
        path = self.file("t.csv", "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nA,X,2021,1\nA,X,2022,约莫\n")
        checked = run("check", path)
        self.assertEqual(checked.returncode, 1)
        self.assertIn("t.csv:3:10", checked.stdout)
        shown = run("show", "--data", path, "--format", "csv")
        self.assertEqual(shown.returncode, 0)
        self.assertEqual(len(shown.stdout.splitlines()), 2)
        self.assertIn("minsheng check", shown.stderr)

    def test_what_is_no_file_is_refused_at_once(self):
        for path, status in [("/dev/zero", 2), (str(self.folder / "none.csv"), 66)]:
            result = run("check", path)
            self.assertEqual(result.returncode, status, result.stderr)
            self.assertTrue(result.stderr.startswith("minsheng: "))


    def test_the_roles_of_columns_are_explained_and_can_be_given(self):
        path = self.file("t.csv", "序号,县区,年度,绿道\n1,东乡,2020,41\n2,东乡,2021,43\n3,西乡,2020,31\n4,西乡,2021,32\n")
        explained = run("check", path, "--explain")
        self.assertEqual(explained.returncode, 0, explained.stdout)
        for words in ["#1 序号 = counter", "#2 县区 = area", "#3 年度 = period", "#4 绿道 = value"]:
            self.assertIn(words, explained.stdout)
        roles = self.file("given.roles", "县区 = dimension\n")
        self.assertIn("#2 县区 = dimension", run("check", path, "--explain", "--roles", roles).stdout)
        # A file beside the table counts for every command.
        self.file("t.csv.roles", "县区 = remark\n绿带 = value\n")
        beside = run("check", path, "--explain")
        self.assertIn("#2 县区 = remark", beside.stdout)
        self.assertIn("t.csv.roles:2", beside.stdout)
        self.assertEqual(beside.returncode, 1)


class OnScreen(TableTests):
    def test_a_wide_table_is_a_dashboard(self):
        path = self.file("gdp.csv", WIDE.encode("gb18030"))
        session = self.enterContext(Session("--data", path, size=(100, 30)))
        session.wait_for("地区生产总值")
        session.settle()
        self.assertIn("甲市", session.screen.text, session.picture())
        self.assertNotIn("全市", session.screen.text, session.picture())
        session.send("1")
        session.wait_for("100.5")
        session.send("s")
        session.wait_for("某统计局")

    def test_problems_of_the_table_are_one_key_away(self):
        path = self.file("t.csv", "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE\nA,X,2021,1\nA,X,2022,约莫\n")
        session = self.enterContext(Session("--data", path))
        session.wait_for("e 查看")
        session.send("e")
        session.wait_for("t.csv:3:10")


class Loading(TableTests):
    def test_a_large_table_shows_how_far_it_is_and_then_itself(self):
        path = self.file("large.csv", tidy(230_000))
        self.assertGreater(os.path.getsize(path), 8 << 20)
        session = self.enterContext(Session("--data", path, size=(100, 30)))
        session.wait_for("正在读取")
        session.wait_for("DF_1", 60)
        session.settle()
        self.assertEqual(session.screen.unknown, [], session.picture())
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)

    def test_it_can_be_given_up(self):
        path = self.file("large.csv", tidy(600_000))
        session = self.enterContext(Session("--data", path, size=(100, 30)))
        session.wait_for("正在读取")
        session.send("Esc")
        self.assertEqual(session.wait_gone(5), 0)

    def test_a_table_that_is_cut_while_it_is_read_ends_in_a_message(self):
        path = self.file("large.csv", tidy(600_000))
        self.assertGreater(os.path.getsize(path), 16 << 20)
        session = self.enterContext(Session("--data", path, size=(100, 30)))
        session.wait_for("正在读取")
        os.truncate(path, 1 << 20)
        session.wait_for(lambda screen: "正在读取" not in screen.text, 60)
        # Either what was read is shown and the change said, or nothing and the reason.
        session.wait_for(lambda screen: "e 查看" in screen.text or "文件在读取时被改动" in screen.text, 60)


if __name__ == "__main__":
    unittest.main()
