"""Runs winback's whole report and DuckDB's core of it in turn, and prints medians and ratios.

compare.py WINBACK FOLDER...
"""
import datetime
import glob
import os
import statistics
import subprocess
import sys
import time

RUNS = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    """Seconds and peak mebibytes of one run."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]} ended with status {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def rows(files):
    total = 0
    for name in files:
        with open(name, "rb") as file:
            while block := file.read(1 << 20):
                total += block.count(b"\n")
    return total - len(files)


def compare(winback, folder):
    files = glob.glob(folder + "/*.csv")
    commands = {
        "winback": [winback, "report", folder, "--format", "json"],
        "duckdb": [sys.executable, HERE + "/duckdb_scorecard.py", folder, "--lenient"],
        "cat": ["cat", *files],
    }
    # In turn, so that whatever else the machine does meets all of them; the first round only warms up.
    rounds = [{name: run(command) for name, command in commands.items()} for _ in range(RUNS + 1)][1:]

    def median(value):
        return statistics.median(value(each) for each in rounds)

    seconds = {name: median(lambda each: each[name][0]) for name in commands}
    memory = {name: max(each[name][1] for each in rounds) for name in commands}
    faster = median(lambda each: each["duckdb"][0] / each["winback"][0])
    size = sum(map(os.path.getsize, files)) / 1e6
    print(
        f"| {rows(files):,} | {size:,.0f} | {seconds['winback']:.2f} s | {seconds['duckdb']:.2f} s"
        f" | {faster:.2f} | {memory['winback']:,.0f} | {memory['duckdb']:,.0f}"
        f" | {memory['winback'] / memory['duckdb']:.2f} | {seconds['cat']:.2f} s |",
        flush=True,
    )


def main():
    winback, *folders = sys.argv[1:]
    print(f"{datetime.date.today()}, {os.cpu_count()} cores, medians of {RUNS} runs in turn:\n")
    print("| rows | MB | winback | DuckDB | times as fast | peak MiB | DuckDB's | of its memory | `cat` |")
    print("| --: | --: | --: | --: | --: | --: | --: | --: | --: |")
    for folder in folders:
        compare(winback, folder)


main()
