"""A terminal as a value, by pyte from PyPI: what a person would see, and every cell with its colours and attributes.

pyte is mended only where terminals differ from it: half a wide character that is overwritten, erasing in the colour of the
background, the alternate screen, REP, HPA, SU, SD, CHT, CBT, dim, the DEC line drawing set in UTF-8, and what the last column
does. What it does not know is kept in `unknown`, so that a test can insist that nothing was misunderstood. Each of these has a
test in `test_emulator.py`.
"""
import codecs
import collections
import functools
import pathlib
import re
import subprocess
import sys

PACKAGES = pathlib.Path(__file__).resolve().parents[2] / ".build/test-python/lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
sys.path.append(str(PACKAGES))
try:
    import pyte
    from pyte import modes
    from wcwidth import wcswidth, wcwidth
except ImportError as fault:
    raise ImportError("the terminal emulator pyte is missing; scripts/test-python installs it from PyPI") from fault

MARKER = "ç"  # one column everywhere; stands in no table and on no screen

Cell = collections.namedtuple("Cell", "data fg bg bold italics underscore strikethrough reverse blink dim")
BLANK = Cell(" ", None, None, False, False, False, False, False, False, False)
FLAGS = {1: "bold", 2: "dim", 3: "italics", 4: "underscore", 5: "blink", 7: "reverse", 9: "strikethrough"}
ENDS = {22: ("bold", "dim"), 23: ("italics",), 24: ("underscore",), 25: ("blink",), 27: ("reverse",), 29: ("strikethrough",)}

# A sequence or command whose end has not come; controls that are no text; and colours as xterm-direct has them.
UNFINISHED = re.compile(r"(?:\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?)?)?\Z")
COMMAND = re.compile(r"\x1b\]([^\x07\x1b]*)(?:\x07|\x1b\\)")
STRANGE = re.compile(r"[\x01-\x06\x10-\x1a\x1c-\x1f\x7f-\x9f]")
COLON_COLOUR = re.compile(r"([34]8):2:\d*:(\d+):(\d+):(\d+)")


@functools.cache
def has(terminal, capability):
    """Whether the terminfo entry of that name has it: `bce`, that erased cells take the background in force; `civis`."""
    entry = subprocess.run(["infocmp", "-1", terminal], capture_output=True, text=True, check=True).stdout
    return re.search(rf"^\t{capability}[=,]", entry, re.M) is not None


