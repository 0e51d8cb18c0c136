#!/usr/bin/env python3
"""Runs the end-to-end tests: run.py [PROGRAM] [-k NAME].

PROGRAM is the built `minsheng`, else $MINSHENG, else .build/debug/minsheng. The tests of one class run one after the
other, classes side by side. The last line says how many tests passed, failed and were skipped; the exit status is 0 only
where none failed, and with MINSHENG_STRICT=1, as in CI, only where none was skipped either: the tests of sshd and PostgreSQL need programs that not
everybody has.
"""
import argparse
import concurrent.futures
import io
import os
import pathlib
import signal
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def load(names):
    """The suites of all test classes that have a test to run, the largest first."""
    loader = unittest.TestLoader()
    if names:
        loader.testNamePatterns = [f"*{name}*" for name in names]
    suites = {}

    def collect(suite):
        for test in suite:
            if isinstance(test, unittest.TestSuite):
                collect(test)
            else:
                suites.setdefault(f"{type(test).__module__}.{type(test).__qualname__}", []).append(test)

    collect(loader.discover(str(HERE), top_level_dir=str(HERE)))
    return dict(sorted(suites.items(), key=lambda item: -len(item[1])))


def run_class(name, names):
    """What the tests of one class print, and how many passed, failed and were skipped."""
    output = io.StringIO()
    result = unittest.TextTestRunner(output, verbosity=2).run(unittest.TestSuite(load(names)[name]))
    # A subtest that fails is listed by itself; its test has then failed once.
    failed_tests = {getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors}
    failed = len(failed_tests) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped) + len(result.expectedFailures)
    return output.getvalue(), max(0, result.testsRun - failed - skipped), failed, skipped


def main():
    # Under nohup and in a background shell signals are ignored, and the programs under test would inherit that.
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", nargs="?")
    arguments.add_argument("-k", dest="names", action="append", help="only tests whose name holds this")
    chosen = arguments.parse_args()
    if chosen.program:
        os.environ["MINSHENG"] = os.path.abspath(chosen.program)
    sys.path.insert(0, str(HERE))
    sys.dont_write_bytecode = True

    from harness import PROGRAM

    if not os.access(PROGRAM, os.X_OK):
        print(f"{PROGRAM} is not there; build it with: swift build", file=sys.stderr)
        return 2
    passed = failed = skipped = 0
    with concurrent.futures.ProcessPoolExecutor(max_workers=2 + 2 * (os.cpu_count() or 1)) as pool:
        waiting = [pool.submit(run_class, name, chosen.names) for name in load(chosen.names)]
        for done in concurrent.futures.as_completed(waiting):
            output, *counts = done.result()
            print(output, end="", flush=True)
            passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    must_run = os.environ.get("MINSHENG_STRICT") == "1"
    return 0 if passed > 0 and failed == 0 and not (skipped and must_run) else 1


if __name__ == "__main__":
    sys.exit(main())
