"""What is taken along, as the terminal and tmux receive it; and the doctor, who says how it gets there."""
import base64
import csv
import os
import pathlib
import re
import signal
import stat
import subprocess
import tempfile
import termios
import time
import unittest

from harness import PROGRAM, TABLES, Session, Tables, TestCase, environment, rows_of, run, wait_until, waiting_bytes

SENT, NOT_COPIED = "已发送到剪贴板", "没有复制"
FIGURE = (
    "城镇新增就业 24,002人（2022年1—11月）来源：持续增强群众获得感幸福感——盘锦着力保障和改善民生提高人民生活品质纪实"
    "「稳住就业“底盘”做实最大民生」第7段"
)
COLUMNS = ["指标", "地区", "数值", "限定", "单位", "倍数", "时期", "时期交代", "状态", "来源"]
QUESTION = re.compile(rb"\r([^\r\x1b]+)\x1b\[6n")


def clipboard(session):
    """Every text that the terminal was told to put into its clipboard."""
    found = re.findall(rb"\x1b\]52;c;([^\x07\x1b]*)\x07", bytes(session.received))
    return [base64.b64decode(text, validate=True).decode() for text in found]


def rows(text):
    return [line.split("\t") for line in text.split("\n")]


class Clipboards(TestCase):
    def copy(self, session, key="y", says=SENT):
        """Presses a key that copies; what came of it."""
        before = len(clipboard(session))
        session.send(key)
        session.wait_for(says)
        session.settle()
        self.assertEqual(session.screen.unknown, [], session.picture())
        return clipboard(session)[before:]


class Terminals(Clipboards):
    def test_y_sends_the_selected_figure(self):
        session = self.start()
        self.assertEqual(self.copy(session), [FIGURE])
        session.send("1")
        session.wait_for("失业人员再就业")
        session.send("Down")
        session.settle()
        (line,) = self.copy(session)
        self.assertTrue(line.startswith("失业人员再就业 18,409人（2022年1—11月）来源："), line)

    def test_nothing_but_a_word_in_the_title_changes(self):
        session = self.start("--topic", "employment")
        # The legend stands until the first key.
        session.send("Down", "Up")
        session.wait_for(lambda screen: "● 好" not in screen.texts[-2])
        session.settle()
        before = session.screen.texts
        self.copy(session)
        self.assertEqual(session.screen.texts[1:], before[1:])
        session.send("Down")
        session.wait_for(lambda screen: SENT not in screen.text)

    def test_the_table_holds_what_the_tables_hold(self):
        """Digits and powers of ten as an independent reader finds them."""
        with open(TABLES / "indicators.csv", encoding="utf-8", newline="") as file:
            names = {row["code"]: row["name_zh"] for row in csv.DictReader(file) if row["topic"] == "employment"}
        with open(TABLES / "observations.csv", encoding="utf-8", newline="") as file:
            powers = {"0": "", "4": "万", "8": "亿"}
            wanted = {
                (names[row["INDICATOR"]], row["OBS_VALUE"], powers[row["UNIT_MULT"]])
                for row in csv.DictReader(file) if row["INDICATOR"] in names and row["REF_AREA"] == "211100"
            }  # fmt: skip
        (text,) = self.copy(self.start("--topic", "employment"), "Y")
        table = rows(text)
        self.assertEqual(table[0], COLUMNS)
        self.assertTrue(all(len(row) == len(COLUMNS) for row in table), text)
        found = {(row[0], row[2], row[5]) for row in table[1:]}
        self.assertEqual({name for name, _, _ in wanted} - {name for name, _, _ in found}, set())
        self.assertTrue(found & wanted)
        for row in found:
            if row[0] in names.values():
                self.assertIn(row, wanted)

    def test_a_long_table_is_cut_and_says_so(self):
        (text,) = self.copy(self.start("--data", "@example", "--indicator", "new-urban-jobs", title="示例"), "Y")
        table = rows(text)
        self.assertLess(len(text.encode()), 64 << 10)
        self.assertEqual(table[0], ["虚构示例数据"])
        self.assertEqual(table[1], COLUMNS)
        self.assertRegex(table[-1][0], r"^…… 共 \d+ 行，只复制了前 %d 行" % (len(table) - 3))

    def test_in_english(self):
        session = self.start("--lang", "en", "--topic", "employment", title="Panjin")
        (line,) = self.copy(session, says="sent to the clipboard")
        self.assertTrue(line.startswith("New urban jobs: 24,002 people (Jan–Nov 2022). Source: "), line)

    def test_cells_that_would_be_formulas(self):
        with Tables() as tables:
            tables.replace("indicators.csv", "城镇新增就业,", '"=HYPERLINK(""http://example.org"")",')
            session = self.start("--data", str(tables.path), "--topic", "employment")
            (text,) = self.copy(session, "Y")
            self.assertEqual(rows(text)[1][0], "'=HYPERLINK(\"http://example.org\")")

    def test_nothing_is_sent_where_nothing_is_selected(self):
        session = self.start()
        for keys in (["?", "y"], ["Y"], ["Esc", "/", "y"]):
            session.send(*keys)
            session.settle()
        self.assertEqual(clipboard(session), [])

    def test_the_linux_console_has_no_clipboard(self):
        self.assertEqual(self.copy(self.start(TERM="linux"), says=NOT_COPIED), [])


