#!/usr/bin/env python3
"""minsheng beside the floor program (floor.c), btop, polars and duckdb, turn about, A B A B: bench.py FLOOR PROGRAM FOLDER [--rounds N].

The tables (tables.py) and polars and duckdb (from PyPI, in an environment of their own) are put into FOLDER once. Everything runs in a
terminal of 120x40 that answers questions (terminal.py). A frame is settled once nothing has come for 40 ms and the program has nothing to
do; its time is that of its last byte; btop, which never rests, has settled at the first such pause with a full screen. A ratio is that of
the medians (of the 95th percentiles for p95); quartiles are those of the ratios round by round. A bar is for the ratio, or for minsheng alone
where it has a unit; rows without one are for information.
"""
import argparse, gc, os, platform, re, shutil, statistics, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
import tables
from measuring import anonymous, idle, moves, share, shows, start, start_of_restless, walk, whole
from terminal import Terminal

PAGE, BURST = "page", "burst"
# What is done to the program: a name, keys before, keys that are measured one by one.
BUNDLED = [
    ("move in a topic", ["0", "1"], ["j"] * 8 + ["k"] * 8 + ["j"] * 8),
    ("switch topics", ["0"], list("1234567654321234")),
    ("100 `j` in one write", ["0", "1"], ["j" * 100]),
]
NAMES = [
    ("move on the overview of 20,000 names", [], list("jkjkjkjk")),
    ("scroll 5,000 rows by a line", ["1", "\x1b[6~", "\x1b[6~"], ["j"] * 24),
    ("scroll 5,000 rows by a page", [], ["\x1b[6~"] * 12),
    ("100 `j` in one write, 5,000 rows", [], ["j" * 100]),
    ("open the search of 20,000 names", [], ["/"]),
    ("type in that search", [], list("chengzhenjiuye")),
]
LARGE = [("move on the overview of 1,000,000 observations", [], list("jjkkjjkk"))]
MOVE, SCROLL = BUNDLED[0][0], NAMES[1][0]


def environment(folder):
    """A Python that knows polars and duckdb, made where it is missing; None and why where that cannot be."""
    python = os.path.join(folder, "python/bin/python")
    try:
        if subprocess.run([python, "-c", "import polars, duckdb"], capture_output=True).returncode == 0:
            return python, ""
    except OSError:
        pass
    for command in (
        [sys.executable, "-m", "venv", "--clear", os.path.join(folder, "python")],
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "polars>=1,<3", "duckdb>=1,<3"],
    ):
        made = subprocess.run(command, capture_output=True, text=True)
        if made.returncode:
            return None, (made.stderr or made.stdout).strip().splitlines()[-1]
    return python, ""


def machine(program, python):
    """What it was measured on."""
    def first(*command):
        try:
            return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
        except (OSError, IndexError):
            return f"{command[0]} unknown"

    with open("/proc/cpuinfo") as file:
        processor = re.search(r"^model name\s*:\s*(.*)", file.read(), re.M)
    print(f"{platform.platform()}, {processor[1] if processor else platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{first(program, '--version')}; {first('swift', '--version')}; {first('cc', '--version')}; {first('infocmp', '-V')}")
    ask = "import sys, polars, duckdb; print('python', sys.version.split()[0], 'polars', polars.__version__, 'duckdb', duckdb.__version__)"
    print(first(python, "-c", ask) if python else f"python {platform.python_version()}")


