"""Workbooks and what else tables come in: opened, checked, and the same as the CSV of their sheets."""
import csv
import datetime
import gzip
import io
import json
import os
import random
import shutil
import subprocess
import threading
import time
import zipfile

from harness import PROGRAM, Session
from test_tables import TableTests, run

import openpyxl  # from PyPI; the harness knows where it lies

TABLE = "年份,就业(人),床位(张)\n2021,5,7\n2022,6,8.50\n"


def figures(result):
    """The observations that `show --format csv` wrote, without where they stand."""
    rows = csv.DictReader(io.StringIO(result.stdout))
    columns = ["REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT", "VALUE_HIGH", "QUALIFIER", "OBS_STATUS", "PRINTED"]
    return sorted(tuple(row[column] for column in columns) for row in rows)


def book(sheets):
    """A workbook of sheets given as rows of values."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return made


class Workbooks(TableTests):
    def save(self, made, name="b.xlsx"):
        path = str(self.folder / name)
        made.save(path)
        return path

    def test_sheets_are_topics_of_the_console(self):
        path = self.save(book({
            "就业": [["地区", "2021年", "2022年"], ["甲区", 5, 6], ["乙区", 7, 8]],
            "养老床位": [["地区", "2021年", "2022年"], ["甲区", 25, 26], ["乙区", 27, 28]]}))
        session = self.enterContext(Session("--data", path, size=(100, 30)))
        session.wait_for("养老床位")
        session.send("2")
        session.wait_for("26")
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)

    def test_one_sheet_is_chosen_by_its_name(self):
        path = self.save(book({"甲": [["年份", "人"], [2021, 5]], "乙": [["年份", "人"], [2021, 9]]}))
        shown = run("show", "--data", path, "--sheet", "乙", "--format", "csv")
        self.assertEqual([row[3] for row in figures(shown)], ["9"])
        missing = run("check", path, "--sheet", "丙", "--lang", "zh")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("甲、乙", missing.stdout)
        self.assertEqual(run("check", "@panjin", "--sheet", "丙").returncode, 64)

    def test_a_cell_is_named_where_something_is_wrong(self):
        made = book({"表 一": [["年份", "人"], [2020, 4], [2021, "五六"], [2022, 6]]})
        made["表 一"]["B5"] = "#REF!"
        made["表 一"]["A5"] = 2023
        path = self.save(made)
        result = run("check", path, "--format", "json")
        self.assertEqual(result.returncode, 1)
        problems = {(one["code"], one["cell"]) for one in json.loads(result.stdout)["problems"]}
        self.assertIn(("error-cell", "B5"), problems)
        shown = run("show", "--data", path, "--format", "csv")
        self.assertIn("'表 一'!B2", shown.stdout)

    def test_hostile_workbooks_are_refused_in_words(self):
        sheet = "xl/worksheets/sheet1.xml"
        path = self.save(book({"甲": [["年份", "人"], [2021, 5]]}))
        with zipfile.ZipFile(path) as source:
            parts = {name: source.read(name) for name in source.namelist()}

        def made(content):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
                for name, old in parts.items():
                    target.writestr(name, content if name == sheet else old)
            return path

        entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
            b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9)) + b"]><worksheet>&j;</worksheet>"
        for content, code in [
            (b"<worksheet>" + b" " * (200 << 20) + b"</worksheet>", "unsafe-workbook"),
            (entities, "unsafe-workbook"),
            (b"<a>" * 100_000, "unsafe-workbook"),
            (b"<worksheet><sheetData><row>", "damaged-workbook"),
        ]:
            begun = time.monotonic()
            result = run("check", made(content), "--format", "json")
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertEqual([one["code"] for one in json.loads(result.stdout)["problems"]], [code])
            self.assertLess(time.monotonic() - begun, 10)
        whole = open(path, "rb").read()
        cut = self.file("cut.xlsx", whole[: len(whole) // 2])
        self.assertIn("damaged-workbook", run("check", cut, "--format", "json").stdout)


class RandomSheets(TableTests):
    """A workbook and the CSV of its tables give the same figures."""

    def table(self, chance, number):
        """Rows of values: texts, numbers, ("%", decimals), days; as a sheet and as lines of CSV mean them."""
        areas = ["甲区", "乙区", "丙县", "丁镇"][: chance.randint(1, 4)]
        years = list(range(2024 - chance.randint(1, 6), 2025))

        def value():
            kind = chance.random()
            if kind < 0.08:
                return None
            if kind < 0.12:
                return chance.choice(["—", "..", "未报"])
            if kind < 0.5:
                return chance.randint(-50, 999_999)
            return round(chance.uniform(-1_000, 100_000), chance.randint(1, 6))

        title = [[f"表{number} 情况"]] if chance.random() < 0.4 else []
        notes = [["注：随机"]] if chance.random() < 0.3 else []
        form = chance.choice(["wide", "records", "months", "shares"])
        if form == "wide":
            rows = [["地区"] + [f"{year}年" for year in years]] + [[area] + [value() for _ in years] for area in areas]
            return title + [[f"指标：指标{number}(人)"]] + rows + notes
        if form == "records":
            names = [f"指标{number}甲(人)", f"指标{number}乙(张)"]
            rows = [["年份", "地区"] + names] + [[year, area, value(), value()] for area in areas for year in years]
            return rows
        if form == "months":
            rows = [[datetime.date(2023, month, 1), value()] for month in range(1, chance.randint(2, 12))]
            return [["月份", f"指标{number}(户)"]] + rows
        rows = [[year, ("%", f"{chance.randint(0, 99999) / 100000:.5f}")] for year in years]
        return [["年份", f"指标{number}"]] + rows

    def put(self, sheet, row, column, value):
        cell = sheet.cell(row, column)
        if isinstance(value, tuple):
            cell.value, cell.number_format = float(value[1]), "0.00%"
        elif isinstance(value, datetime.date):
            cell.value, cell.number_format = value, 'yyyy"年"m"月"'
        elif value is not None:
            cell.value = value

    def text(self, value):
        if value is None:
            return ""
        if isinstance(value, tuple):
            whole = value[1].replace(".", "").lstrip("0").rjust(4, "0")
            text = (whole[:-3] + "." + whole[-3:]).rstrip("0").rstrip(".")
            return text.lstrip("0").rjust(1, "0") + "%" if not text.startswith("0.") else text + "%"
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return value.strftime("%Y-%m") if isinstance(value, datetime.date) else str(value)

    def test_random_sheets(self):
        for seed in range(40):
            chance = random.Random(seed)
            made, number, wanted = openpyxl.Workbook(), 0, []
            made.remove(made.active)
            for name in ["就业", "养老 床位", "Sheet3"][: chance.randint(1, 3)]:
                sheet = made.create_sheet(name)
                row, column = chance.randint(1, 4), chance.randint(1, 3)
                for _ in range(chance.randint(1, 2)):
                    number += 1
                    rows = self.table(chance, number)
                    for values in rows:
                        for place, value in enumerate(values):
                            self.put(sheet, row, column + place, value)
                        row += 1
                    row += chance.randint(1, 3)
                    lines = io.StringIO()
                    width = max(len(values) for values in rows)
                    csv.writer(lines).writerows([self.text(value) for value in values] + [""] * (width - len(values)) for values in rows)
                    path = self.file(f"{seed}-{number}.csv", lines.getvalue())
                    wanted += figures(run("show", "--data", path, "--format", "csv"))
            path = str(self.folder / f"{seed}.xlsx")
            made.save(path)
            found = run("show", "--data", path, "--format", "csv")
            with self.subTest(seed=seed):
                self.assertEqual(figures(found), sorted(wanted), found.stderr)
                self.assertGreater(len(wanted), 0)
                self.check_office(path, wanted)

    def check_office(self, path, wanted):
        """What LibreOffice makes of the workbook, where it is installed."""
        office = shutil.which("soffice") or shutil.which("libreoffice")
        if office:
            subprocess.run([office, "--headless", "--convert-to", "ods", "--outdir", str(self.folder), path], check=True, capture_output=True)
            found = run("show", "--data", path.replace(".xlsx", ".ods"), "--format", "csv")
            self.assertEqual(figures(found), sorted(wanted), found.stderr)


class OtherForms(TableTests):
    def setUp(self):
        super().setUp()
        self.wanted = figures(run("show", "--data", self.file("t.csv", TABLE), "--format", "csv"))
        self.assertEqual(len(self.wanted), 4)

    def assert_same(self, path, **options):
        result = run("show", "--data", path, "--format", "csv")
        self.assertEqual(figures(result), self.wanted, result.stderr)

    def test_compressed(self):
        self.assert_same(self.file("t.csv.gz", gzip.compress(TABLE.encode("gb18030"))))
        made = io.BytesIO()
        book({"甲": [["年份", "就业(人)", "床位(张)"], [2021, 5, 7], [2022, 6, "8.50"]]}).save(made)
        self.assert_same(self.file("b.xlsx.gz", gzip.compress(made.getvalue())))
        bomb = gzip.compress(b"0" * (600 << 20), 1)
        result = run("check", self.file("t.csv.gz", bomb), "--format", "json")
        self.assertIn("file-too-large", result.stdout)

    def test_web_pages_and_records(self):
        rows = [line.split(",") for line in TABLE.split()]
        page = "<html><meta charset=gb2312><table>" + "".join(
            "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows) + "</table></html>"
        self.assert_same(self.file("t.xls", page.encode("gb18030")))
        records = [dict(zip(rows[0], row)) for row in rows[1:]]
        self.assert_same(self.file("t.json", json.dumps({"data": records}, ensure_ascii=False)))

    def test_standard_input_and_pipes(self):
        made = io.BytesIO()
        book({"甲": [["年份", "就业(人)", "床位(张)"], [2021, 5, 7], [2022, 6, "8.50"]]}).save(made)
        for content in [TABLE.encode(), made.getvalue(), gzip.compress(TABLE.encode())]:
            done = subprocess.run([PROGRAM, "show", "--data", "-", "--format", "csv"], input=content, capture_output=True)
            done.stdout = done.stdout.decode()
            self.assertEqual(figures(done), self.wanted, done.stderr)
        pipe = str(self.folder / "pipe")
        os.mkfifo(pipe)
        threading.Thread(target=lambda: open(pipe, "wb").write(TABLE.encode()), daemon=True).start()
        self.assert_same(pipe)
        with open(self.file("in.csv", TABLE)) as file:
            done = subprocess.run([PROGRAM, "check", "-"], stdin=file, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr)
        done = subprocess.run([PROGRAM, "check", "-"], stdin=subprocess.DEVNULL, capture_output=True)
        self.assertEqual(done.returncode, 64, done.stderr)

    def test_old_and_other_forms_are_named(self):
        old = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600
        for name, content, word in [
            ("t.xls", old, "旧格式的工作簿"), ("t.et", old, "旧格式的工作簿"), ("t.px", b'CHARSET="ANSI";\nAXIS-VERSION="2000";', "PC-Axis"),
            ("t.mht", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "网页归档"),
            ("t.xml", b'<?xml version="1.0"?><a xmlns="http://www.sdmx.org/x"/>', "SDMX-ML"),
        ]:
            for command in ["check", "show"]:
                result = run(*([command] if command == "check" else [command, "--data"]), self.file(name, content), "--lang", "zh")
                self.assertNotEqual(result.returncode, 0)
                self.assertIn(word, result.stdout + result.stderr)


if __name__ == "__main__":
    import unittest

    unittest.main()
