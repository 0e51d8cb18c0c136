#!/usr/bin/env python3
"""Start, keys, bytes, idling and memory of minsheng in a pty, beside the floor program (floor.c), turn about: A B A B.

Standard library only. The terminal here answers no question; a frame is settled once nothing has come for 40 ms, and its time is
that of its last byte.
"""
import fcntl, os, pty, re, select, signal, statistics, struct, sys, termios, time

QUIET, COLUMNS, ROWS = 0.04, 120, 40


class Session:
    def __init__(self, command):
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8")
        self.began = time.monotonic()
        self.child = os.fork()
        if self.child == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in range(3):
                os.dup2(slave, descriptor)
            os.closerange(3, 64)
            os.execvpe(command[0], command, environment)
        os.close(slave)
        self.master = master

    def settle(self, since, limit=20.0):
        """Milliseconds from a moment to the last byte before quiet, and how many bytes came."""
        last, count = None, 0
        while time.monotonic() - since < limit:
            ready, _, _ = select.select([self.master], [], [], QUIET if last else 0.25)
            if not ready:
                break
            try:
                got = os.read(self.master, 1 << 16)
            except OSError:
                break
            if not got:
                break
            last, count = time.monotonic(), count + len(got)
        return ((last or since) - since) * 1000, count

    def press(self, text):
        time.sleep(0.01)
        since = time.monotonic()
        os.write(self.master, text.encode())
        return self.settle(since)

    def memory(self):
        """Proportional memory in MiB."""
        with open(f"/proc/{self.child}/smaps_rollup") as file:
            return int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M)[1]) / 1024

    def wakes(self):
        with open(f"/proc/{self.child}/status") as file:
            return sum(int(number) for number in re.findall(r"ctxt_switches:\s+(\d+)", file.read()))

    def close(self):
        os.kill(self.child, signal.SIGTERM)
        os.waitpid(self.child, 0)
        os.close(self.master)


def measure(command, script):
    session = Session(command)
    start, size = session.settle(session.began)
    result = {"start": start, "start bytes": size, "memory": session.memory(), "keys": {}}
    for name, preparation, keys in script:
        for key in preparation:
            session.press(key)
        result["keys"][name] = [session.press(key) for key in keys]
    session.close()
    return result


def share(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: bench.py FLOOR MINSHENG [ROUNDS]")
    floor, program, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 7
    theirs = [("page", [], ["x"] * 12), ("burst", [], ["x" * 100])]
    ours = [
        ("move in a topic", ["1"], ["j"] * 12),
        ("switch topics", [], ["2", "3", "4", "5", "1", "2", "3", "4"]),
        ("type in search", ["/"], list("jiuye")),
        ("100 j in one write", ["\x1b", "1"], ["j" * 100]),
    ]
    floors, programs = [], []
    for _ in range(rounds):
        floors.append(measure([floor], theirs))
        programs.append(measure([program], ours))

    def row(name, mine, other, unit="ms"):
        print(f"| {name} | {mine:.2f} {unit} | {other:.2f} {unit} | {mine / other:.2f} |" if other else f"| {name} | {mine:.0f} {unit} | – | – |")

    print("| | minsheng | floor | ratio |\n| --- | --- | --- | --- |")
    row("first frame settled", *(statistics.median(one["start"] for one in side) for side in (programs, floors)))
    row("memory, proportional", *(statistics.median(one["memory"] for one in side) for side in (programs, floors)), unit="MiB")
    page = [took for one in floors for took, _ in one["keys"]["page"]]
    for name, _, _ in ours[:3]:
        answers = [answer for one in programs for answer in one["keys"][name] if answer[1] > 0]
        for label, part in (("p50", 0.5), ("p95", 0.95)):
            row(f"{name}, {label}", share([took for took, _ in answers], part), share(page, part))
        row(f"{name}, bytes", statistics.median(count for _, count in answers), 0, unit="bytes")
    row("100 j in one write", *(statistics.median(side["keys"][name][0][0] for side in sides) for sides, name in ((programs, "100 j in one write"), (floors, "burst"))))
    idle = Session([program])
    idle.settle(idle.began)
    before = idle.wakes()
    _, count = idle.settle(time.monotonic(), 0.1)
    time.sleep(10)
    _, later = idle.settle(time.monotonic(), 0.1)
    print(f"| idle 10 s | {idle.wakes() - before} wake-ups, {count + later} bytes | – | – |")
    idle.close()


main()