class Tmux(Clipboards):
    """A server of its own for every test, on a socket that nobody else knows."""

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-tmux-"))
        self.environment = environment(TMUX_TMPDIR=self.folder)
        self.addCleanup(self.tmux, "kill-server", check=False)

    def tmux(self, *arguments, check=True):
        done = subprocess.run(
            ["tmux", "-L", "minsheng-test", "-f", "/dev/null", *arguments], env=self.environment, capture_output=True, timeout=20, check=check
        )
        return done.stdout.decode()

    def wait_for(self, condition, what):
        wait_until(condition, lambda: f"waited for {what}\n" + self.tmux("capture-pane", "-p", "-t", "minsheng", check=False))

    def screen_has(self, text):
        self.wait_for(lambda: text in self.tmux("capture-pane", "-p", "-t", "minsheng"), text)

    def test_the_newest_buffer_is_what_was_copied(self):
        self.tmux("new-session", "-d", "-s", "minsheng", "-x", "100", "-y", "30", PROGRAM)
        self.screen_has("城镇新增就业")
        self.tmux("send-keys", "-t", "minsheng", "y")
        self.screen_has(SENT)
        self.assertEqual(self.tmux("show-buffer"), FIGURE)
        self.tmux("send-keys", "-t", "minsheng", "1", "Y")
        self.wait_for(lambda: self.tmux("show-buffer").startswith("\t".join(COLUMNS) + "\n"), "the table")
        self.assertEqual(rows(self.tmux("show-buffer"))[1][:3], ["城镇新增就业", "盘锦市", "24002"])

    def test_a_table_larger_than_a_pipe_reaches_tmux_whole(self):
        self.tmux("new-session", "-d", "-s", "minsheng", "-x", "100", "-y", "30", PROGRAM, "--data", "@example", "--indicator", "new-urban-jobs")
        self.screen_has("城镇新增就业")
        self.tmux("send-keys", "-t", "minsheng", "Y")
        self.screen_has(SENT)
        self.assertRegex(rows(self.tmux("show-buffer"))[-1][0], "^…… 共 ")

    def pretend(self, script):
        """Puts another `tmux` first on the PATH."""
        folder = pathlib.Path(self.folder, "bin")
        folder.mkdir(exist_ok=True)
        (folder / "tmux").write_text("#!/bin/sh\n" + script)
        (folder / "tmux").chmod(stat.S_IRWXU)
        return {"PATH": f"{folder}:{os.environ['PATH']}", "TMUX": f"{self.folder}/none,1,0", "TMUX_PANE": "%7"}

    def assertNoChildren(self, session):
        children = pathlib.Path(f"/proc/{session.pid}/task/{session.pid}/children").read_text().split()
        self.assertEqual(children, [], "a process was left behind")

    def test_what_tmux_is_told(self):
        told = pathlib.Path(self.folder, "told")
        variables = self.pretend(f'echo "$# $* $TMUX_PANE ${{NO_COLOR-unset}}" >{told}; cat >>{told}\n')
        session = self.start(**variables, NO_COLOR="1")
        self.assertEqual(self.copy(session), [], "nothing goes to the terminal as well")
        self.assertEqual(told.read_text("utf-8"), "3 load-buffer -w - %7 unset\n" + FIGURE)
        self.assertNoChildren(session)

    def test_what_tmux_does_not_take_goes_to_the_terminal(self):
        for script in ["exit 1\n", "exec 0<&-; exit 1\n", "kill -9 $$\n", "head -c 1 >/dev/null; exit 3\n"]:
            with self.subTest(script=script):
                session = self.start("--data", "@example", "--indicator", "new-urban-jobs", title="示例", **self.pretend(script))
                (text,) = self.copy(session, "Y")
                self.assertEqual(rows(text)[1], COLUMNS)
                self.assertNoChildren(session)

    def test_no_tmux_and_no_server(self):
        for variables in [{"TMUX": f"{self.folder}/none,1,0"}, {"TMUX": "x", "PATH": "/nonexistent"}]:
            with self.subTest(**variables):
                self.assertEqual(self.copy(self.start(**variables)), [FIGURE])

    def test_nobody_waits_for_a_tmux_that_does_not_answer(self):
        for script in ["exec sleep 60\n", "cat >/dev/null; exec sleep 60\n", "exec 0<&-; exec sleep 60\n"]:
            with self.subTest(script=script):
                session = self.start(**self.pretend(script))
                began = time.monotonic()
                self.assertEqual(self.copy(session), [FIGURE])
                self.assertLess(time.monotonic() - began, 4)
                self.assertNoChildren(session)
                session.send("1")
                session.wait_for("失业人员再就业")


