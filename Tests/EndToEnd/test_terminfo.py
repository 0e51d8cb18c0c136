"""A terminal whose codes nobody has ever seen: what the program writes must come from its terminfo entry, and from nowhere else.

The entry is compiled here. Everything received is read by a strict tokenizer of exactly its codes, carried out by an
interpreter that knows only them, and compared with the same screens under xterm-256color.
"""
import codecs
import re
import subprocess
import tempfile
import unittest

from emulator import BLANK, differences, seen, wcwidth
from harness import Session
from walks import PyteTerminal

# Valid, and not one code that a terminal of ECMA-48 knows; no `bce`, no `msgr`, so curses must be careful.
ENTRY = r"""
{name}|a terminal of its own kind,
	am, xenl, cols#80, it#8, lines#24, colors#{colours}, pairs#{pairs},
	cr=\r, cub1=^H, cud1=\E&N, cuf1=\E&R, cuu1=\E&U, home=\E&H, ind=\n, nel=\r\n,
	clear=\E&C, ed=\E&D, el=\E&L, el1=\E&l, ech=\E&%p1%dX,
	cup=\E&%i%p1%d;%p2%dQ, hpa=\E&%i%p1%dh, vpa=\E&%i%p1%dv, rep=%p1%c\E&%p2%{{1}}%-%dr,
	setaf=\E{{f%p1%d}}, setab=\E{{b%p1%d}}, op=\E{{o}}, sgr0=\E{{0}},
	bold=\E{{B}}, dim=\E{{D}}, rev=\E{{R}}, smul=\E{{U}}, rmul=\E{{u}},
	smcup=\E&(, rmcup=\E&), civis=\E&i, cnorm=\E&n, smam=\E&w, rmam=\E&W,
"""
KINDS = {"minsheng-odd": (256, 32767), "minsheng-odd-8": (8, 64)}

TOKEN = re.compile(
    r"""
      (?P<text>[^\x00-\x1f\x7f-\x9f]+)
    | (?P<control>[\r\n\b])
    | \x1b&(?P<row>\d+);(?P<column>\d+)Q
    | \x1b&(?P<count>\d+)(?P<counted>[Xhvr])
    | \x1b&(?P<simple>[NRUHCDLl()inwW])
    | \x1b\{(?P<part>[fb])(?P<colour>\d+)\}
    | \x1b\{(?P<style>[o0BDRUu])\}
    """,
    re.VERBOSE,
)
UNFINISHED = re.compile(r"\x1b(?:[&{][^QXhvrNRUHCDLl()inwW}]*)?\Z")
STYLES = {"B": {"bold": True}, "D": {"dim": True}, "R": {"reverse": True}, "U": {"underscore": True}, "u": {"underscore": False}, "o": {"fg": None, "bg": None}}


class Misunderstood(AssertionError):
    pass


