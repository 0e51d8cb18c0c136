"""What went wrong between the program and terminals in the field; each of these happened to somebody."""
import fcntl
import os
import re
import select
import signal
import sys
import tempfile
import unittest

import test_endings
from emulator import differences
from harness import PROGRAM, Session, Tables, TestCase, wait_until, waiting_bytes
from walks import PyteTerminal, TmuxTerminal

SELECTED = "失业人员再就业"  # the second row of the first topic


class TerminalFaults(TestCase):
    def start(self, *arguments, **options):
        # Alt with P may be Esc and P, which writes a page.
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-"))
        return super().start(*arguments, folder=folder, **options)

    def start_emulated(self, *arguments, term="xterm-256color", size=(80, 24), **options):
        return self.start(*arguments, kind=PyteTerminal, term=term, size=size, **options)

    def open_topic(self, session):
        session.send("1")
        session.wait_for(lambda screen: "› 就业" in screen.texts[0])
        session.settle()

    def assertEnds(self, session, *keys):
        session.send(*keys)
        self.assertEqual(session.wait_gone(1), 0)


class Decoding(TerminalFaults):
    def test_an_open_string_does_not_make_it_deaf(self):
        """Alt with ] P X ^ or _ begins a string that no terminal ends."""
        for begun in [b"\x1b]", b"\x1bP", b"\x1bX", b"\x1b^", b"\x1b_", b"\x1b["]:
            for key in ("q", "Ctrl-C"):
                with self.subTest(begun=begun, key=key):
                    session = self.start()
                    session.write(begun)
                    session.settle(0.3)
                    self.assertEnds(session, key)

    def test_a_reply_that_lost_its_end_does_not_make_it_deaf(self):
        """For the rest of what is longer it may wait a moment more; who presses again is heard."""
        for begun in [b"\x1b]11;rgb:1111/11", b"\x1bP1$r0", b"\x1b]52;c;QUJD", b"\x1b[<0;3"]:
            for key in ("q", "Ctrl-C"):
                with self.subTest(begun=begun, key=key):
                    session = self.start()
                    session.write(begun)
                    session.let_pass(0.7)
                    session.send(key)
                    session.settle(0.1)
                    self.assertEnds(session, *[key] * (session.process.poll() is None))

    def test_ctrl_c_ends_an_open_string_at_once(self):
        for begun in [b"\x1b]", b"\x1bP", b"\x1bX", b"\x1b^", b"\x1b_", b"\x1b]11;rgb:1111/11"]:
            with self.subTest(begun=begun):
                session = self.start()
                session.write(begun + b"\x03")
                self.assertEqual(session.wait_gone(1), 0)

    def test_a_string_that_has_its_end_is_no_key(self):
        session = self.start()
        before = session.screen.texts
        for string in [b"\x1b]0;q1\x07", b"\x1b]4;1;rgb:00/00/00\x1b\\", b"\x1bP>|q1\x1b\\", b"\x1b_q1\x1b\\", b"\x1b^q1\x1b\\"]:
            session.write(string)
            session.settle(0.1)
        self.assertIsNone(session.process.poll())
        self.assertEqual(session.screen.texts, before)

    def test_an_arrow_whose_rest_comes_late(self):
        """Over a slow line the ESC of an arrow may come alone."""
        session = self.start()
        self.open_topic(session)
        session.write(b"\x1b")
        session.let_pass(0.04)
        session.write(b"[B")
        session.wait_for(lambda screen: any(line.startswith(f" ▌{SELECTED}") for line in screen.texts), 2)
        session.let_pass(0.2)
        self.assertIn("› 就业", session.screen.texts[0], "the ESC was no key")

    def test_esc_alone_is_still_known(self):
        session = self.start()
        self.open_topic(session)
        session.send("Esc")
        session.wait_for(lambda screen: "›" not in screen.texts[0], 0.5)