class DoctorInAPipe(unittest.TestCase):
    def report(self, *arguments, status=0, **changes):
        done = run("doctor", *arguments, **changes)
        text = done.stdout.decode()
        self.assertEqual(done.returncode, status, text + done.stderr.decode())
        self.assertEqual(done.stderr, b"")
        self.assertNotIn("\x1b", text)
        self.assertEqual(status, 1 if "改法：" in text or "Mend:" in text else 0)
        return text

    def line(self, text, title):
        """What a report says of one thing, its mend with it."""
        lines = text.splitlines()
        place = next(index for index, line in enumerate(lines) if line[2:].startswith(title + " "))
        return " ".join(lines[place : place + (2 if lines[place].startswith("!") else 1)])

    def test_a_limit_that_is_no_number(self):
        for value in ["many", "-1", "500000.0"]:
            with self.subTest(value):
                text = self.report(status=1, MINSHENG_READ_WHOLE=value)
                self.assertIn(f"MINSHENG_READ_WHOLE={value} 不是条数", self.line(text, "环境变量"))
        self.report(MINSHENG_READ_WHOLE="100000")

    def test_nothing_to_mend(self):
        text = self.report()
        self.assertTrue(text.endswith("没有要改的。\n"))
        for title, words in {
            "区域设置": "C.UTF-8（LANG=C.UTF-8）", "终端": "xterm-256color，256 色", "鼠标": "终端库说有", "剪贴板": "OSC 52", "看板": "全屏",
            "语言": "中文", "颜色": "256 色", "主题": "dark（默认", "字符": "braille", "C 库字宽": "个符号都对", "终端字宽": "没有量",
            "数据": "@panjin 盘锦市民生看板（内置）", "行数": f"observations.csv {len(rows_of('observations.csv'))}", "数据问题": "0 个", "最新数据期": "2024", "时钟": "20",
            "环境变量": "TERM=xterm-256color",
        }.items():  # fmt: skip
            with self.subTest(title=title):
                self.assertIn(words, self.line(text, title))

    def test_in_english(self):
        text = self.report("--lang", "en")
        self.assertTrue(text.endswith("Nothing to mend.\n"))
        self.assertIn("English (--lang)", self.line(text, "Language"))
        self.assertFalse(re.search("[一-鿿]", text.replace("中", "")), text)

    def test_where_each_choice_comes_from(self):
        for arguments, variables, title, words in [
            (["--theme", "light"], {}, "主题", "light（--theme）"), (["--color", "never"], {}, "颜色", "不用（--color never）"),
            ([], {"NO_COLOR": "1"}, "颜色", "不用（NO_COLOR=1）"), ([], {"NO_COLOR": "1"}, "主题", "mono"),
            (["--color", "always"], {"NO_COLOR": "1"}, "颜色", "NO_COLOR 不算"), (["--glyphs", "ascii"], {}, "字符", "ascii（--glyphs）"),
            ([], {"TERM": "linux"}, "字符", "block（TERM=linux"), ([], {"TERM": "linux"}, "剪贴板", "没有（Linux"),
            (["--no-mouse"], {}, "鼠标", "不用（--no-mouse）"), ([], {"TERM": "vt100"}, "鼠标", "没有"), ([], {"TERM": "vt100"}, "颜色", "没有（"),
            ([], {"LANG": None}, "区域设置", "C.UTF-8，备用（LC_ALL、LC_CTYPE、LANG 都没有设）"), ([], {"LC_ALL": "C"}, "区域设置", "LC_ALL=C"),
            ([], {"LANG": None}, "语言", "中文（默认"), ([], {"MINSHENG_DATA": "@example"}, "数据", "虚构示例数据（MINSHENG_DATA）"),
            (["--data", "@panjin"], {"MINSHENG_DATA": "@example"}, "数据", "@panjin 盘锦市民生看板（--data）"),
            ([], {"TERM": "dumb"}, "看板", "逐行的文字（TERM=dumb）"), ([], {"MINSHENG_ACCESSIBLE": "1"}, "看板", "逐行的文字（MINSHENG_ACCESSIBLE=1）"),
        ]:  # fmt: skip
            with self.subTest(arguments=arguments, title=title, **variables):
                self.assertIn(words, self.line(self.report(*arguments, **variables), title))

    def test_what_is_to_be_mended(self):
        for arguments, variables, title, mend in [
            ([], {"TERM": "nonsense"}, "终端", "export TERM=xterm-256color"), ([], {"TERM": "../../etc/passwd"}, "终端", "export TERM=xterm-256color"),
            ([], {"LANG": "zh_CN.GB18030"}, "区域设置", "LANG="), ([], {"LC_ALL": "no_SUCH.locale"}, "区域设置", "没有安装"),
            ([], {"TERM": "xterm", "COLORTERM": "truecolor"}, "颜色", "export TERM=xterm-256color"),
            ([], {"TERM": "linux", "STY": ""}, "字符", None), (["--glyphs", "braille"], {"TERM": "linux"}, "字符", "--glyphs block"),
            ([], {"STY": "1.pts"}, "剪贴板", "GNU screen"), ([], {"TMUX": "/x,1,0", "PATH": "/nonexistent"}, "剪贴板", "PATH"),
            (["--data", "/nonexistent"], {}, "数据", "检查路径"), (["--data", "@none"], {}, "数据", "@panjin"),
        ]:  # fmt: skip
            with self.subTest(arguments=arguments, title=title, **variables):
                line = self.line(self.report(*arguments, status=0 if mend is None else 1, **variables), title)
                self.assertIn(mend or "", line)

    def test_a_remembered_theme(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        file = pathlib.Path(folder, "minsheng/theme")
        file.parent.mkdir()
        file.write_text("contrast\n")
        self.assertIn(f"contrast（记住的：{file}）", self.line(self.report(XDG_STATE_HOME=folder), "主题"))

    def test_data_with_problems(self):
        with Tables() as tables:
            tables.replace("observations.csv", "24002", "many")
            line = self.line(self.report("--data", str(tables.path), status=1), "数据问题")
            self.assertRegex(line, f"1 个.*minsheng check {tables.path}")

    def test_a_clock_before_the_data(self):
        with Tables() as tables:
            text = (tables.path / "observations.csv").read_text("utf-8")
            row = next(line for line in text.splitlines() if ",tutoring-posts," in line)
            tables.replace("observations.csv", row, row.replace(",2022,", ",2999,"))
            self.assertIn("早于数据里已报的 2999", self.line(self.report("--data", str(tables.path), status=1), "时钟"))

    def test_names_cannot_command_the_terminal(self):
        text = self.report(status=1, TERM="\x1b[31m\x9b2J\u202ex", LANG="C.UTF-8")
        self.assertFalse(re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text))


