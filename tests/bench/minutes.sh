#!/bin/sh
# A key in a long note: what it takes of the processor, the median of RUNS (9) keys at the
# end of a note of LINES_OF_NOTE (2000) lines, and an Enter, which saves a line. What pty
# measures is told in tests/bench/pty.c.
set -eu
runs=${RUNS:-9} lines=${LINES_OF_NOTE:-2000}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
here=$(realpath "${BENCH_BUILD:-.}")
export XDG_STATE_HOME="$dir/state" XDG_DATA_HOME="$dir/data" HOME="$dir" LC_ALL=C.UTF-8
alianza=$(realpath "${ALIANZA:-$here/alianza}")
cd "$dir"

"$alianza" init f.db 2>/dev/null
"$alianza" -f f.db add people name="Ana Díaz" >/dev/null 2>&1
"$alianza" -f f.db add notes kind=meeting title=Long date=2026-11-21 >/dev/null 2>&1
{
	echo note,kind,text
	seq "$lines" | sed 's/.*/Long,action,> Call museum & @Ana Díaz 27 nov/'
} >in.csv
"$alianza" -f f.db import entries in.csv >/dev/null 2>&1
"$here/tests/bench/pty" -u Hel 'list=:notes
' 'open=
' "key*$runs=a" 'mark= @An' "name*$runs=a" 'line=
' -- "$alianza" f.db >taken

# The keys went into the note, and nowhere else.
[ "$("$alianza" -f f.db list entries note=Long | sed 1d | wc -l)" = $((lines + 1)) ] ||
	{ echo "the note was not typed in" >&2; exit 1; }

median() {
	awk -v n="$1" '$1 == n { print $4 }' taken | sort -n |
		awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : -1 }'
}
limit() {	# limit TEXT NAME MOST
	awk -v n="$1" -v a="$(median "$2")" -v l="$3" 'BEGIN {
		printf "%-44s %6.2f ms  (at most %s)%s\n", n, a, l, (a >= 0 && a <= l) ? "" : "  MISSED" }'
}
limit "a key in a note of $lines lines" key 2
limit "a key of a name there" name 2
printf '%-44s %6.2f ms\n' "Enter, a line saved" "$(median line)"
