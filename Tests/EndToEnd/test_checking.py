"""`check`: what is read forgivingly and written in canonical form, how much is said, and what a wrong command line is told."""
import json
import os
import resource
import signal
import subprocess
import unittest

from harness import PROGRAM, Tables, environment, run


def said(*arguments, status=0):
    result = run(*arguments)
    assert result.returncode == status, (result.returncode, result.stdout.decode(), result.stderr.decode())
    return result.stdout.decode()


class Fixing(unittest.TestCase):
    def setUp(self):
        self.tables = self.enterContext(Tables())
        self.file = self.tables.path / "observations.csv"
        self.whole = self.file.read_bytes()

    def test_the_difference_is_shown_then_written_and_the_old_file_kept(self):
        self.tables.replace("observations.csv", ",24002,", ',"24,002",')
        changed = self.file.read_bytes()
        os.chmod(self.file, 0o640)
        checked = said("check", str(self.tables.path))
        self.assertRegex(checked, r"observations\.csv:2:47: \[提醒\] OBS_VALUE 读作 24002")
        output = said("check", "--fix", str(self.tables.path))
        self.assertLess(output.index("observations.csv:2"), output.index("observations.csv.bak"))
        self.assertIn('"24,002"', output)
        self.assertEqual(self.file.read_bytes(), self.whole)
        self.assertEqual(self.file.stat().st_mode & 0o777, 0o640)
        kept = self.tables.path / "observations.csv.bak"
        self.assertEqual((kept.read_bytes(), kept.stat().st_mode & 0o777), (changed, 0o640))
        self.assertIn("没有可改成规范写法", said("check", "--fix", str(self.tables.path)))

    def test_an_older_copy_is_never_overwritten(self):
        for number in ["", "2"]:
            self.tables.replace("observations.csv", ",24002,", ',"24,002",')
            said("check", "--fix", str(self.tables.path / "datapackage.json"))
            self.assertTrue((self.tables.path / f"observations.csv.bak{number}").exists())
        self.assertEqual(self.file.read_bytes(), self.whole)

    def test_headers_empty_rows_and_names_become_what_they_should_be(self):
        text = self.whole.decode()
        head, rest = text.split("\n", 1)
        rest = rest.replace("211100,new-urban-jobs,2022-01-01/P11M,printed", "全市,城镇新增就业,2022年1-11月,累计", 1)
        self.file.write_text(head.lower() + ",,\n" + rest + "," * 15 + "\n", "utf-8")
        said("check", str(self.tables.path))
        said("check", "--fix", str(self.tables.path))
        self.assertEqual(self.file.read_bytes(), self.whole)

    def test_what_is_part_of_the_program_is_not_written(self):
        self.assertEqual(run("check", "--fix").returncode, 64)
        self.assertEqual(run("check", "--fix", "@example").returncode, 64)
        self.assertEqual(run("check", "--fix", str(self.file), "--format", "json").returncode, 64)

    def test_a_folder_that_cannot_be_written_keeps_its_file(self):
        self.tables.replace("observations.csv", ",24002,", ',"24,002",')
        changed = self.file.read_bytes()
        result = subprocess.run(
            [PROGRAM, "check", "--fix", str(self.tables.path)], capture_output=True, env=environment(), timeout=30, preexec_fn=no_room
        )
        self.assertEqual(result.returncode, 2)
        self.assertIn("写不出", result.stderr.decode())
        self.assertEqual(self.file.read_bytes(), changed)


def no_room():
    """A limit on the size of files stands for a disk that has no room."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


class Saying(unittest.TestCase):
    def test_five_of_a_kind_then_how_many_more(self):
        with Tables() as tables:
            text = (tables.path / "observations.csv").read_text("utf-8")
            (tables.path / "observations.csv").write_text(text.replace(",exact,", ",exat,", 30), "utf-8")
            output = said("check", str(tables.path), status=1)
            self.assertEqual(output.count("QUALIFIER 不认识的代码"), 5)
            self.assertIn("还有 25 处", output)
            self.assertIn("25 more", said("check", "--lang", "en", str(tables.path), status=1))
            files = json.loads(said("check", "--format", "json", str(tables.path), status=1))["files"]
            self.assertEqual(sum(len(file["problems"]) for file in files), 30)

    def test_a_workbook_beside_a_table(self):
        with Tables() as tables:
            (tables.path / "observations.xlsx").write_bytes(b"PK")
            self.assertIn("observations.xlsx", said("check", str(tables.path)))

    def test_a_wrong_command_line_is_told_in_both_languages(self):
        for arguments in [["check", "--nonsense"], ["check", "a", "b"], ["check", "--format", "x"], ["diff", "a"]]:
            result = run(*arguments)
            first, second = result.stderr.decode().split("\n")[:2]
            self.assertEqual(result.returncode, 64)
            self.assertRegex(first, "^minsheng: .*[\u4e00-\u9fff]")
            self.assertRegex(second, "^minsheng: [ -~]+$")
