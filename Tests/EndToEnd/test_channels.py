"""Figures out of the console's way: formats, exit statuses, and each figure against a second, independent reader."""
import csv
import json
import re
import unittest
from decimal import Decimal

from harness import PROGRAM, ROOT, TABLES, Session, Tables, rows_of, run


def text(*arguments, **changes):
    return run(*arguments, **changes).stdout.decode()


class Figures(unittest.TestCase):
    """Python's csv module reads the tables by other rules of its own; nothing of it is shared with the program."""

    FIELDS = {
        "area": "REF_AREA", "indicator": "INDICATOR", "period": "TIME_PERIOD", "periodBasis": "PERIOD_BASIS",
        "value": "OBS_VALUE", "valueHigh": "VALUE_HIGH", "qualifier": "QUALIFIER", "status": "OBS_STATUS",
        "revision": "REVISION", "source": "SOURCE", "place": "PLACE", "printed": "PRINTED",
    }  # fmt: skip

    def test_json_equals_the_table_field_by_field(self):
        rows = rows_of("observations.csv")
        shown = json.loads(text("show", "--format", "json"))["observations"]
        self.assertTrue(rows)
        self.assertEqual(len(shown), len(rows))
        expected = sorted(tuple(row[column] for column in self.FIELDS.values()) + (row["UNIT_MULT"],) for row in rows)
        found = sorted(tuple(one[name] or "" for name in self.FIELDS) + (str(one["unitMultiplier"]),) for one in shown)
        self.assertEqual(found, expected)

    def test_csv_equals_the_table(self):
        shown = list(csv.DictReader(text("show", "--format", "csv").splitlines()))
        order = lambda row: sorted(row.items())
        self.assertEqual(sorted(shown, key=order), sorted(rows_of("observations.csv"), key=order))

    def test_briefs_equal_the_table(self):
        rows, shown = rows_of("briefs.csv"), json.loads(text("show", "--format", "json"))["briefs"]
        self.assertTrue(rows)
        self.assertEqual([one["code"] for one in shown], [row["code"] for row in rows])

    def test_every_value_is_in_the_plain_text(self):
        shown = text("show")
        for row in rows_of("indicators.csv"):
            self.assertIn(row["name_zh"], shown)


class Version(unittest.TestCase):
    def test_the_program_and_the_changelog_name_the_same(self):
        headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
        released = [heading for heading in headings if heading != "Unreleased"]
        self.assertRegex(text("--version"), r"^minsheng \d+\.\d+\.\d+\n$")
        if released:
            self.assertEqual(text("--version"), f"minsheng {released[0]}\n")