class Emulator(pyte.Screen):
    """A screen of so many columns and rows, fed with bytes."""

    def __init__(self, columns, rows, colours_erased=True):
        """colours_erased: whether erased cells take the background in force (`bce`)."""
        self.colours_erased = colours_erased
        self.last = " "
        self.first = None  # while the alternate screen is shown: the cells of the other one, and where its cursor was
        self.unknown, self.commands, self.replies = [], [], []  # commands to the operating system: OSC 11, OSC 52
        self.colours_used, self.wide_at_margin = set(), 0
        super().__init__(columns, rows)
        self._tail = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._stream = Stream(self)
        # Only so are the shifts and sets obeyed; what is fed is text already.
        self._stream.use_utf8 = False

    def feed(self, data):
        text = self._tail + self._decode(data)
        end = UNFINISHED.search(text).start()
        text, self._tail = text[:end], text[end:]
        # pyte knows neither these commands nor colours after colons.
        self.commands += COMMAND.findall(text)
        text = COLON_COLOUR.sub(r"\1;2;\2;\3;\4", COMMAND.sub("", text))
        self.unknown += STRANGE.findall(text)
        self._stream.feed(text)

    def debug(self, *numbers, **_):
        """What pyte calls for a sequence that it does not know."""
        self.unknown.append(numbers)

    def ignore(self, *_, **__):
        """Settings of keys and windows: nothing of the picture."""

    def write_process_input(self, data):
        self.replies.append(data.encode())

    # What is seen

    @property
    def rows(self):
        """Each row as its cells; of a blank only what can be seen of it counts."""
        return [[seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]

    @property
    def texts(self):
        """Each row as text, trailing blanks cut."""
        return ["".join([line[x].data for x in range(self.columns)]).rstrip() for line in map(self.buffer.__getitem__, range(self.lines))]

    @property
    def text(self):
        return "\n".join(self.texts)

    @property
    def caret(self):
        """Where the cursor is, where it is seen at all."""
        return None if self.cursor.hidden else (min(self.cursor.x, self.columns - 1), self.cursor.y)

    @property
    def modes(self):
        """DEC private modes that are on; wrapping (7) and the cursor (25) are at first."""
        return {mode >> 5 for mode in self.mode if mode >= 1 << 5}

    @property
    def alternate(self):
        return not self.modes.isdisjoint({47, 1047, 1049})

    def spoil(self):
        """Fills the picture with a sign that nobody draws, as another program could."""
        for y in range(self.lines):
            self.buffer[y].update(dict.fromkeys(range(self.columns), BLANK._replace(data=MARKER, fg=1, bg=5, bold=True)))

    # What pyte keeps

    @property
    def default_char(self):
        return BLANK

    def reset(self):
        super().reset()
        self.cursor.attrs = BLANK

    def set_mode(self, *modes, **private):
        super().set_mode(*modes, **private)
        if self.alternate and not self.first:
            self.first = self.buffer, self.cursor.y + 1, self.cursor.x + 1
            self.buffer = collections.defaultdict(self.buffer.default_factory)

    def reset_mode(self, *modes, **private):
        super().reset_mode(*modes, **private)
        if self.first and not self.alternate:
            self.buffer, *place = self.first
            self.first = None
            self.cursor_position(*place)

    def resize(self, lines=None, columns=None):
        """Columns and rows go and come at the right and at the bottom."""
        lines, columns = lines or self.lines, columns or self.columns
        for buffer in (self.buffer, *(self.first or ())[:1]):
            for y in [y for y in buffer if y >= lines]:
                del buffer[y]
            for line in buffer.values():
                for x in [x for x in line if x >= columns]:
                    del line[x]
                if wcwidth(line[columns - 1].data[:1]) == 2:
                    line[columns - 1] = BLANK
        self.lines, self.columns, self.margins = lines, columns, None
        self.tabstops = set(range(8, columns, 8))
        self.cursor.x, self.cursor.y = min(self.cursor.x, columns - 1), min(self.cursor.y, lines - 1)

    # Text

    def draw(self, data):
        for char in data.translate(self.g1_charset if self.charset else self.g0_charset):
            width = wcwidth(char)
            if width > 0:
                self._put(char, width)
                self.last = char
            elif width == 0:
                self._mark(char)

    def _put(self, char, width):
        cursor = self.cursor
        self.wide_at_margin += width == 2 and cursor.x == self.columns - 1
        if cursor.x + width > self.columns:
            if modes.DECAWM in self.mode:
                cursor.x = 0
                self.linefeed()
            else:
                cursor.x = self.columns - width
        if modes.IRM in self.mode:
            self.insert_characters(width)
        self._part(cursor.y, cursor.x, cursor.x + width)
        line = self.buffer[cursor.y]
        line[cursor.x] = cursor.attrs._replace(data=char)
        if width == 2:
            line[cursor.x + 1] = cursor.attrs._replace(data="")
        cursor.x += width  # at the margin one past the last column: the next sign goes to the next row

    def _mark(self, char):
        x = self.cursor.x - 1
        line = self.buffer[self.cursor.y]
        if x > 0 and line[x].data == "":
            x -= 1
        if x >= 0:
            line[x] = line[x]._replace(data=line[x].data + char)

    def _part(self, y, start, end):
        """Blanks the halves of wide characters that stick out of cells about to be overwritten."""
        line = self.buffer[y]
        if 0 < start < self.columns and line[start].data == "":
            line[start - 1] = line[start - 1]._replace(data=" ")
        if end < self.columns and line[end].data == "":
            line[end] = line[end]._replace(data=" ")

    def repeat(self, count=None):
        """REP."""
        self.draw(self.last * min(count or 1, self.columns * self.lines))

    # Erasing

    @property
    def erased(self):
        return BLANK._replace(bg=self.cursor.attrs.bg if self.colours_erased else None)

    def _column(self):
        """A cursor that waits past the last column is in it."""
        self.cursor.x = min(self.cursor.x, self.columns - 1)
        return self.cursor.x

    def _erase(self, y, start, end):
        end = min(end, self.columns)
        if start < end:
            self._part(y, start, end)
            self.buffer[y].update(dict.fromkeys(range(start, end), self.erased))

    def erase_characters(self, count=None):
        self._erase(self.cursor.y, self._column(), self.cursor.x + (count or 1))

    def erase_in_line(self, how=0, private=False):
        x = self._column()
        start, end = {0: (x, self.columns), 1: (0, x + 1)}.get(how, (0, self.columns))
        self._erase(self.cursor.y, start, end)

    def erase_in_display(self, how=0, *_, **__):
        if how in (0, 1):
            self.erase_in_line(how)
        rows = {0: range(self.cursor.y + 1, self.lines), 1: range(self.cursor.y), 2: range(self.lines)}.get(how, ())
        for y in rows:
            self._erase(y, 0, self.columns)

    def insert_characters(self, count=None):
        x, y = self._column(), self.cursor.y
        self._part(y, x, x)
        cells = [self.buffer[y][i] for i in range(self.columns)]
        cells[x:x] = [self.erased] * (count or 1)
        self._set_row(y, cells[: self.columns])

    def delete_characters(self, count=None):
        x, y = self._column(), self.cursor.y
        end = min(x + (count or 1), self.columns)
        self._part(y, x, end)
        cells = [self.buffer[y][i] for i in range(self.columns)]
        del cells[x:end]
        self._set_row(y, cells + [self.erased] * (end - x))

    def _set_row(self, y, cells):
        if wcwidth(cells[-1].data[:1]) == 2:
            cells[-1] = cells[-1]._replace(data=" ")
        for x, cell in enumerate(cells):
            self.buffer[y][x] = cell

    # Rows

    def _scroll(self, count, top=None):
        """Moves rows up, or down where the count is negative, within the margins."""
        first, last = self.margins or (0, self.lines - 1)
        first = first if top is None else top
        rows = [dict(self.buffer[y]) for y in range(first, last + 1)]
        size = min(abs(count), len(rows))
        fresh = [dict.fromkeys(range(self.columns), self.erased) for _ in range(size)]
        rows = rows[size:] + fresh if count > 0 else fresh + rows[: len(rows) - size]
        for y, row in enumerate(rows, first):
            self.buffer[y].clear()
            self.buffer[y].update(row)

    def scroll_up(self, count=None):
        """SU."""
        self._scroll(count or 1)

    def scroll_down(self, count=None):
        """SD."""
        self._scroll(-(count or 1))

    def index(self):
        self._column()
        if self.cursor.y == (self.margins or (0, self.lines - 1))[1]:
            self._scroll(1)
        elif self.cursor.y < self.lines - 1:
            self.cursor.y += 1

    def reverse_index(self):
        self._column()
        if self.cursor.y == (self.margins or (0, 0))[0]:
            self._scroll(-1)
        elif self.cursor.y > 0:
            self.cursor.y -= 1

    def _insert_rows(self, count):
        top, bottom = self.margins or (0, self.lines - 1)
        if top <= self.cursor.y <= bottom:
            self._scroll(count, self.cursor.y)
            self.cursor.x = 0

    def insert_lines(self, count=None):
        self._insert_rows(-(count or 1))

    def delete_lines(self, count=None):
        self._insert_rows(count or 1)

    # Moving

    def cursor_up(self, count=None):
        self._column()
        top = (self.margins or (0, 0))[0]
        self.cursor.y = max(self.cursor.y - (count or 1), top if self.cursor.y >= top else 0)

    def cursor_down(self, count=None):
        self._column()
        bottom = (self.margins or (0, self.lines - 1))[1]
        self.cursor.y = min(self.cursor.y + (count or 1), bottom if self.cursor.y <= bottom else self.lines - 1)

    def cursor_to_line(self, line=None):
        self._column()
        super().cursor_to_line(line)

    def set_margins(self, top=None, bottom=None):
        """DECSTBM: as pyte, but margins around all rows are none, and the cursor goes home."""
        super().set_margins(top or 1, bottom or self.lines)
        if self.margins == (0, self.lines - 1):
            self.margins = None
        self.cursor_position()

    def forward_tabs(self, count=None):
        """CHT."""
        for _ in range(count or 1):
            self.tab()

    def back_tabs(self, count=None):
        """CBT."""
        for _ in range(count or 1):
            self.cursor.x = max((stop for stop in self.tabstops if stop < self.cursor.x), default=0)

    # Style

    def select_graphic_rendition(self, *numbers, **private):
        if private:
            return
        style, rest = self.cursor.attrs, list(numbers or (0,))
        while rest:
            number = rest.pop(0)
            if number == 0:
                style = BLANK
            elif number in FLAGS:
                style = style._replace(**{FLAGS[number]: True})
            elif number in ENDS:
                style = style._replace(**dict.fromkeys(ENDS[number], False))
            elif number in (39, 49):
                style = style._replace(**{"fg" if number == 39 else "bg": None})
            elif number in (38, 48):
                kind = rest.pop(0) if rest else 0
                values = [rest.pop(0) for _ in range({2: 3, 5: 1}.get(kind, 0)) if rest]
                style = style._replace(**{"fg" if number == 38 else "bg": tuple(values) if kind == 2 else values[0] if values else None})
            elif 30 <= number <= 37 or 90 <= number <= 97:
                style = style._replace(fg=number - 30 if number < 90 else number - 82)
            elif 40 <= number <= 47 or 100 <= number <= 107:
                style = style._replace(bg=number - 40 if number < 100 else number - 92)
        self.cursor.attrs = style
        self.colours_used |= {style.fg, style.bg} - {None}


class Stream(pyte.Stream):
    """pyte's, with the sequences that it does not know."""

    csi = {**pyte.Stream.csi, "`": "cursor_to_column", "b": "repeat", "S": "scroll_up", "T": "scroll_down", "I": "forward_tabs", "Z": "back_tabs", "t": "ignore"}
    escape = {**pyte.Stream.escape, "=": "ignore", ">": "ignore"}
    events = pyte.Stream.events | {*csi.values(), "ignore"}


def seen(cell):
    """What can be seen of a cell: of a blank one that is little."""
    if cell.data != " ":
        return cell
    if cell.reverse or cell.underscore or cell.strikethrough:
        return cell._replace(bold=False, dim=False, italics=False)
    return BLANK._replace(bg=cell.bg)


def differences(first, second, most=8):
    """The rows in which two pictures differ: their texts, and the first cell that is another one."""
    found = []
    for y, (left, right) in enumerate(zip(first, second)):
        if left != right:
            x = next(x for x, (a, b) in enumerate(zip(left, right)) if a != b)
            texts = ["".join(cell.data for cell in row) for row in (left, right)]
            found.append(f"row {y}, from column {x}: {cell_text(left[x])} became {cell_text(right[x])}\n  - {texts[0]}\n  + {texts[1]}")
    if len(first) != len(second):
        found.append(f"{len(first)} rows became {len(second)}")
    return "\n".join(found[:most] + ([f"and {len(found) - most} rows more"] if len(found) > most else []))


def cell_text(cell):
    flags = [name for name in Cell._fields[3:] if getattr(cell, name)]
    return f"{cell.data!r} {cell.fg}/{cell.bg}" + "".join(f" {name}" for name in flags)