class Report:
    """The rows of the table."""

    def __init__(self):
        self.missed = []
        print("\n| | minsheng | theirs | ratio | quartiles | bar | |\n| --- | --- | --- | --- | --- | --- | --- |")

    def _print(self, name, ours, theirs, ratio, quartiles, value, bar, unit=""):
        holds = bar is None or value <= bar
        if not holds:
            self.missed.append(name)
        limit, verdict = ("–", "") if bar is None else (f"{bar:g}{unit}", "holds" if holds else "missed")
        print(f"| {name} | {ours} | {theirs} | {ratio} | {quartiles} | {limit} | {verdict} |", flush=True)

    def pair(self, name, ours, theirs, bar=None, unit="ms", of=statistics.median, absolute=False):
        """ours, theirs: for each round a value, or a list of them. absolute: the bar is for what is ours, not for the ratio."""
        def all_of(rounds):
            return [value for one in rounds for value in (one if isinstance(one, list) else [one])]

        def one_of(one):
            return of(one) if isinstance(one, list) else one

        mine, other = of(all_of(ours)), of(all_of(theirs))
        low, _, high = statistics.quantiles([one_of(a) / one_of(b) for a, b in zip(ours, theirs)], n=4)

        def text(value):
            return f"{value:.{0 if value >= 100 else 1}f} {unit}"

        value, unit_of_bar = (mine, f" {unit}") if absolute else (mine / other, "")
        self._print(name, text(mine), text(other), f"{mine / other:.2f}", f"{low:.2f} – {high:.2f}", value, bar, unit_of_bar)

    def alone(self, name, value, text, bar=None, theirs="–", unit=""):
        self._print(name, text, theirs, "–", "–", value, bar, unit)


def console(report, floor, program, folder, rounds):
    """Start, keys, bytes, idling and memory beside the floor program, and the start beside btop."""
    names, table = ([program, "--data", os.path.join(folder, f"{name}.csv")] for name in ("names", "observations"))
    theirs_script = [(PAGE, [], ["x"] * 24), (BURST, [], ["x" * 100])]
    btop = shutil.which("btop")
    starts = []
    for _ in range(3 * rounds + 1):
        other = start_of_restless([btop]) if btop else None
        starts.append((start([floor]), start([program]), other, start([program], background=b"ffff/ffff/ffff")))
    # The first round finds nothing in the caches.
    others, dark, restless, light = zip(*starts[1:])
    report.pair("first full frame settled", dark, others, 3.0)
    report.pair("the same where the terminal says it is light", light, others)
    if btop:
        report.pair("first full frame settled, against btop", dark, restless, 0.9)
    else:
        report.alone("first full frame settled, against btop", None, f"{statistics.median(dark):.1f} ms", theirs="left out: no btop here")
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(walk([floor], theirs_script))
        ours.append({**walk([program], BUNDLED), **walk(names, NAMES), **walk(table, LARGE)})

    def times(side, name):
        return [[took for took, _ in one[name]] for one in side]

    for name, _, keys in BUNDLED + NAMES + LARGE:
        if len(keys[0]) == 100:
            report.pair(name, times(ours, name), times(floors, BURST), 0.1)
            continue
        for label, part, bar, absolute in (("p50", 0.5, 1.0, False), ("p95", 0.95, 16, True)):
            report.pair(f"{name}, {label}", times(ours, name), times(floors, PAGE), bar, of=lambda values: share(values, part), absolute=absolute)
    for name, label in ((MOVE, "one move in a list"), (SCROLL, "one line of scrolling")):
        counts = [count for one in ours for _, count in one[name]]
        report.alone(f"bytes for {label}, median", None, f"{statistics.median(counts):.0f} (at most {max(counts)})")
    counts = moves([program], "1234567")
    report.alone(f"bytes for each of the {len(counts)} moves down all topics, median", statistics.median(counts), f"{statistics.median(counts):.0f} (at most {max(counts)})")
    wakes, count = idle([program])
    report.alone("idle 10 s", wakes + count, f"{wakes} wake-ups, {count} bytes", 0)
    # A copy of the program: another that runs from the same file would bear half of its pages.
    alone = shutil.copy(program, os.path.join(folder, "alone"))
    memory = []
    for command in [[floor], [alone]] * 3:
        session = Terminal(command)
        session.settle(session.began)
        memory.append(session.facts("smaps_rollup")["Pss"] / 1024)
        session.close()
    mine, other = statistics.median(memory[1::2]), statistics.median(memory[::2])
    report.alone("memory of one process after the first frame", mine, f"{mine:.1f} MiB", 20, f"{other:.1f} MiB", " MiB")