class ReadBack(unittest.TestCase):
    """What text, Markdown and the screen print, read back as numbers, is what the tables hold."""

    FIGURE = re.compile(
        r"(?P<mark>近|约|至少)?(?P<low>−?[\d,]+(?:\.\d+)?)(?:–(?P<high>[\d,]+(?:\.\d+)?))?"
        r"(?P<before>余|多)?(?P<power>万|亿)?(?P<after>余|多)?")
    POWERS = {None: 0, "万": 4, "亿": 8}
    BASES = {"printed": "", "to_date": "截至见报", "since_unknown": "起点未载", "as_reported": "见报时", "usual_year": "常年",
             "unspecified": "未载时间"}  # fmt: skip
    STATUSES = {"P": "初步", "F": "预计", "E": "估计", "B": "口径变化"}
    ABSENT = {"O": "未报", "M": "不适用", "Q": "保密", "L": "未采集"}

    def tables(self, folder):
        def rows(name):
            with open(folder / name, encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        return rows("observations.csv"), {row["code"]: row for row in rows("indicators.csv")}, {row["code"]: row for row in rows("areas.csv")}

    def meant(self, row, unit):
        """A row as (value, upper end, qualifier, unit), or why there is none."""
        if row["EMBARGO_UNTIL"].startswith("2099"):
            return "未到发布时间"
        if not row["OBS_VALUE"]:
            return self.ABSENT[row["OBS_STATUS"]]
        power = int(row["UNIT_MULT"])
        ends = [Decimal(row[name]).scaleb(power) if row[name] else None for name in ("OBS_VALUE", "VALUE_HIGH")]
        return (*ends, row["QUALIFIER"], unit)

    def read(self, text, unit):
        text = text.strip()
        if text in [*self.ABSENT.values(), "未到发布时间"]:
            return text
        match = self.FIGURE.match(text)
        self.assertTrue(match, text)
        power = self.POWERS[match["power"]]
        ends = [Decimal(end.replace(",", "").replace("−", "-")).scaleb(power) if end else None for end in (match["low"], match["high"])]
        qualifier = {"近": "approx_below", "约": "approx", "至少": "approx_above"}.get(match["mark"], "exact")
        if match["before"] or match["after"]:
            qualifier = "approx_above"
        if ends[1] is not None:
            qualifier = "range"
        return (*ends, qualifier, text[match.end():].strip())

    def key(self, row):
        """Indicator and area, as often as they occur."""
        return row["INDICATOR"], row["REF_AREA"]

    def assertSame(self, found, rows, indicators):
        expected = {}
        for row in rows:
            expected.setdefault(self.key(row), []).append(self.meant(row, indicators[row["INDICATOR"]]["unit"]))
        self.assertEqual(set(found), set(expected))
        for key, figures in expected.items():
            self.assertEqual(sorted(map(self.plain, found[key])), sorted(map(self.plain, figures)), key)

    @staticmethod
    def plain(figure):
        """3.66E+4 and 36600 are one figure; 1.0 and 1 are two."""
        return str(tuple(f"{one:f}" if isinstance(one, Decimal) else one for one in figure))

    def sets(self):
        for data, folder in [("@panjin", TABLES), ("@example", TABLES.parent / "example-city")]:
            yield (data, *self.tables(folder))

    def test_plain_text(self):
        for data, rows, indicators, areas in self.sets():
            root = next(code for code, area in areas.items() if not area["parent"])
            shorts = {area["short_zh"] or area["name_zh"]: code for code, area in areas.items()}
            names = {row["name_zh"]: code for code, row in indicators.items()}
            found = {}
            for line in text("show", "--data", data).splitlines():
                match = re.match(r"(\S+?)(?: \((\S+)\))?  (\S+(?: \S+)?)  .*\[(\S+), ", line)
                if not match or match[1] not in names or line.startswith(" "):
                    continue
                indicator = names[match[1]]
                area = shorts[match[2]] if match[2] else root
                found.setdefault((indicator, area), []).append(self.read(match[3], indicators[indicator]["unit"]))
            self.assertSame(found, rows, indicators)

    def test_markdown(self):
        for data, rows, indicators, areas in self.sets():
            full = {area["name_zh"]: code for code, area in areas.items()}
            names = {row["name_zh"]: code for code, row in indicators.items()}
            found = {}
            for line in text("show", "--data", data, "--format", "md").splitlines():
                cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)][1:-1]
                if len(cells) != 7 or cells[0] not in names or cells[2] == "未载":
                    continue
                indicator = names[cells[0]]
                found.setdefault((indicator, full[cells[1]]), []).append(self.read(cells[2], indicators[indicator]["unit"]))
            self.assertSame(found, rows, indicators)

    def test_the_screen(self):
        """Every indicator of Panjin at 200x60: area, period, value and unit of each row of its table."""
        rows, indicators, areas = self.tables(TABLES)
        shorts = {area["short_zh"] or area["name_zh"]: code for code, area in areas.items()}
        with open(TABLES / "topics.csv", encoding="utf-8", newline="") as file:
            topics = list(csv.DictReader(file))
        found, bases, statuses = {}, {}, {}
        with Session(size=(200, 60)) as session:
            session.wait_for("盘锦")
            for number, topic in enumerate(topics, 1):
                session.send(str(number))
                session.wait_for(lambda screen, topic=topic: topic["title_zh"] in screen.texts[0])
                session.send("Enter")
                # Figures of other years come last, so the order is that of the screen.
                own = {one["name_zh"]: one for one in indicators.values() if one["topic"] == topic["code"]}
                seen = set()
                while len(seen) < len(own):
                    if seen:
                        session.send("]")

                    def name(screen):
                        return re.split(r"  +", screen.texts[0].rpartition("› ")[2])[0].strip()

                    session.wait_for(lambda screen: name(screen) in own and name(screen) not in seen)
                    indicator = own[name(session.screen)]
                    seen.add(indicator["name_zh"])
                    for line in session.settle(0.03).texts:
                        # The table, or where there is one row only, the section of the text.
                        panels = [re.split(r"  +", panel.strip()) for panel in line.split("│")[1:]]
                        cells = next((one for one in panels if len(one) >= 3 and one[0] in shorts), None)
                        if cells is None or re.fullmatch(r"[━╸─]+", cells[1]):
                            continue
                        key = indicator["code"], shorts[cells[0]]
                        figure = re.sub(rf" ({'|'.join(self.STATUSES.values())})$", "", cells[2])
                        found.setdefault(key, []).append(self.read(figure, indicator["unit"]))
                        statuses.setdefault(key, []).append(line)
                        bases.setdefault(key, []).append(cells[1])
        self.assertSame(found, rows, indicators)
        for row in rows:
            self.assertTrue(any(self.BASES[row["PERIOD_BASIS"]] in period for period in bases[self.key(row)]), row)
            if row["OBS_STATUS"] in self.STATUSES:
                self.assertTrue(any(self.STATUSES[row["OBS_STATUS"]] in line for line in statuses[self.key(row)]), row)


