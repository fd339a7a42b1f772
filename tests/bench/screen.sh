#!/bin/sh
# The screen, key by key through a terminal, against the least a program on one does;
# ratios of one interleaved run. ROWS (100000), MANY (1000000; 0 leaves it out) and RUNS
# (5) may be set. Everything is made in a folder of its own. What pty measures is told
# in tests/bench/pty.c; the figures here are medians.
set -eu
rows=${ROWS:-100000} many=${MANY:-1000000} runs=${RUNS:-5}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
here=$(realpath "${BENCH_BUILD:-.}")
export XDG_STATE_HOME="$dir/state" XDG_DATA_HOME="$dir/data" HOME="$dir" LC_ALL=C.UTF-8
alianza=$(realpath "${ALIANZA:-$here/alianza}")
pty=$here/tests/bench/pty
cd "$dir"

# What the last line of our first screen ends with; curses writes the "p" in a way of its own.
ready=Hel
page=$(printf '\033[6~') back=$(printf '\177')

# In the first list, which is the one that is seen first.
file_make() {	# file_make ROWS
	"$here/tests/bench/generate" "$1" | sed -E 's/(,Alt [0-9]+),[a-z-]+,[a-z]+,/\1,user-group,,/' >in.csv
	"$alianza" init "$1.db" 2>/dev/null
	"$alianza" -f "$1.db" import affiliates in.csv >/dev/null 2>&1
	rm in.csv
}
ours() {	# ours ROWS STEP...: appends what each step took to ROWS.out
	out=$1.out file=$1.db
	shift
	"$pty" -u "$ready" "$@" -- "$alianza" "$file" >>"$out"
}
value() {	# value FILE NAME COLUMN: the median
	awk -v n="$2" -v c="$3" '$1 == n { print $c }' "$1" | sort -n |
		awk '{ v[NR] = $1 } END { print NR ? v[int((NR + 1) / 2)] : 0 }'
}
memory() { awk -v n="$2" '$1 == "memory" && $2 == n { v = $3 } END { print v / 1024 }' "$1"; }
ratio() {	# ratio TEXT FILE THEIRS NAME COLUMN LIMIT: wall time, and that of the processor
	awk -v n="$1" -v a="$(value "$2" "$4" "$5")" -v b="$(value "$3" "$4" "$5")" -v l="$6" \
		-v c="$(value "$2" "$4" 4)" -v d="$(value "$3" "$4" 4)" 'BEGIN {
		r = a / b
		printf "%-36s %7.2f ms %7.2f ms  x %.2f  (at most %s)  processor %.2f %.2f%s\n", n, a, b, r,
		    l, c, d, r <= l ? "" : "  MISSED" }'
}
limit() {	# limit TEXT VALUE UNIT MOST
	awk -v n="$1" -v a="$2" -v u="$3" -v l="$4" 'BEGIN {
		printf "%-36s %7.2f %s  (at most %s)%s\n", n, a, u, l, a <= l ? "" : "  MISSED" }'
}

file_make 1000
file_make "$rows"
[ "$many" = 0 ] || file_make "$many"
: >curses; : >sqlite
echo "medians of $runs runs at 80x24, ours first"
for run in $(seq "$runs"); do
	# The file opened last is remembered: that is not a start to measure.
	for file in 1000 "$rows" $([ "$many" = 0 ] || echo "$many"); do
		"$alianza" -f "$file.db" --script /dev/null
		"$pty" -u READY -- "$here/tests/bench/curses_min" >>curses
		ours "$file"
	done
	"$pty" -u READY wait=j 'down*9=j' 'page*9='"$page" -- "$here/tests/bench/sqlite_min" "$rows.db" >>sqlite
	ours "$rows" @opened wait=j 'down*9=j' 'page*9='"$page" ready=/ m=m mu=u mus=s muse=e \
		"back=$back" "clear=$back$back$back" zq=zq @filtered
	[ "$many" = 0 ] || ours "$many" @opened ready=/ m=m mu=u mus=s muse=e \
		"clear=$back$back$back$back" 'slow=q' +3 "abandon=$back" @filtered
done
ratio "start, 1000 rows" 1000.out curses start 2 2
ratio "start, $rows rows" "$rows.out" curses start 2 2
[ "$many" = 0 ] || ratio "start, $many rows" "$many.out" curses start 2 2
# What of it is libraries, the file's schema and one page of rows.
printf '%-36s %7.2f ms  processor %.2f\n' "  the least list out of SQLite" \
	"$(value sqlite start 2)" "$(value sqlite start 4)"
ratio "one row down" "$rows.out" sqlite down 3 1.5
ratio "one page down" "$rows.out" sqlite page 3 1.5
limit "bytes of one row down" "$(value "$rows.out" down 5)" bytes 250
for letters in m mu mus muse; do
	limit "filter $letters, with the count" "$(value "$rows.out" $letters 3)" ms 4
done
limit "its last letter taken away" "$(value "$rows.out" back 3)" ms 4
limit "filter zq, which nothing has" "$(value "$rows.out" zq 3)" ms 4
limit "memory, $rows rows" "$(memory "$rows.out" opened)" MB 16
limit "memory, filtered" "$(memory "$rows.out" filtered)" MB 50
printf '%-36s %7.0f ms of idle time\n' "texts ready for a filter" "$(value "$rows.out" ready 4)"
[ "$many" = 0 ] && exit
for letters in m mu mus muse; do
	limit "filter $letters at $many, first rows" "$(value "$many.out" $letters 2)" ms 16
	printf '%-36s %7.2f ms\n' "  with the count" "$(value "$many.out" $letters 3)"
done
limit "a key while it searches, answered" "$(value "$many.out" abandon 2)" ms 2
printf '%-36s %7.2f MB\n' "memory, $many rows, filtered" "$(memory "$many.out" filtered)"