def large(report, program, folder, python, rounds):
    """A million observations: the console beside itself with little, and beside polars and duckdb."""
    table, area = os.path.join(folder, "observations.csv"), tables.AREA
    with open(os.path.join(folder, "answer.csv"), encoding="utf-8") as file:
        answer = file.read()
    headline = f"{float(answer.splitlines()[0].split(',')[2]):,.1f}"
    console = [program, "--lang", "zh", "--data", table, "--area", area]
    show = [program, "show", "--latest", "--format", "csv", "--data", table, "--area", area]
    asked = {name: [python, os.path.join(HERE, f"ask_{name}.py"), table, area] for name in ("polars", "duckdb")} if python else {}
    checked(show, answer, lambda row: (row[1].partition(".")[0], row[2], row[4]), header=1)
    for command in asked.values():
        checked(command, answer, lambda row: row)
    little, progress, full, csv, theirs = [], [], [], [], {name: [] for name in asked}
    for _ in range(rounds):
        little.append(shows([program, "--lang", "zh"], "q 退出")[0])
        first, seen, last = shows(console, "Esc 放弃", headline)
        progress.append(first)
        full.append(max(seen, last))
        for name, command in asked.items():
            theirs[name].append(whole(command))
        csv.append(whole(show))
    report.pair("1,000,000 observations: frame with progress, against bundled data", progress, little)
    for name, bar in (("polars", 0.35), ("duckdb", None)):
        if asked:
            report.pair(f"full frame with values, against {name}, whole process", full, theirs[name], bar)
            report.pair(f"the same values as CSV, against {name}, whole process", csv, theirs[name], bar)
    if asked:
        peaks = [(anonymous(show), anonymous(asked["polars"])) for _ in range(3)]
        report.pair("anonymous memory of that, peak, against polars", [mine for mine, _ in peaks], [other for _, other in peaks], unit="MiB")
    else:
        report.alone("full frame with values", None, f"{statistics.median(full):.0f} ms", theirs="left out: no polars here")


def publishing(report, program, folder, rounds):
    """200,000 figures that have all changed, in many series and in long ones: compared, and published over the old ones."""
    def seconds(*command):
        began = time.monotonic()
        subprocess.run([program, *command], stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, check=True)
        return time.monotonic() - began

    for months, what in ((100, "2,000 series of 100 months"), (1_000, "200 series of 1,000 months")):
        old, new, target = (os.path.join(folder, f"city-{months}-{side}") for side in ("old", "new", "shown"))
        diffs, published = [], []
        for _ in range(rounds):
            diffs.append(seconds("diff", old, new))
            for path in (old, new):
                base = os.path.join(path, ".minsheng-base")
                if os.path.exists(base):
                    os.remove(base)
            if os.path.lexists(target):
                os.remove(target)
            shutil.rmtree(target + ".generations", ignore_errors=True)
            seconds("publish", old, "--to", target, "--reason", "a", "-y")
            published.append(seconds("publish", new, "--to", target, "--reason", "b", "--base", "current", "-y"))
        for name, times, bar in (("diff", diffs, 2), ("publication", published, 3)):
            took = statistics.median(times)
            report.alone(f"{name} of 200,000 changed figures, {what}", took, f"{took:.2f} s", bar, unit=" s")


def checked(command, answer, columns, header=0):
    """Stops where a command does not give the answer."""
    rows = [line.split(",") for line in subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[header:]]
    if sorted(",".join(columns(row)) for row in rows) != answer.splitlines():
        sys.exit(f"bench: another answer from {' '.join(command)}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("floor")
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=7)
    chosen = arguments.parse_args()
    floor, program, folder = map(os.path.abspath, (chosen.floor, chosen.program, chosen.folder))
    tables.write(folder)
    python, reason = environment(folder)
    machine(program, python)
    if reason:
        print(f"polars and duckdb are left out: {reason}")
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="minsheng-") as elsewhere:
        os.chdir(elsewhere)
        report = Report()
        console(report, floor, program, folder, max(2, chosen.rounds))
        large(report, program, folder, python, max(2, chosen.rounds))
        publishing(report, program, folder, max(2, chosen.rounds))
    print(f"\nLoad at the end, the measuring included: {os.getloadavg()[0]:.1f}. Where others work, p95 of both sides is mostly theirs.")
    print(f"missed: {', '.join(report.missed) or 'none'}")


main()
