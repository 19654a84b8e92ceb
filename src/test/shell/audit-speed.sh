#!/usr/bin/env bash
# audit-speed.sh MAILDIR: times ./makore audit and `notmuch new` on the same Maildir, one after the other, and says the
# ratio. Needs notmuch (Debian: apt-get install notmuch) and GNU time (apt-get install time); leaves the Maildir as it was.
# Both run once to warm the files; quote the ratio of one run, and the load that is printed with it.
set -euo pipefail
maildir=$(readlink -f "${1:?usage: audit-speed.sh MAILDIR}")
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work" "$maildir/.notmuch"' EXIT
[ ! -e "$maildir/.notmuch" ] || { echo "$maildir is indexed by notmuch already; take a copy of it" >&2; exit 2; }

printf '[database]\npath=%s\n[new]\ntags=new\n' "$maildir" > "$work/notmuch-config"
export NOTMUCH_CONFIG=$work/notmuch-config

seconds() { # NAME COMMAND…: wall seconds, processor seconds and the most memory
  local name=$1
  shift
  /usr/bin/time -o "$work/$name.time" -f '%e %U %M' "$@" > /dev/null 2>&1
}

echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
"$home/makore" parse --help > /dev/null # builds, if that is due
find "$maildir" -type f -exec cat {} + > /dev/null
before=$(find "$maildir" -type f -newermt '1970-01-01' -printf '%p %s %T@\n' | sort | sha256sum)

seconds audit "$home/makore" audit "$maildir" --to "$work/audit"
after=$(find "$maildir" -type f -newermt '1970-01-01' -printf '%p %s %T@\n' | sort | sha256sum)
[ "$before" = "$after" ] || { echo "the audit changed the mailbox" >&2; exit 1; }
seconds notmuch notmuch new --no-hooks

awk -v load="$(cut -d' ' -f1 /proc/loadavg)" '
  { wall[FILENAME] = $1; cpu[FILENAME] = $2; memory[FILENAME] = $3 / 1024 }
  END {
    for (name in wall) { short = name; sub(".*/", "", short); sub(".time", "", short); w[short] = wall[name]; c[short] = cpu[name]
      printf "%-8s %8.1f s, %8.1f s of processor, %6.0f MB\n", short, wall[name], cpu[name], memory[name] }
    printf "notmuch / audit: %.2f in wall time, %.2f in processor time; load after: %s\n", w["notmuch"] / w["audit"], c["notmuch"] / c["audit"], load
  }' "$work/audit.time" "$work/notmuch.time"