class Repainting(TerminalFaults):
    SCREENS = [[], ["1"], ["1", "Enter"], ["1", "s"], ["8"], ["?"], ["/", "养老"]]

    def test_the_redraw_key_repairs_a_spoiled_screen(self):
        for term in ("xterm-256color", "vt100", "linux"):
            for keys in self.SCREENS:
                with self.subTest(term=term, keys=keys):
                    session = self.start_emulated(term=term)
                    for key in keys:
                        session.send(key)
                        session.settle(0.06)
                    before = session.take_picture()
                    session.spoil()
                    session.send("Ctrl-L")
                    session.settle(0.06)
                    after = session.take_picture()
                    self.assertEqual(differences(before[0], after[0]), "")
                    self.assertEqual(before[1], after[1], "the cursor")

    def test_reading_anew_repairs_it_too(self):
        session = self.start_emulated()
        self.open_topic(session)
        before = session.screen.texts
        session.spoil()
        session.send("Ctrl-R")
        # A word about the reading may stand in the title.
        session.wait_for(lambda _: session.screen.texts[1:] == before[1:], 3)


BASIC = [(0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)]
BASIC += [(127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)]


def rgb(colour, default):
    """What a colour is on a usual terminal: None, a number of the palette or its parts."""
    if colour is None:
        return default
    if isinstance(colour, tuple):
        return colour
    if colour < 16:
        return BASIC[colour]
    if colour > 231:
        return (8 + 10 * (colour - 232),) * 3
    steps = (0, 95, 135, 175, 215, 255)
    return tuple(steps[(colour - 16) // part % 6] for part in (36, 6, 1))


def contrast(first, second):
    """As WCAG defines it, 1 to 21."""
    def light(colour):
        parts = [part / 255 for part in colour]
        return sum(weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4) for weight, part in zip((0.2126, 0.7152, 0.0722), parts))

    lights = sorted((light(first) + 0.05, light(second) + 0.05))
    return lights[1] / lights[0]


class DirectColours(TerminalFaults):
    """Where a colour's number is its red, green and blue."""

    def shown(self, term):
        """The cells, and all colours that were set."""
        screen = self.start(TERM=term).screen
        return [cell for row in screen.rows for cell in row], screen.colours_used

    def test_colours_are_not_numbers_of_a_palette(self):
        for term in ("xterm-direct", "xterm-direct16", "xterm-direct256"):
            with self.subTest(term=term):
                cells, used = self.shown(term)
                colours = {colour for cell in cells for colour in (cell.fg, cell.bg) if colour is not None}
                direct = {colour for colour in colours if isinstance(colour, tuple)}
                self.assertTrue(not colours or len(colours) > 2, colours)
                # A palette's number taken for a colour is a blue between 1 and 255, next to black.
                self.assertFalse(direct and all(red == green == 0 for red, green, _ in direct), f"every colour is a blue: {direct}")
                self.assertLess(sum(rgb(cell.bg, (0, 0, 0))[:2] == (0, 0) and rgb(cell.bg, (0, 0, 0))[2] > 0 for cell in cells), len(cells) / 2, "blue everywhere")
                self.assertTrue(all(part <= 255 for colour in used if isinstance(colour, tuple) for part in colour), used)

    def test_text_can_be_read(self):
        for term in ("xterm-256color", "xterm-direct", "xterm-direct16", "xterm-direct256"):
            with self.subTest(term=term):
                for cell in self.shown(term)[0]:
                    # Lines and bars may be faint, words may not.
                    if cell.data.isalnum():
                        ink, page = rgb(cell.fg, (229, 229, 229)), rgb(cell.bg, (0, 0, 0))
                        self.assertGreater(contrast(ink, page), 2.5, cell)


class Pasting(TerminalFaults):
    BEGIN, END = b"\x1b[200~", b"\x1b[201~"

    def paste(self, session, text):
        session.write(self.BEGIN + text + self.END)
        session.settle(0.15)

    def test_asked_for_where_the_terminal_is_of_that_kind(self):
        for term, asked in [("xterm-256color", True), ("tmux-256color", True), ("vt100", False)]:
            with self.subTest(term=term):
                session = self.start(TERM=term)
                self.assertEqual(2004 in session.screen.modes, asked)
                self.assertEnds(session, "q")
                self.assertNotIn(2004, session.screen.modes)
                self.assertEqual(session.received.count(b"\x1b[?2004l") > 0, asked)

    def test_given_back_however_it_ends(self):
        for number in (signal.SIGTERM, signal.SIGSEGV, signal.SIGQUIT):
            with self.subTest(signal=number.name):
                session = self.start()
                self.assertIn(2004, session.screen.modes)
                os.kill(session.pid, number)
                session.wait_gone(5)
                self.assertNotIn(2004, session.screen.modes)

    def test_what_is_pasted_is_no_key(self):
        for text in [b"q", b"1\rq\r", b"rm -rf x\nq\n1", b"\x1b[Bq", b"\x03", b"jjjj" * 5000, "养老q".encode(), b"\x1b]q"]:
            with self.subTest(text=text[:12]):
                session = self.start()
                self.open_topic(session)
                before = session.screen.texts
                self.paste(session, text)
                self.assertIsNone(session.process.poll(), "it goes on")
                self.assertEqual(session.screen.texts, before)
                self.assertEnds(session, "q")

    def test_in_pieces(self):
        session = self.start()
        before = session.screen.texts
        for byte in self.BEGIN + b"q1q" + self.END:
            session.write(bytes([byte]))
            session.settle(0.01)
        session.settle(0.15)
        self.assertIsNone(session.process.poll())
        self.assertEqual(session.screen.texts, before)

    def test_a_paste_that_lost_its_end_does_not_make_it_deaf(self):
        session = self.start()
        session.write(self.BEGIN + b"abc")
        session.let_pass(1.3)
        self.assertEnds(session, "q")

    def test_into_the_search_goes_the_first_line(self):
        for text, typed in [("养老", "养老"), ("q", "q"), ("养\x07老\x01", "养老"), ("养老\nq\n", "养老"), ("养老\r\nq", "养老"), ("\x1b养老", "养老")]:
            with self.subTest(text=text):
                session = self.start()
                session.send("/")
                session.wait_for(lambda screen: "› 搜索" in screen.texts[0])
                session.settle()
                self.paste(session, text.encode())
                self.assertIsNone(session.process.poll())
                session.wait_for(lambda screen: re.search(rf"/ {typed}(\s|$)", screen.texts[screen.cursor.y]), 2)
                self.assertIn("› 搜索", session.screen.texts[0])


class Leaving(test_endings.Endings):
    def test_signals_that_usually_kill_at_once(self):
        for number in (signal.SIGQUIT, signal.SIGUSR1, signal.SIGALRM, signal.SIGXCPU):
            with self.subTest(signal=number.name):
                session = self.start(settings=test_endings.odd_settings)
                os.kill(session.pid, number)
                status = session.wait_gone(2)
                self.assertIn(status, (-number, 128 + number), "the status tells the signal")
                self.assertRestored(session)

    def test_terminate_while_nobody_reads(self):
        for arguments in ([], ["--no-mouse"]):
            with self.subTest(arguments=arguments):
                session = self.start(*arguments, size=(200, 60))
                self.stuff(session)
                os.kill(session.pid, signal.SIGTERM)
                self.assertTrue(select.select([session._ending], [], [], 1)[0], "still there after 1 s")
                session.wait_gone(1)
                self.assertEqual(session.attributes, session.attributes_before)

    # The next program at the terminal: what it finds there to be read.
    NEXT = (
        "import os, select, subprocess, sys, termios, tty\n"
        "subprocess.call(sys.argv[1:])\n"
        "tty.setraw(0, termios.TCSANOW)\n"
        "data = b''\n"
        "while select.select([0], [], [], 0.4)[0]: data += os.read(0, 4096)\n"
        "os.write(1, b'left ' + ascii(data).encode())\n"
    )

    def test_late_answers_do_not_reach_the_shell(self):
        for delay in (0, 0.02, 0.06):
            with self.subTest(delay=delay):
                session = self.enterContext(Session(command=[sys.executable, "-c", self.NEXT, PROGRAM]))
                session.wait_for(lambda screen: "11;?" in screen.commands and screen.replies)
                session.write(b"q")
                session.let_pass(delay)
                session.write(b"\x1b]11;rgb:1111/1111/1111\x07" + b"".join(session.screen.replies))
                session.wait_for("left ", 5)
                self.assertIn("left b''", session.screen.text)
                self.assertNotIn("rgb", session.screen.text)

    def test_who_is_not_answered_still_ends_at_once(self):
        session = self.enterContext(Session())
        session.wait_for("盘锦")
        session.send("q")
        self.assertEqual(session.wait_gone(1), 0)


class Surroundings(TerminalFaults):
    def test_a_size_in_the_environment_is_not_kept(self):
        for term in ("xterm-256color", "vt100"):
            for size in ((120, 40), (60, 20)):
                with self.subTest(term=term, size=size):
                    session = self.start(TERM=term, LINES="24", COLUMNS="80")
                    session.resize(*size)
                    fresh = self.start(TERM=term, size=size)
                    session.wait_for(lambda screen: screen.texts == fresh.screen.texts, 3)

    def test_a_terminal_that_does_not_speak_utf8_is_named(self):
        for changes in ({"LC_ALL": "zh_CN.GBK"}, {"LANG": "zh_CN.GBK"}, {"LC_ALL": "zh_CN.GB18030"}, {"LC_CTYPE": "en_US.ISO-8859-1"}):
            with self.subTest(**changes):
                self.start(title="UTF-8", **changes)
        self.assertNotIn("UTF-8", self.start().screen.text)
        self.assertNotIn("UTF-8", self.start(LANG="zh_CN.utf8").screen.text)

    def test_a_reader_that_is_slow_loses_nothing(self):
        """Where somebody else has set the terminal not to block, a frame may not fit into it."""
        for term in ("xterm-256color", "vt100", "rxvt-unicode-256color"):
            with self.subTest(term=term):
                self.lose_nothing(term, ["t"] * 20 + ["1", "t"] * 4)

    def lose_nothing(self, term, keys):
        session = self.start_emulated(term=term, size=(200, 60))
        fcntl.fcntl(session.slave, fcntl.F_SETFL, fcntl.fcntl(session.slave, fcntl.F_GETFL) | os.O_NONBLOCK)
        for key in keys:
            os.write(session.master, key.encode())
            # Each its own frame, as long as the program takes keys at all.
            select.select([], [], [], 0.005)
            session.has_taken_keys(0.05)
        self.assertGreater(waiting_bytes(session.master), 4_000, "the terminal was full")
        session.settle(0.2)
        self.assertIsNone(session.process.poll())
        fresh = self.start_emulated(term=term, size=(200, 60))
        for key in keys:
            fresh.send(key)
            fresh.settle()
        self.assertEqual(differences(session.screen.rows, fresh.screen.rows), "")


class JoinedSigns(TerminalFaults):
    """Terminals do not agree how wide signs are that a joiner makes one of."""

    FAMILY = "👨\u200d👩\u200d👧"
    KEYS = ["1", "Down", "Down", "Up", "Up", "Up", "Enter", "Esc", "Down"]

    def rows(self, kind, term, tables):
        session = self.enterContext(kind("--data", str(tables.path), term=term, size=(100, 30)))
        wait_until(lambda: any("盘锦" in "".join(cell.data for cell in row) for row in session.take_picture()[0]), "no first frame")
        for key in self.KEYS:
            session.settle(0.15 if key == "Esc" else 0.06)
            session.send(key)
        session.settle(0.15)
        return session.take_picture()[0]

    def test_the_columns_beside_them_are_right(self):
        for kind, term in ((PyteTerminal, "xterm-256color"), (PyteTerminal, "vt100"), (TmuxTerminal, "tmux-256color")):
            with self.subTest(term=term):
                plain, joined = (self.enterContext(Tables()) for _ in range(2))
                name = "城镇新增就业,New urban jobs,"
                joined.replace("indicators.csv", name, name.replace("新增", self.FAMILY))
                expected, shown = self.rows(kind, term, plain), self.rows(kind, term, joined)
                place = next(y for y, row in enumerate(expected) if "24,002" in "".join(cell.data for cell in row))
                self.assertIn("城镇", "".join(cell.data for cell in shown[place]))
                # Right of the names every cell is where it was, in every row.
                start = "".join(cell.data or "\0" for cell in expected[place]).index("24,002") - 2
                for y in range(3, len(expected) - 2):
                    self.assertEqual(*("".join(cell.data for cell in rows[y][start:]) for rows in (shown, expected)), f"row {y}")


if __name__ == "__main__":
    unittest.main()
