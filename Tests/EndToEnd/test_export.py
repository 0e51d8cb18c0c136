"""What leaves the house for other programs, read back by Python's csv and json and by the program itself."""
import csv
import io
import json
import os
import pathlib
import re
import tempfile
import unittest

from harness import TABLES, Tables, run

COLUMNS = [
    "REF_AREA", "INDICATOR", "TIME_PERIOD", "PERIOD_BASIS", "OBS_VALUE", "UNIT_MULT", "VALUE_HIGH", "QUALIFIER", "OBS_STATUS", "REVISION",
    "EMBARGO_UNTIL", "SOURCE", "PLACE", "PRINTED", "NOTE", "NOTE_EN",
]  # fmt: skip


def export(*arguments):
    result = run("export", *arguments)
    if result.returncode != 0:
        raise AssertionError(result.stderr.decode())
    return result.stdout


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


class Export(unittest.TestCase):
    def table(self):
        with open(TABLES / "observations.csv", encoding="utf-8", newline="") as file:
            return sorted(tuple(row[name] for name in COLUMNS) for row in csv.DictReader(file))

    def test_both_tables_hold_every_cell_of_ours(self):
        for form in ["csv", "sdmx-csv"]:
            found = sorted(tuple(row[name] for name in COLUMNS) for row in rows(export("--format", form)))
            self.assertEqual(found, self.table(), form)

    def test_every_form_holds_the_same_figures(self):
        keys = lambda found: sorted((row["INDICATOR"], row["REF_AREA"], row["TIME_PERIOD"], row["SOURCE"]) for row in found)
        wanted = keys(rows(export("--format", "csv", "--data", "@example")))
        self.assertEqual(keys(rows(export("--format", "sdmx-csv", "--data", "@example"))), wanted)
        found = json.loads(export("--format", "json", "--data", "@example"))["observations"]
        self.assertEqual(sorted((one["indicator"], one["area"], one["period"], one["source"]) for one in found), wanted)
        self.assertGreater(len(wanted), 5000)

    def test_either_table_put_in_the_place_of_ours_reads_the_same(self):
        for form in ["csv", "sdmx-csv"]:
            tables = self.enterContext(Tables())
            (tables.path / "observations.csv").write_bytes(export("--format", form))
            self.assertEqual(run("check", str(tables.path)).returncode, 0, form)
            self.assertEqual(run("diff", str(TABLES), str(tables.path)).stdout.decode(), "两套数据没有不同\n", form)

    def test_a_file_appears_whole_or_not_at_all(self):
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        export("--out", str(place / "a.csv"))
        self.assertEqual((place / "a.csv").read_bytes(), export())
        (place / "a.csv").write_text("old")
        self.assertEqual(run("export", "--out", str(place / "a.csv"), "--format", "md").returncode, 64)
        self.assertEqual((place / "a.csv").read_text(), "old")
        export("--out", str(place / "a.csv"), "--format", "sdmx-csv")
        self.assertEqual((place / "a.csv").read_bytes(), export("--format", "sdmx-csv"))
        for out, status in [(place, 2), (place / "no/a.csv", 66), ("/dev/full", 2)]:
            self.assertEqual(run("export", "--out", str(out)).returncode, status)
        self.assertEqual(os.listdir(place), ["a.csv"])

    def test_a_file_holds_what_its_name_says_or_is_not_written(self):
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        export("--out", str(place / "a.json"))
        self.assertTrue((place / "a.json").read_text("utf-8").startswith("{"))
        for name in ["o.xlsx", "o.docx", "o.pdf", "o.html"]:
            result = run("export", "--out", str(place / name))
            self.assertEqual((result.returncode, (place / name).exists()), (64, False), name)
            self.assertIn(".csv", result.stderr.decode())

    def test_a_spreadsheet_finds_no_formula(self):
        tables = self.enterContext(Tables())
        tables.replace("observations.csv", "城镇新增就业24002人,,", "\"=HYPERLINK(\"\"x\"\",24002)\",@SUM(1),＝1")
        found = next(row for row in rows(export("--data", str(tables.path))) if row["INDICATOR"] == "new-urban-jobs")
        self.assertEqual((found["PRINTED"], found["NOTE"], found["NOTE_EN"]), ("'=HYPERLINK(\"x\",24002)", "'@SUM(1)", "'＝1"))

    def test_figures_without_time_are_told_of(self):
        result = run("export", "--format", "sdmx-csv")
        count = sum(row["TIME_PERIOD"] == "" for row in rows(result.stdout))
        self.assertTrue(re.search(rf"minsheng: {count} 个数据", result.stderr.decode()), result.stderr)


class Report(unittest.TestCase):
    def test_every_newest_figure_of_the_tables_is_in_every_form(self):
        newest = [row for row in rows(export("--latest")) if row["OBS_VALUE"]]
        self.assertGreater(len(newest), 100)
        for form in ["text", "md", "html"]:
            found = re.sub(r"[\s\u00a0]|</?span[^>]*>", "", run("report", "--format", form).stdout.decode())
            for row in newest:
                whole, point, rest = row["OBS_VALUE"].partition(".")
                self.assertIn(f"{int(whole):,}{point}{rest}", found, (form, row["INDICATOR"]))

    def test_the_end_of_the_name_says_the_form(self):
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, start in [("a.html", "<!DOCTYPE html>"), ("a.md", "# 盘锦市民生简报"), ("a.txt", "盘锦市民生简报")]:
            self.assertEqual(run("report", "--out", str(place / name)).returncode, 0)
            self.assertTrue((place / name).read_text("utf-8").startswith(start))
        for name in ["a.docx", "a.pdf", "a.xlsx", "a.json"]:
            result = run("report", "--out", str(place / name))
            self.assertEqual((result.returncode, (place / name).exists()), (64, False), name)
        self.assertEqual(run("report", "--topic", "nothing").returncode, 64)


if __name__ == "__main__":
    unittest.main()
