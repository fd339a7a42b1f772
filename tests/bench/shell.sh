#!/bin/sh
# The shell against sqlite3, ratios of one interleaved run. ROWS (100000) and RUNS
# (5) may be set; needs sqlite3. Everything is made in a folder of its own.
set -eu
rows=${ROWS:-100000} runs=${RUNS:-5}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
here=${BENCH_BUILD:-.}
export XDG_STATE_HOME="$dir/state" XDG_DATA_HOME="$dir/data" HOME="$dir" LC_ALL=C.UTF-8
cd_back=$(pwd)
alianza=$(realpath "${ALIANZA:-$here/alianza}")
generate=$(realpath "$here/tests/bench/generate")
parts=$(realpath "$here/tests/bench/parts")
cd "$dir"

ms() {	# ms COMMAND...: milliseconds it took, output thrown away
	start=$(date +%s%N)
	"$@" >/dev/null 2>&1 || { echo "failed: $*" >&2; exit 1; }
	end=$(date +%s%N)
	echo $(((end - start) / 1000)) | awk '{ printf "%.3f\n", $1 / 1000 }'
}
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
line() {	# line NAME OURS THEIRS LIMIT
	awk -v n="$1" -v a="$2" -v b="$3" -v l="$4" 'BEGIN {
		r = a / b
		printf "%-44s %9.1f ms %9.1f ms   x %.2f  (at most %s)%s\n", n, a, b, r, l,
		    r <= l ? "" : "  MISSED" }'
}
base_sql='PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON;'
base_make() {
	rm -f base.db
	sqlite3 base.db "$base_sql CREATE TABLE t(name TEXT,alt_name TEXT,type TEXT,subtype TEXT,
	 country TEXT,area TEXT,focus TEXT,founded TEXT,members INTEGER,website TEXT,wikidata TEXT,
	 summary TEXT) STRICT; CREATE INDEX a ON t(type,name); CREATE INDEX b ON t(wikidata);" >/dev/null
}
base_import() { sqlite3 base.db "$base_sql" ".import --csv --skip 1 in.csv t"; }
ours_make() { rm -f ours.db; "$alianza" init ours.db 2>/dev/null; }
ours_import() { "$alianza" -f ours.db import partners in.csv; }
base_export() { sqlite3 -csv -header base.db 'SELECT * FROM t ORDER BY name'; }
ours_export() { "$alianza" -f ours.db export partners - --columns name,alt_name,type,subtype,country,area,focus,founded,members,website,wikidata,summary; }
base_list() { sqlite3 -separator '	' base.db "SELECT name,type,country,wikidata FROM t WHERE type='glam' AND country='CL' AND summary LIKE '%photographs%' ORDER BY name"; }
ours_list() { "$alianza" -f ours.db list partners type=glam country=CL summary:photographs --columns name,type,country,wikidata; }

"$generate" "$rows" >in.csv
echo "$rows partners, $(wc -c <in.csv) bytes of CSV, median of $runs runs, ours first"
: >i.o; : >i.b; : >x.o; : >x.b; : >l.o; : >l.b
for run in $(seq "$runs"); do
	ours_make; ms ours_import >>i.o
	base_make; ms base_import >>i.b
	ms ours_export >>x.o; ms base_export >>x.b
	ms ours_list >>l.o; ms base_list >>l.b
done
[ "$(ours_list | tail -n +2 | wc -l)" = "$(base_list | wc -l)" ] || {
	echo "the two lists differ" >&2; exit 1; }
line "import against sqlite3 .import" "$(median i.o)" "$(median i.b)" 1.0
line "export against sqlite3 -csv" "$(median x.o)" "$(median x.b)" 0.7
line "list with a filter against the same scan" "$(median l.o)" "$(median l.b)" 1.2
ours_make
/usr/bin/env time -f '%M' -o mem "$alianza" -f ours.db import partners in.csv >/dev/null 2>&1 ||
	echo 0 >mem
awk '{ printf "%-44s %9.1f MB   (at most 30 at 100,000)\n", "memory of the import", $1 / 1024 }' mem
sqlite3 ours.db "SELECT printf('%-44s %9.1f %%    (at most 15)', 'the log in the file',
 100.0 * sum(pgsize) FILTER (WHERE name GLOB 'record*' OR name GLOB 'change*' OR name GLOB 'action*')
 / sum(pgsize)) FROM dbstat"
"$parts" in.csv ours.db >parts.out
awk -v total="$(median i.o)" '
	{ v[$1] = $2 }
	END {
		printf "of the import: parser %.0f %%, validation %.0f %%, log rows %.0f %%, indexes %.0f %%\n",
		    100 * v["parse"] / total, 100 * v["validate"] / total,
		    100 * v["log_rows"] / total, 100 * v["index"] / total
	}' parts.out
line "one saved edit against the bare transaction" "$(awk '$1 == "edit_ours" { print $2 }' parts.out)" \
	"$(awk '$1 == "edit_bare" { print $2 }' parts.out)" 1.5
: >v; : >s; : >q
id=$("$alianza" -f ours.db list partners --columns id --limit 1 | tail -1)
for run in $(seq 21); do
	ms "$alianza" --version >>v
	ms "$alianza" -f ours.db show partners "$id" >>s
	ms sqlite3 :memory: 'SELECT 1' >>q
done
printf '%-44s %9.1f ms\n%-44s %9.1f ms\n%-44s %9.1f ms\n' "start of alianza --version" "$(median v)" \
	"show of one record" "$(median s)" "(start of sqlite3, to compare)" "$(median q)"
cd "$cd_back"
