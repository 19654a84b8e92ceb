#!/usr/bin/env bash
# Runs `./makore parse` beside the parsers that others use in production, over the same generated
# mails, one after the other in rounds, and prints our share of each one's time.
#
#   src/test/peers/run.sh [MAILS] [ROUNDS]        (10000 and 3 unless told)
#
# Needs ../shared/peers (its build.sh once: Java, Node and their packages in /tmp/peers). The
# machine should have nothing else to do: the load is printed, and only ratios of one run count.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
shared=${MAKORE_SHARED:-$home/../shared}/peers
mails=${1:-10000}
rounds=${2:-3}
work=/tmp/peers
corpus=$work/c$mails

[ -d "$shared" ] || { echo "There is no $shared; nothing to compare with." >&2; exit 1; }
[ -r "$work/java/cp.txt" ] || bash "$shared/build.sh"
[ -r "$corpus/mail.mbox" ] || python3 "$shared/gen.py" "$corpus" "$mails"
"$home/makore" --version >/dev/null # builds it where that is still to be done

times=$(mktemp)
trap 'rm -f "$times"' EXIT
once() { # NAME COMMAND…: whole process, cold; wall and processor seconds and memory
  local name=$1 seconds cpu rss
  shift
  read -r seconds cpu rss < <(python3 - "$@" <<'PYTHON'
import os, subprocess, sys, time
start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
if status: sys.exit("failed: " + " ".join(sys.argv[1:]))
print(f"{time.monotonic() - start:.3f} {used.ru_utime + used.ru_stime:.3f} {used.ru_maxrss // 1024}")
PYTHON
  )
  echo "$name $seconds $cpu $rss" | tee -a "$times"
}

java=${PEERS_JAVA:-java}
classpath=$work/java/classes:$(cat "$work/java/cp.txt")
uptime
echo "program, wall s, processor s, MB"
for ((round = 0; round < rounds; round++)); do
  once mime4j "$java" -Xmx1g -cp "$classpath" peers.Parse mime4j "$corpus/mail.mbox" 1
  once makore "$home/makore" parse "$corpus/mail.mbox"
  once makore-json "$home/makore" parse --json "$corpus/mail.mbox"
  once angus "$java" -Xmx1g -cp "$classpath" peers.Parse angus "$corpus/mail.mbox" 1
  once mailparser node "$shared/parse_node.mjs" mailparser "$corpus/mail.mbox" 1
done
uptime

python3 - "$times" <<'PYTHON'
import collections, statistics, sys
runs = collections.defaultdict(list)
for line in open(sys.argv[1]):
    name, *values = line.split()
    runs[name].append([float(v) for v in values])
middle = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in runs.items()}
for ours in ("makore", "makore-json"):
    for peer in ("mime4j", "angus", "mailparser"):
        wall, cpu = (middle[ours][i] / middle[peer][i] for i in (0, 1))
        print(f"{ours} / {peer}: {wall:.2f} of its wall time, {cpu:.2f} of its processor time")
    print(f"{ours}: at most {max(row[2] for row in runs[ours]):.0f} MB")
PYTHON
