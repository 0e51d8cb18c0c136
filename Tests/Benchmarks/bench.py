#!/usr/bin/env python3
"""minsheng beside the floor program (floor.c), polars and duckdb, turn about, A B A B: bench.py FLOOR PROGRAM FOLDER [--rounds N].

The tables (tables.py) and polars and duckdb (from PyPI, in an environment of their own) are put into FOLDER once. Everything runs in a
terminal of 120x40 that answers questions (terminal.py). A frame is settled once nothing has come for 40 ms and the program has nothing to
do; its time is that of its last byte. A ratio is that of the medians (of the 95th percentiles for p95); quartiles are those of the ratios
round by round.
"""
import argparse, gc, os, platform, re, shutil, statistics, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.dont_write_bytecode = True
import tables
from measuring import anonymous, idle, moves, share, shows, start, walk, whole
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
        print("\n| | minsheng | theirs | ratio | quartiles | bar | goal | |\n| --- | --- | --- | --- | --- | --- | --- | --- |")

    def _print(self, name, ours, theirs, ratio, quartiles, value, bar, goal):
        verdict = "" if bar is None else "holds, goal too" if value <= goal else "holds" if value <= bar else "missed"
        limits = ("–", "–") if bar is None else (f"{bar:g}", f"{goal:g}")
        print(f"| {name} | {ours} | {theirs} | {ratio} | {quartiles} | {limits[0]} | {limits[1]} | {verdict} |", flush=True)

    def pair(self, name, ours, theirs, bar=None, goal=None, unit="ms", of=statistics.median):
        """ours, theirs: for each round a value, or a list of them."""
        def all_of(rounds):
            return [value for one in rounds for value in (one if isinstance(one, list) else [one])]

        def one_of(one):
            return of(one) if isinstance(one, list) else one

        mine, other = of(all_of(ours)), of(all_of(theirs))
        low, _, high = statistics.quantiles([one_of(a) / one_of(b) for a, b in zip(ours, theirs)], n=4)

        def text(value):
            return f"{value:.{0 if value >= 100 else 1}f} {unit}"

        self._print(name, text(mine), text(other), f"{mine / other:.2f}", f"{low:.2f} – {high:.2f}", mine / other, bar, goal)

    def alone(self, name, value, text, bar, goal, theirs="–"):
        self._print(name, text, theirs, "–", "–", value, bar, goal)


def console(report, floor, program, folder, rounds):
    """Start, keys, bytes, idling and memory beside the floor program."""
    names, table = ([program, "--data", os.path.join(folder, f"{name}.csv")] for name in ("names", "observations"))
    theirs_script = [(PAGE, [], ["x"] * 24), (BURST, [], ["x" * 100])]
    starts = [(start([floor]), start([program]), start([program], background=b"ffff/ffff/ffff")) for _ in range(3 * rounds + 1)][1:]
    others, dark, light = zip(*starts)
    report.pair("first full frame settled", dark, others, 3.0, 1.6)
    report.pair("the same where the terminal says it is light", light, others)
    floors, ours = [], []
    for _ in range(rounds):
        floors.append(walk([floor], theirs_script))
        ours.append({**walk([program], BUNDLED), **walk(names, NAMES), **walk(table, LARGE)})

    def times(side, name):
        return [[took for took, _ in one[name]] for one in side]

    for name, _, keys in BUNDLED + NAMES + LARGE:
        if len(keys[0]) == 100:
            report.pair(name, times(ours, name), times(floors, BURST), 0.1, 0.03)
        elif len(keys) == 1:
            report.pair(name, times(ours, name), times(floors, PAGE), 1.0, 0.5)
        else:
            for label, part in (("p50", 0.5), ("p95", 0.95)):
                report.pair(f"{name}, {label}", times(ours, name), times(floors, PAGE), 1.0, 0.5, of=lambda values: share(values, part))
    for name, label in ((MOVE, "one move in a list"), (SCROLL, "one line of scrolling")):
        counts = [count for one in ours for _, count in one[name]]
        bars = (600, 250) if name == MOVE else (None, None)
        report.alone(f"bytes for {label}, median", statistics.median(counts), f"{statistics.median(counts):.0f} (at most {max(counts)})", *bars)
    counts = moves([program], "1234567")
    report.alone(f"bytes for each of the {len(counts)} moves down all topics, median", statistics.median(counts), f"{statistics.median(counts):.0f} (at most {max(counts)})", None, None)
    wakes, count = idle([program])
    report.alone("idle 10 s", wakes + count, f"{wakes} wake-ups, {count} bytes", 0, 0)
    # A copy of the program: another that runs from the same file would bear half of its pages.
    alone = shutil.copy(program, os.path.join(folder, "alone"))
    memory, faults = [], []
    for command in [[floor], [alone]] * 3:
        session = Terminal(command)
        session.settle(session.began)
        memory.append(session.facts("smaps_rollup")["Pss"] / 1024)
        faults.append(session.faults())
        session.close()
    mine, other = statistics.median(memory[1::2]), statistics.median(memory[::2])
    report.alone("proportional memory after the first frame", mine, f"{mine:.1f} MiB", 12, 9, f"{other:.1f} MiB")
    # More of them with the same instructions: `make order` is due.
    report.alone("page faults until then", None, f"{statistics.median(faults[1::2]):.0f}", None, None, f"{statistics.median(faults[::2]):.0f}")


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
    report.pair("1,000,000 observations: frame with progress, against bundled data", progress, little, 1.5, 1.1)
    for name, bars in (("polars", (0.35, 0.2)), ("duckdb", (None, None))):
        if asked:
            report.pair(f"full frame with values, against {name}, whole process", full, theirs[name], *bars)
            report.pair(f"the same values as CSV, against {name}, whole process", csv, theirs[name], *bars)
    if asked:
        peaks = [(anonymous(show), anonymous(asked["polars"])) for _ in range(3)]
        report.pair("anonymous memory of that, peak, against polars", [mine for mine, _ in peaks], [other for _, other in peaks], 0.5, 0.25, "MiB")
    else:
        report.alone("full frame with values", 0, f"{statistics.median(full):.0f} ms", None, None, "left out")


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
    print(f"\nLoad at the end, the measuring included: {os.getloadavg()[0]:.1f}. Where others work, p95 of both sides is mostly theirs.")


main()
