"""What is measured of one program: keys, starts, whole processes, memory, idling. Times in milliseconds."""
import re, subprocess, sys, tempfile, time

from terminal import Terminal  # knows where the harness is
from emulator import Emulator
from harness import switches


def share(values, part):
    """The value below which that part of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def walk(command, script):
    """For each entry of a script the milliseconds and the bytes of each key that drew something."""
    session, found = Terminal(command), {}
    session.settle(session.began)
    for name, before, keys in script:
        for key in before:
            session.press(key)
        answers = [session.press(key) for key in keys]
        found[name] = [(took, count) for took, count in answers if took is not None]
        if len(found[name]) * 4 < len(keys) * 3:
            sys.exit(f"bench: {name}: only {len(found[name])} of {len(keys)} keys drew anything")
    session.close()
    return found


def moves(command, topics):
    """The bytes of each move down the lists of some topics, from their first row to their last."""
    session, counts = Terminal(command), []
    session.settle(session.began)
    for topic in topics:
        for key in "0", topic:
            session.press(key)
        while (count := session.press("j")[1]) > 0:
            counts.append(count)
    session.close()
    return counts


def start(command, **options):
    """Milliseconds to the first full frame settled."""
    session = Terminal(command, **options)
    took, _ = session.settle(session.began)
    session.close()
    return took


def start_of_restless(command, cells=1000, quiet=0.04, limit=5.0):
    """Milliseconds to the last byte before the first pause in which so many cells are filled, of a program that draws again and again."""
    with tempfile.TemporaryDirectory(prefix="bench-") as home:
        session, screen, seen = Terminal(command, HOME=home), Emulator(120, 40), 0
        while time.monotonic() - session.began < limit:
            if session.read(quiet):
                continue
            for _, data in session.chunks[seen:]:
                screen.feed(data)
            seen = len(session.chunks)
            if sum(not sign.isspace() for sign in screen.text) >= cells:
                took = (session.chunks[-1][0] - session.began) * 1000
                session.close()
                return took
        session.close()
    sys.exit(f"bench: {command[0]} has drawn no full frame in {limit:g} s")


def shows(command, *texts, limit=60.0):
    """Milliseconds from the start until each of the texts has been on the screen, and to the last byte; the picture is made afterwards."""
    session, screen, moments = Terminal(command), Emulator(120, 40), {}
    session.settle(session.began, limit=limit)
    for moment, data in session.chunks:
        screen.feed(data)
        for text in texts:
            if text not in moments and text in screen.text:
                moments[text] = (moment - session.began) * 1000
    last = (session.chunks[-1][0] - session.began) * 1000
    session.close()
    if len(moments) < len(texts):
        sys.exit(f"bench: {command} does not show {', '.join(set(texts) - set(moments))}\n{screen.text}")
    return *(moments[text] for text in texts), last


def whole(command):
    """Milliseconds of a whole process."""
    began = time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.monotonic() - began) * 1000


def anonymous(command):
    """The most anonymous memory a process had at any time, in MiB."""
    most = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            with open(f"/proc/{process.pid}/status") as file:
                most = max([most, *map(int, re.findall(r"^RssAnon:\s+(\d+)", file.read(), re.M))])
            time.sleep(0.001)
    return most / 1024


def idle(command, seconds=10):
    """Wake-ups and bytes while nothing happens."""
    session = Terminal(command)
    session.settle(session.began, quiet=0.5)
    before, count = switches(session.process), 0
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        count += len(session.read(left))
    wakes = switches(session.process) - before
    session.close()
    return wakes, count