class DoctorOnATerminal(unittest.TestCase):
    def examine(self, *arguments, answer=None, after=0.0, **options):
        """Runs the doctor on a terminal that answers so many cells for a sign, after a while, and gives its screen and exit status."""
        session = self.enterContext(Session("doctor", *arguments, **{"size": (120, 40)} | options))
        began, place = time.monotonic(), 0
        while session.process.poll() is None:
            session.read(0.01)
            self.assertLess(time.monotonic() - began, 8, session.picture())
            for question in QUESTION.finditer(bytes(session.received), place):
                if time.monotonic() - began < after:
                    break
                place = question.end()
                for reply in answer(question[1].decode()) if answer else []:
                    session.write(reply)
        session.read()
        self.assertEqual(session.attributes, session.attributes_before, "the line is as before")
        self.assertEqual(self.left(session), 0, "the shell would take this for typing")
        return session, session.process.returncode

    @staticmethod
    def left(session):
        """How many bytes still wait to be read, lines that are not finished too."""
        attributes = termios.tcgetattr(session.slave)
        attributes[3] &= ~termios.ICANON
        termios.tcsetattr(session.slave, termios.TCSANOW, attributes)
        return waiting_bytes(session.slave)

    @staticmethod
    def narrow(sign):
        return [b"\x1b[7;%dR" % (3 if sign == "中" else 2)]

    def measured(self, answer, words, status):
        """A terminal has 0.3 seconds; a machine that is busy gets another try."""
        for attempt in range(3):
            session, found = self.examine(answer=answer)
            if words in session.screen.text or attempt == 2:
                self.assertIn(words, session.screen.text, session.picture())
                self.assertEqual(found, status, session.picture())
                return session

    def test_a_terminal_that_draws_as_the_c_library_counts(self):
        session = self.measured(self.narrow, "54 个符号都对（终端所报", 0)
        self.assertEqual(session.screen.unknown, [], session.picture())
        self.assertIn("120 列 40 行", session.screen.text)
        self.assertTrue(session.screen.texts[0].startswith("  区域设置"), "nothing is left of the questions")

    def test_a_terminal_that_draws_doubtful_signs_wide(self):
        self.measured(lambda sign: [b"\x1b[7;3R"], "占 2 格：·…※①—", 1)

    def test_a_terminal_that_is_not_in_utf8(self):
        self.measured(lambda sign: [b"\x1b[7;%dR" % (1 + len(sign.encode()))], "没有按 UTF-8 显示", 1)

    def test_answers_cut_into_bytes_among_keys(self):
        # Nothing behind the last answer: the doctor may be gone by then, and the key is the shell's.
        self.measured(lambda sign: [b"x\x1b[A", *(bytes([byte]) for byte in self.narrow(sign)[0])], "54 个符号都对（终端所报", 0)

    def test_answers_that_make_no_sense(self):
        self.measured(lambda sign: [b"\x1b[1;1R"], "终端的回答没有道理", 0)

    def test_a_terminal_that_never_answers(self):
        session, status = self.examine()
        self.assertIn("终端没有回答", session.screen.text)
        self.assertEqual(status, 0, session.picture())

    def test_answers_that_are_late_are_swallowed(self):
        session, status = self.examine(answer=self.narrow, after=0.6)
        self.assertIn("终端没有回答", session.screen.text)
        self.assertEqual(status, 0)

    def test_ended_while_it_waits(self):
        for keys, number in [(b"\x03", None), (b"", signal.SIGTERM), (b"", signal.SIGHUP)]:
            with self.subTest(keys=keys, number=number):
                session = self.enterContext(Session("doctor", size=(120, 40)))
                session.wait_for(lambda _, session=session: b"[6n" in session.received)
                session.write(keys)
                if number:
                    os.kill(session.pid, number)
                self.assertEqual(session.wait_gone(5), -number if number else 0)
                self.assertEqual(session.attributes, session.attributes_before)

    def test_a_terminal_that_hangs_up(self):
        session = self.enterContext(Session("doctor"))
        session.wait_for(lambda _: b"[6n" in session.received)
        session.hang_up()
        session.wait_gone(2)

    def test_columns_and_lines_that_contradict_the_window(self):
        session, status = self.examine(answer=self.narrow, COLUMNS="50")
        self.assertIn("unset COLUMNS LINES", session.screen.text)
        self.assertEqual(status, 1)

    def test_a_window_too_small(self):
        session, status = self.examine(answer=self.narrow, size=(18, 4))
        self.assertEqual(status, 1, session.picture())

    def test_input_from_elsewhere_is_not_asked(self):
        session, status = self.examine(stdin=subprocess.DEVNULL)
        self.assertIn("没有量", session.screen.text)
        self.assertNotIn(b"[6n", session.received)
        self.assertEqual(status, 0)


if __name__ == "__main__":
    unittest.main()