class Statuses(unittest.TestCase):
    def assertEnds(self, status, *arguments, **changes):
        result = run(*arguments, **changes)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result.stdout.decode(), result.stderr.decode()

    def test_help_of_every_command(self):
        for command in [[], ["show"], ["check"], ["keys"], ["doctor"]]:
            with self.subTest(command=command):
                output, _ = self.assertEnds(0, *command, "--help")
                self.assertIn("USAGE: minsheng", output)

    def test_version(self):
        output, _ = self.assertEnds(0, "--version")
        self.assertRegex(output, r"^minsheng \d+\.\d+\.\d+\n$")

    def test_completions(self):
        for shell in ("bash", "zsh", "fish"):
            output, _ = self.assertEnds(0, "--generate-completion-script", shell)
            self.assertIn("minsheng", output)

    def test_wrong_use(self):
        for arguments in [["--nonsense"], ["show", "nonsense"], ["show", "--format", "nonsense"], ["check", "a", "b"],
                          ["--lang", "fr"], ["--indicator", "nonsense"]]:  # fmt: skip
            with self.subTest(arguments=arguments):
                output, errors = self.assertEnds(64, *arguments)
                self.assertEqual(output, "")
                self.assertTrue(errors)

    def test_what_is_not_there(self):
        _, errors = self.assertEnds(66, "check", "/no/such/folder")
        self.assertIn("/no/such/folder", errors)
        self.assertEnds(66, "--data", "/no/such/folder")
        self.assertEnds(66, "--data", "@nonsense")

    def test_the_bundled_tables_are_sound(self):
        self.assertEnds(0, "check")

    def test_a_broken_set(self):
        with Tables() as tables:
            tables.replace("observations.csv", ",24002,", ",2400二,")
            output, _ = self.assertEnds(1, "check", str(tables.path))
            self.assertIn("observations.csv:2:47", output)
            _, errors = self.assertEnds(2, "--data", str(tables.path))
            self.assertIn("observations.csv:2:47", errors)
            with Session("--data", str(tables.path)) as session:
                self.assertEqual(session.wait_gone(5), 2)
                self.assertFalse(session.screen.alternate)
                self.assertIn("observations.csv:2:47", session.screen.text)

    def test_a_folder_of_ones_own(self):
        with Tables() as tables:
            tables.replace("observations.csv", ",24002,", ",24003,")
            tables.replace("observations.csv", "24002人", "24003人")
            output, _ = self.assertEnds(0, "show", "new-urban-jobs", "--data", str(tables.path))
            self.assertIn("24,003", output)

    def test_a_pipe_gets_plain_text(self):
        output, _ = self.assertEnds(0)
        self.assertIn("24,002人", output)
        self.assertNotIn("\x1b", output)

    def test_a_reader_that_leaves_early_is_no_crash(self):
        with Session(command=["/bin/bash", "-o", "pipefail", "-c", '"$0" show --format json | head -c 1 >/dev/null; echo "status $?"', PROGRAM]) as session:
            session.wait_for("status")
            self.assertRegex(session.screen.text, r"status (0|2|141)")


if __name__ == "__main__":
    unittest.main()
