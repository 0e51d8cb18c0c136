#!/usr/bin/env python3
"""Runs the end-to-end tests: run.py [PROGRAM] [-k NAME].

PROGRAM is the built `minsheng`, else $MINSHENG, else .build/debug/minsheng. The last line says how many tests passed,
failed and were skipped; the exit status is 0 only where all of them ran and passed.
"""
import argparse
import os
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent


def main():
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
    loader = unittest.TestLoader()
    if chosen.names:
        loader.testNamePatterns = [f"*{name}*" for name in chosen.names]
    tests = loader.discover(str(HERE), top_level_dir=str(HERE))
    result = unittest.TextTestRunner(verbosity=2).run(tests)
    # A subtest that fails is listed by itself; its test has then failed once.
    failed_tests = {getattr(test, "test_case", test).id() for test, _ in result.failures + result.errors}
    failed = len(failed_tests) + len(result.unexpectedSuccesses)
    skipped = len(result.skipped) + len(result.expectedFailures)
    passed = result.testsRun - failed - skipped
    print(f"{max(0, passed)} passed, {failed} failed, {skipped} skipped")
    return 0 if passed > 0 and failed == 0 and skipped == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