class OddScreen:
    """A screen that knows the codes of the entry, and fails for every other."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.colours = set()
        self.tokens = 0
        self.is_entered = False
        self._is_shown = self._wraps = True
        self._style, self._last = BLANK, " "
        self._decode = codecs.getincrementaldecoder("utf-8")("strict").decode
        self._tail = ""
        self._clear()

    def _clear(self):
        self.cells = [[BLANK] * self.columns for _ in range(self.rows)]
        self.x = self.y = 0

    @property
    def texts(self):
        return ["".join(cell.data for cell in row).rstrip() for row in self.cells]

    @property
    def text(self):
        return "\n".join(self.texts)

    @property
    def caret(self):
        return (min(self.x, self.columns - 1), self.y) if self._is_shown else None

    @property
    def seen(self):
        return [list(map(seen, row)) for row in self.cells]

    def feed(self, data):
        text, self._tail, place = self._tail + self._decode(data), "", 0
        while place < len(text):
            token = TOKEN.match(text, place)
            if not token:
                if UNFINISHED.match(text, place):
                    self._tail = text[place:]
                    return
                raise Misunderstood(f"not a code of the entry: {text[place:place + 24]!r} after {text[max(0, place - 24):place]!r}")
            place = token.end()
            self.tokens += 1
            self._do(token)

    def _do(self, token):
        if token["text"]:
            for char in token["text"]:
                self._put(char)
        elif token["control"]:
            self._control(token["control"])
        elif token["row"]:
            self._go(int(token["column"]) - 1, int(token["row"]) - 1)
        elif token["counted"]:
            self._counted(token["counted"], int(token["count"]))
        elif token["simple"]:
            self._simple(token["simple"])
        elif token["colour"]:
            self.colours.add(int(token["colour"]))
            self._style = self._style._replace(**{"fg" if token["part"] == "f" else "bg": int(token["colour"])})
        else:
            self._style = BLANK if token["style"] == "0" else self._style._replace(**STYLES[token["style"]])

    def _put(self, char):
        width = wcwidth(char)
        if width < 0:
            raise Misunderstood(f"{char!r} is no text")
        if width == 0:
            return
        if self.x + width > self.columns and self._wraps:
            self.x = 0
            self._line_feed()
        self.x = min(self.x, self.columns - width)
        self._part(self.x, self.x + width)
        row = self.cells[self.y]
        row[self.x] = self._style._replace(data=char)
        if width == 2:
            row[self.x + 1] = self._style._replace(data="")
        self.x += width
        self._last = char

    def _part(self, start, end):
        row = self.cells[self.y]
        if 0 < start < self.columns and row[start].data == "":
            row[start - 1] = row[start - 1]._replace(data=" ")
        if end < self.columns and row[end].data == "":
            row[end] = row[end]._replace(data=" ")

    def _erase(self, start, end):
        self._part(start, end)
        self.cells[self.y][start:end] = [BLANK] * (end - start)

    def _line_feed(self):
        if self.y < self.rows - 1:
            self.y += 1
        else:
            self.cells = self.cells[1:] + [[BLANK] * self.columns]

    def _go(self, x, y):
        if not (0 <= x < self.columns and 0 <= y < self.rows):
            raise Misunderstood(f"column {x}, row {y} of {self.columns}x{self.rows}")
        self.x, self.y = x, y

    def _control(self, char):
        if char == "\n":
            self._line_feed()
        else:
            self.x = 0 if char == "\r" else max(0, min(self.x, self.columns - 1) - 1)

    def _counted(self, code, count):
        if code == "X":
            self._erase(self.x, min(self.x + count, self.columns))
        elif code == "r":
            for _ in range(count):
                self._put(self._last)
        else:
            self._go(*((count - 1, self.y) if code == "h" else (min(self.x, self.columns - 1), count - 1)))

    def _simple(self, code):
        x = min(self.x, self.columns - 1)
        if code in "C":
            self._clear()
        elif code in "Ll":
            self._erase(*((x, self.columns) if code == "L" else (0, x + 1)))
        elif code == "D":
            self._erase(x, self.columns)
            self.cells[self.y + 1 :] = [[BLANK] * self.columns for _ in range(self.rows - self.y - 1)]
        elif code in "()":
            self.is_entered = code == "("
        elif code in "wW":
            self._wraps = code == "w"
        elif code in "in":
            self._is_shown = code == "n"
        else:
            self._go(*{"N": (x, self.y + 1), "U": (x, self.y - 1), "R": (x + 1, self.y), "H": (0, 0)}[code])


class OddSession(Session):
    def __init__(self, *arguments, size=(80, 24), **options):
        super().__init__(*arguments, size=size, **options)
        self.screen = OddScreen(*size)


class OddTerminal(unittest.TestCase):
    def compiled(self):
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-terminfo-"))
        source = "".join(ENTRY.format(name=name, colours=colours, pairs=pairs) for name, (colours, pairs) in KINDS.items())
        subprocess.run(["tic", "-x", "-o", folder, "-"], input=source, text=True, check=True, capture_output=True)
        return folder

    def start(self, kind, size):
        session = self.enterContext(OddSession(TERM=kind, TERMINFO=self.compiled(), size=size))
        session.wait_for("盘锦")
        session.settle()
        return session

    def walk(self, kind, size):
        """After each key the screen of this terminal, and of xterm-256color."""
        session = self.start(kind, size)
        usual = self.enterContext(PyteTerminal(term="xterm-256color", size=size))
        usual.wait_for("盘锦")
        usual.settle()
        yield session, usual, "start"
        for key in ["1", "j", "j", "Enter", "s", "0", "t", "8", "Space", "/", "养老", "Enter", "?", "Space", "g", "L"]:
            for each in (session, usual):
                each.send(key)
                each.settle(0.06)
            yield session, usual, key

    def test_every_screen_is_where_it_should_be(self):
        for size in [(80, 24), (120, 40)]:
            for session, usual, key in self.walk("minsheng-odd", size):
                with self.subTest(size=size, key=key):
                    self.assertEqual(differences(session.screen.seen, usual.screen.rows), "")
                    self.assertEqual(session.screen.caret, usual.screen.caret)
            self.assertGreater(session.screen.tokens, 500)
            self.assertLessEqual(max(session.screen.colours), 255)
            self.assertGreater(max(session.screen.colours), 15, "the palette is used")

    def test_eight_colours(self):
        for session, usual, key in self.walk("minsheng-odd-8", (100, 30)):
            with self.subTest(key=key):
                self.assertEqual(session.screen.texts, usual.screen.texts)
        self.assertLessEqual(max(session.screen.colours), 7)
        self.assertGreater(len(session.screen.colours), 2)

    def test_it_is_given_back(self):
        session = self.start("minsheng-odd", (80, 24))
        self.assertTrue(session.screen.is_entered)
        self.assertFalse(session.screen.caret)
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertFalse(session.screen.is_entered)
        self.assertTrue(session.screen.caret)
        self.assertEqual(session.screen._style, BLANK)
        self.assertNotIn(b"\x1b[", bytes(session.received))
        self.assertEqual(session.attributes, session.attributes_before)


class OddScreenTests(unittest.TestCase):
    """The interpreter itself."""

    def shown(self, text):
        screen = OddScreen(10, 3)
        for byte in text.encode():
            screen.feed(bytes([byte]))
        return screen

    def test_codes_of_others_are_refused(self):
        for text in ["\x1b[H", "\x1b[31m", "\x1b(B", "\x1b]11;?\x07", "\x1b7", "\x07", "\x1b&99;1Q", "\x1b{f}", "\x0e", "\t"]:
            with self.subTest(text=text), self.assertRaises(Misunderstood):
                self.shown("a" + text)

    def test_codes_of_its_own(self):
        self.assertEqual(self.shown("盘锦\x1b&1;2Qx\x1b&2;9Q盘a").texts, [" x锦", "        盘", "a"])
        self.assertEqual(self.shown("-\x1b&4r\x1b&3hx\x1b&3v\x1b&1hy\x1b&Uz").texts, ["--x--", " z", "y"])
        self.assertEqual(self.shown("abcdef\x1b&3h\x1b&2X\x1b&6h\x1b&L").texts[0], "ab  e")
        self.assertEqual(self.shown("\x1b{f9}\x1b{B}a\x1b{0}b").cells[0][:2], [BLANK._replace(data="a", fg=9, bold=True), BLANK._replace(data="b")])


if __name__ == "__main__":
    unittest.main()
