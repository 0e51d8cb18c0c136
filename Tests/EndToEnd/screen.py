"""A terminal as a value: takes what a program writes and knows what a person would see.

Enough of ECMA-48, the VT100 and xterm for what ncurses sends, wide characters included. What it does not know is
kept in `unknown`, so that a test can insist that nothing was misunderstood.
"""
import codecs
import re
import unicodedata

TOKEN = re.compile(
    r"""
      (?P<text>[^\x00-\x1f\x7f-\x9f]+)
    | \x1b\[(?P<private>[<=>?]?)(?P<parameters>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])
    | \x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)
    | \x1b[P_^X](?P<string>[^\x1b]*)\x1b\\
    | \x1b(?P<set>[()*+])(?P<charset>.)
    | \x1b(?P<escape>[0-OQ-WYZ`-~=>])
    | (?P<control>[\x00-\x1a\x1c-\x1f\x7f-\x9f])
    """,
    re.VERBOSE | re.DOTALL,
)

# The DEC special graphics set, where its glyphs differ from ASCII.
DEC_GRAPHICS = dict(zip("`afgijklmnopqrstuvwxyz{|}~", "◆▒°±␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·"))

LONGEST_SEQUENCE = 1 << 17  # a table for the clipboard is one sequence


def width(character):
    """Columns of a character as terminals count them: 0 for combining marks, 2 for wide ones."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cursor_visible = True
        self.modes = {7, 25}  # DEC private modes that are on: wrapping, cursor
        self.unknown = []
        self.commands = []  # operating system commands: OSC 11, OSC 52
        self.replies = []  # what a terminal would answer to questions about the cursor
        self.colours_used = set()
        self.wide_at_margin = 0
        self.clears = 0
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._tail = ""
        self._main = None
        self._reset()

    def _reset(self):
        self._cells = self._blank_rows(self.rows)
        self.column = self.row = 0
        self._wraps = False
        self._top, self._bottom = 0, self.rows - 1
        self._inserts = False
        self._charsets, self._shift = {"(": "B", ")": "B"}, "("
        self._saved = (0, 0)
        self._last = " "
        self.style = {}

    # What is seen

    @property
    def alternate(self):
        """Whether the alternate screen is shown."""
        return self._main is not None

    @property
    def lines(self):
        """Each row as text, trailing blanks cut."""
        return [self.slice(row) for row in range(self.rows)]

    @property
    def text(self):
        return "\n".join(self.lines)

    def slice(self, row, start=0, end=None):
        """The text of some columns of a row."""
        return "".join(self._cells[row][start:end]).rstrip()

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        for cells in filter(None, (self._cells, self._main)):
            del cells[rows:]
            for line in cells:
                del line[columns:]
                line += [" "] * (columns - len(line))
            cells += self._blank_rows(rows - len(cells))
        self._top, self._bottom = 0, rows - 1
        self._move(self.column, self.row)

    def forget(self):
        """Blanks the picture, as another program that wrote on it would spoil it."""
        self._cells[:] = self._blank_rows(self.rows)

    # What is written

    def feed(self, data):
        text = self._tail + self._decode(data)
        self._tail = ""
        position = 0
        while position < len(text):
            token = TOKEN.match(text, position)
            if token is None:
                if len(text) - position < LONGEST_SEQUENCE:
                    self._tail = text[position:]
                    return
                self.unknown.append(text[position : position + 16])
                position += 1
                continue
            position = token.end()
            self._token(token)

    def _token(self, token):
        kind = token.lastgroup
        if kind == "text":
            self._draw(token["text"])
        elif kind == "final":
            self._sequence(token)
        elif kind == "command":
            self.commands.append(token["command"])
        elif kind == "control":
            self._control(token["control"])
        elif kind == "charset":
            self._charsets[token["set"]] = token["charset"]
        elif kind == "escape":
            self._escape(token["escape"])

    def _draw(self, text):
        graphics = self._charsets.get(self._shift) == "0"
        for character in text:
            if graphics:
                character = DEC_GRAPHICS.get(character, character)
            self._put(character)
            self._last = character

    def _put(self, character):
        columns = width(character)
        if columns == 0:
            place = self.column if self._wraps else self.column - 1
            if place >= 0 and self._cells[self.row][place] == "":
                place -= 1
            if place >= 0:
                self._cells[self.row][place] += character
            return
        if columns == 2 and self.column == self.columns - 1 and not self._wraps:
            self.wide_at_margin += 1
            self._wraps = True
        if self._wraps:
            if 7 in self.modes:
                self.column = 0
                self._line_feed()
            self._wraps = False
        line = self._cells[self.row]
        if self._inserts:
            line[self.column : self.column] = [" "] * columns
            del line[self.columns :]
        end = min(self.column + columns, self.columns)
        self._part(self.row, self.column, end)
        line[self.column] = character
        if end - self.column == 2:
            line[self.column + 1] = ""
        if end >= self.columns:
            self.column, self._wraps = self.columns - 1, True
        else:
            self.column = end

    def _part(self, row, start, end):
        """Blanks the halves of wide characters that stick out of columns about to be overwritten."""
        line = self._cells[row]
        if start > 0 and start < self.columns and line[start] == "":
            line[start - 1] = " "
        if end < self.columns and line[end] == "":
            line[end] = " "

    def _control(self, character):
        if character == "\r":
            self._move(0, self.row)
        elif character in "\n\v\f":
            self._line_feed()
        elif character == "\b":
            self._move(self.column - 1, self.row)
        elif character == "\t":
            self._move((self.column // 8 + 1) * 8, self.row)
        elif character in "\x0e\x0f":
            self._shift = ")" if character == "\x0e" else "("
        elif character not in "\x00\x07":
            self.unknown.append(character)

    def _escape(self, character):
        if character == "7":
            self._saved = (self.column, self.row)
        elif character == "8":
            self._move(*self._saved)
        elif character == "D":
            self._line_feed()
        elif character == "E":
            self.column = 0
            self._line_feed()
        elif character == "M":
            if self.row == self._top:
                self._scroll(-1)
            else:
                self._move(self.column, self.row - 1)
        elif character == "c":
            self._reset()
        elif character not in "=>":
            self.unknown.append("ESC " + character)

    def _sequence(self, token):
        private, final = token["private"], token["final"]
        numbers = [int(part.split(":")[0] or 0) for part in token["parameters"].split(";")]
        if private == "?" and final in "hl":
            for mode in numbers:
                self._mode(mode, final == "h")
            return
        if private or token["between"]:
            # Questions, cursor shapes and settings of keys: nothing of the picture.
            if final not in "cnmqup":
                self.unknown.append(token[0])
            return
        if final == "n" and numbers == [6]:
            self.replies.append(f"\x1b[{self.row + 1};{self.column + 1}R".encode())
            return
        if final == "m":
            self._select_style(token["parameters"])
            return
        action = self._ACTIONS.get(final)
        if action:
            action(self, numbers)
        elif final not in "cntgi":
            self.unknown.append(token[0])

    def _mode(self, mode, on):
        (self.modes.add if on else self.modes.discard)(mode)
        if mode == 25:
            self.cursor_visible = on
        elif mode in (47, 1047, 1049) and on != self.alternate:
            if on:
                self._main, self._saved_main = self._cells, (self.column, self.row)
                self._cells = self._blank_rows(self.rows)
            else:
                self._cells, self._main = self._main, None
                self._move(*self._saved_main)

    def _select_style(self, parameters):
        numbers = [int(number or 0) for number in re.split("[;:]", parameters)]
        while numbers:
            number = numbers.pop(0)
            if number == 0:
                self.style.clear()
            elif number in (22, 23, 24, 25, 27):
                for flag in {22: (1, 2), 23: (3,), 24: (4,), 25: (5,), 27: (7,)}[number]:
                    self.style.pop(flag, None)
            elif number < 10:
                self.style[number] = True
            elif number in (10, 39, 49):
                self.style.pop({39: "foreground", 49: "background"}.get(number), None)
            else:
                part = "background" if number // 10 in (4, 10) else "foreground"
                colour = (number,)
                if number in (38, 48):
                    length = 2 if numbers[:1] == [5] else 4
                    colour, numbers = tuple(numbers[:length]), numbers[length:]
                self.style[part] = colour
                self.colours_used.add(colour)

    # Moving and erasing

    @staticmethod
    def _first(numbers, index=0):
        return numbers[index] if len(numbers) > index and numbers[index] else 1

    def _blank_rows(self, count):
        return [[" "] * self.columns for _ in range(count)]

    def _move(self, column, row):
        self.column = min(max(column, 0), self.columns - 1)
        self.row = min(max(row, 0), self.rows - 1)
        self._wraps = False

    def _line_feed(self):
        self._wraps = False
        if self.row == self._bottom:
            self._scroll(1)
        elif self.row < self.rows - 1:
            self.row += 1

    def _scroll(self, count, top=None):
        top = self._top if top is None else top
        region = self._cells[top : self._bottom + 1]
        size = min(abs(count), len(region))
        fresh = self._blank_rows(size)
        region = region[size:] + fresh if count > 0 else fresh + region[: len(region) - size]
        self._cells[top : self._bottom + 1] = region

    def _blank(self, row, start, end):
        end = min(end, self.columns)
        if start < end:
            self._part(row, start, end)
            self._cells[row][start:end] = [" "] * (end - start)

    def _erase_display(self, numbers):
        if numbers[0] == 2:
            self.clears += 1
        if numbers[0] == 0:
            self._blank(self.row, self.column, self.columns)
        elif numbers[0] == 1:
            self._blank(self.row, 0, self.column + 1)
        rows = {0: range(self.row + 1, self.rows), 1: range(self.row), 2: range(self.rows)}.get(numbers[0], ())
        for row in rows:
            self._blank(row, 0, self.columns)

    def _erase_line(self, numbers):
        spans = {0: (self.column, self.columns), 1: (0, self.column + 1), 2: (0, self.columns)}
        self._blank(self.row, *spans[numbers[0]])

    def _delete_characters(self, numbers):
        line = self._cells[self.row]
        del line[self.column : self.column + self._first(numbers)]
        line += [" "] * (self.columns - len(line))

    def _insert_characters(self, numbers):
        line = self._cells[self.row]
        line[self.column : self.column] = [" "] * min(self._first(numbers), self.columns)
        del line[self.columns :]

    def _insert_lines(self, count):
        if self._top <= self.row <= self._bottom:
            self._scroll(-count, top=self.row)

    def _set_region(self, numbers):
        top = self._first(numbers) - 1
        bottom = (numbers[1] if len(numbers) > 1 and numbers[1] else self.rows) - 1
        if 0 <= top < bottom < self.rows:
            self._top, self._bottom = top, bottom
            self._move(0, 0)

    def _set_insert(self, numbers, on):
        if 4 in numbers:
            self._inserts = on

    _ACTIONS = {
        "A": lambda self, n: self._move(self.column, self.row - self._first(n)),
        "B": lambda self, n: self._move(self.column, self.row + self._first(n)),
        "C": lambda self, n: self._move(self.column + self._first(n), self.row),
        "D": lambda self, n: self._move(self.column - self._first(n), self.row),
        "E": lambda self, n: self._move(0, self.row + self._first(n)),
        "F": lambda self, n: self._move(0, self.row - self._first(n)),
        "G": lambda self, n: self._move(self._first(n) - 1, self.row),
        "`": lambda self, n: self._move(self._first(n) - 1, self.row),
        "d": lambda self, n: self._move(self.column, self._first(n) - 1),
        "H": lambda self, n: self._move(self._first(n, 1) - 1, self._first(n) - 1),
        "f": lambda self, n: self._move(self._first(n, 1) - 1, self._first(n) - 1),
        "J": _erase_display,
        "K": _erase_line,
        "X": lambda self, n: self._blank(self.row, self.column, self.column + self._first(n)),
        "P": _delete_characters,
        "@": _insert_characters,
        "L": lambda self, n: self._insert_lines(self._first(n)),
        "M": lambda self, n: self._insert_lines(-self._first(n)),
        "S": lambda self, n: self._scroll(self._first(n)),
        "T": lambda self, n: self._scroll(-self._first(n)),
        "b": lambda self, n: self._draw(self._last * min(self._first(n), self.columns * self.rows)),
        "I": lambda self, n: self._move((self.column // 8 + self._first(n)) * 8, self.row),
        "Z": lambda self, n: self._move(((self.column + 7) // 8 - self._first(n)) * 8, self.row),
        "r": _set_region,
        "h": lambda self, n: self._set_insert(n, True),
        "l": lambda self, n: self._set_insert(n, False),
        "s": lambda self, n: self._escape("7"),
        "u": lambda self, n: self._escape("8"),
    }
