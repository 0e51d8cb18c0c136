"""A terminal whose codes nobody has ever seen: what the program writes must come from its terminfo entry, and from nowhere else.

The entry is compiled here. Everything received is read by a strict tokenizer of exactly its codes, carried out by the
emulator, and compared with the same screens under xterm-256color.
"""
import codecs
import re
import subprocess
import tempfile
import unittest

from emulator import BLANK, Emulator, differences
from harness import Session, TestCase
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
      (?P<text>[^\x00-\x1f\x7f-\x9f]+|[\r\n\b])
    | \x1b&(?P<row>\d+);(?P<column>\d+)Q
    | \x1b&(?P<count>\d+)(?P<counted>[Xhvr])
    | \x1b&(?P<simple>[NRUHCDLl()inwW])
    | \x1b\{(?P<part>[fb])(?P<colour>\d+)\}
    | \x1b\{(?P<style>[o0BDRUu])\}
    """,
    re.VERBOSE,
)
UNFINISHED = re.compile(r"\x1b(?:[&{][^QXhvrNRUHCDLl()inwW}]*)?\Z")
# What the codes are in ECMA-48.
COUNTED = {"X": "X", "h": "G", "v": "d", "r": "b"}
SIMPLE = {
    "N": "B", "R": "C", "U": "A", "H": "H", "C": "H\x1b[J", "D": "J", "L": "K", "l": "1K", "(": "?1049h", ")": "?1049l",
    "i": "?25l", "n": "?25h", "w": "?7h", "W": "?7l",
}  # fmt: skip
STYLES = {"o": "39;49", "0": "", "B": "1", "D": "2", "R": "7", "U": "4", "u": "24"}


class Misunderstood(AssertionError):
    pass


class OddScreen(Emulator):
    """A screen that knows the codes of the entry, and fails for every other."""

    def __init__(self, columns, rows):
        self.tokens, self._rest, self._decode_strictly = 0, "", codecs.getincrementaldecoder("utf-8")("strict").decode
        super().__init__(columns, rows, colours_erased=False)

    def feed(self, data):
        text, self._rest, place = self._rest + self._decode_strictly(data), "", 0
        while place < len(text):
            token = TOKEN.match(text, place)
            if not token:
                if UNFINISHED.match(text, place):
                    self._rest = text[place:]
                    return
                raise Misunderstood(f"not a code of the entry: {text[place:place + 24]!r} after {text[max(0, place - 24):place]!r}")
            place = token.end()
            self.tokens += 1
            super().feed((token["text"] or "\x1b[" + self._translated(token)).encode())
            if self.unknown:
                raise Misunderstood(f"{token[0]!r} is no text")

    def _translated(self, token):
        x, y = min(self.cursor.x, self.columns - 1), self.cursor.y
        if token["row"]:
            x, y, code = int(token["column"]) - 1, int(token["row"]) - 1, f"{token['row']};{token['column']}H"
        elif token["counted"]:
            number, code = int(token["count"]) - 1, token["count"] + COUNTED[token["counted"]]
            x, y = {"h": (number, y), "v": (x, number)}.get(token["counted"], (x, y))
        elif token["simple"]:
            right, down = {"N": (0, 1), "U": (0, -1), "R": (1, 0)}.get(token["simple"], (0, 0))
            x, y, code = x + right, y + down, SIMPLE[token["simple"]]
        elif token["colour"]:
            code = f"{38 if token['part'] == 'f' else 48};5;{token['colour']}m"
        else:
            code = STYLES[token["style"]] + "m"
        if not (0 <= x < self.columns and 0 <= y < self.lines):
            raise Misunderstood(f"column {x}, row {y} of {self.columns}x{self.lines}")
        return code


class OddSession(Session):
    def __init__(self, *arguments, size=(80, 24), **options):
        super().__init__(*arguments, size=size, **options)
        self.screen = OddScreen(*size)


class OddTerminal(TestCase):
    def compiled(self):
        folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-terminfo-"))
        source = "".join(ENTRY.format(name=name, colours=colours, pairs=pairs) for name, (colours, pairs) in KINDS.items())
        subprocess.run(["tic", "-x", "-o", folder, "-"], input=source, text=True, check=True, capture_output=True)
        return folder

    def start(self, kind, size):
        return super().start(kind=OddSession, TERM=kind, TERMINFO=self.compiled(), size=size)

    def walk(self, kind, size):
        """After each key the screen of this terminal, and of xterm-256color."""
        session = self.start(kind, size)
        usual = super().start(kind=PyteTerminal, term="xterm-256color", size=size)
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
                    self.assertEqual(differences(session.screen.rows, usual.screen.rows), "")
                    self.assertEqual(session.screen.caret, usual.screen.caret)
            self.assertGreater(session.screen.tokens, 500)
            self.assertLessEqual(max(session.screen.colours_used), 255)
            self.assertGreater(max(session.screen.colours_used), 15, "the palette is used")

    def test_eight_colours(self):
        for session, usual, key in self.walk("minsheng-odd-8", (100, 30)):
            with self.subTest(key=key):
                self.assertEqual(session.screen.texts, usual.screen.texts)
        self.assertLessEqual(max(session.screen.colours_used), 7)
        self.assertGreater(len(session.screen.colours_used), 2)

    def test_it_is_given_back(self):
        session = self.start("minsheng-odd", (80, 24))
        self.assertTrue(session.screen.alternate)
        self.assertFalse(session.screen.caret)
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertFalse(session.screen.alternate)
        self.assertTrue(session.screen.caret)
        self.assertEqual(session.screen.cursor.attrs, BLANK)
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
        self.assertEqual(self.shown("\x1b{f9}\x1b{B}a\x1b{0}b").rows[0][:2], [BLANK._replace(data="a", fg=9, bold=True), BLANK._replace(data="b")])


if __name__ == "__main__":
    unittest.main()
