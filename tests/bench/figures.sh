#!/bin/sh
# What is read between workshops: the overview and every report, on the sample and on a
# big file, there beside sqlite3 reading the rows that a page is about. PARTNERS (10000)
# and RUNS (5) may be set: to each partner there are ten entries and five figures. Beside
# them there is an event that a thousand people came to, and a round in which two hundred
# affiliates answered twenty questions. Needs sqlite3. Everything is made in a folder of
# its own.
set -eu
partners=${PARTNERS:-10000} runs=${RUNS:-5}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export XDG_STATE_HOME="$dir/state" XDG_DATA_HOME="$dir/data" HOME="$dir" LC_ALL=C.UTF-8
alianza=$(realpath "${ALIANZA:-${BENCH_BUILD:-.}/alianza}")
[ -z "${top_srcdir:-}" ] || export ALIANZA_DATA="$(realpath "$top_srcdir")/data"
cd "$dir"

# The sample has a today of its own.
as() {
	case $file in
	sample.db) "$alianza" -f sample.db "$@" ;;
	*) "$alianza" -f "$file" --now 2026-11-21T10:00 "$@" ;;
	esac
}

# The first of each kind by the program: it knows which numbers fields of several values
# have.
first_make() {
	file=big.db
	"$alianza" init "$file"
	as add affiliates name=Chapter code=C0
	as add partners "name=Partner 0" type=glam country=CL
	as add notes "title=Talk 0" kind=call date=2026-01-01 "about=Partner 0"
	as add items "text=Write to them" kind=action owners=C0 status=open due=2026-12-01
}
# entity_of TABLE: its number, as the sample has it
entity_of() { sqlite3 sample.db "SELECT entity FROM record JOIN $1 USING (id) LIMIT 1"; }
field_of() { sqlite3 big.db "SELECT field FROM item JOIN $1 ON id = record LIMIT 1"; }

# An event of three days with 60 sessions; each third line of its minutes is an item.
event_sql() {
	cat <<SQL
INSERT INTO event(id, name, start, "end", status, country, fold) VALUES(
 1200000000, 'Summit', '2026-09-01', '2026-09-03', 'held', 'CL', 'summit');
INSERT INTO session(id, event, type, title, room, starts, position, status, abstract, fold)
 SELECT 1210000000 + i, 1200000000, 'workshop', 'Session ' || i, 'Room ' || i % 4,
  '2026-09-0' || (1 + i / 21) || 'T' || (10 + i % 8) || ':00:00Z', printf('a%03d', i),
  'held', 'What it is about', 'session ' || i FROM n WHERE i <= 60;
INSERT INTO person(id, name, country, fold)
 SELECT 1220000000 + i, 'Person ' || i, 'CL', 'person ' || i FROM n WHERE i <= 1000;
INSERT INTO attendance(id, event, person, organisation, category, state)
 SELECT 1230000000 + i, 1200000000, 1220000000 + i, 100000001 + i % ($partners / 50),
  'affiliate-representative', CASE i % 10 WHEN 0 THEN 'absent' ELSE 'present' END
 FROM n WHERE i <= 1000;
INSERT INTO note(id, kind, title, date, event, session, fold)
 SELECT 1240000000 + i, 'minutes', 'Minutes ' || i, '2026-09-01', 1200000000,
  1210000000 + i, 'minutes ' || i FROM n WHERE i <= 60;
INSERT INTO entry(id, note, position, kind, text, status)
 SELECT 1250000000 + i, 1240000001 + i % 60, printf('a%04d', i),
  CASE i % 6 WHEN 0 THEN 'action' WHEN 3 THEN 'decision' ELSE 'text' END,
  'Line ' || i || ' of the minutes', CASE i % 3 WHEN 0 THEN 'open' END
 FROM n WHERE i <= 3000;
SQL
}

round_sql() {
	cat <<SQL
INSERT INTO form(id, name, fold) VALUES(1300000000, 'Needs', 'needs');
INSERT INTO form_question(id, form, position, language, text, fold)
 SELECT 1310000000 + i, 1300000000, printf('a%02d', i), 'en', 'Question ' || i || '?',
  'question ' || i || '?' FROM n WHERE i <= 20;
INSERT INTO round(id, name, form, "from", "to", fold) VALUES(
 1320000000, 'Autumn', 1300000000, '2026-09-01', '2026-11-30', 'autumn');
INSERT INTO note(id, kind, title, date, form, round, language, fold)
 SELECT 1330000000 + i, 'interview', 'Interview ' || i, '2026-10-01', 1300000000,
  1320000000, 'en', 'interview ' || i FROM n WHERE i <= 200;
INSERT INTO participant(id, note, organisation, role)
 SELECT 1340000000 + i, 1330000000 + i, 100000000 + i, 'interviewed'
 FROM n WHERE i <= min(200, $partners / 50);
INSERT INTO entry(id, note, position, kind, text, form_question)
 SELECT 1350000000 + i, 1330000001 + i % 200, printf('a%04d', i), 'answer',
  'What they said to that, number ' || i, 1310000001 + i / 200
 FROM n WHERE i < 200 * 20;
SQL
}

# The same number, the same rows; written past the log, because only reading is measured.
# The first digit of an id says of what it is.
rows_make() {
	sqlite3 big.db <<SQL
PRAGMA synchronous=OFF;
BEGIN;
CREATE TEMP TABLE n(i INTEGER PRIMARY KEY);
INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c
 WHERE i < $partners * 10) SELECT i FROM c;
INSERT INTO organisation(id, kind, type, name, code, country, status, fold)
 SELECT 100000000 + i, 'affiliate', 'chapter', 'Chapter ' || i, 'C' || i, 'CL',
  'recognized', 'chapter ' || i FROM n WHERE i <= $partners / 50;
INSERT INTO organisation(id, kind, type, name, country, stay_in_touch, summary, fold)
 SELECT 200000000 + i, 'partner', CASE i % 3 WHEN 0 THEN 'glam' WHEN 1 THEN 'university'
  ELSE 'ngo' END, 'Partner ' || i, CASE i % 4 WHEN 0 THEN 'CL' WHEN 1 THEN 'AR' WHEN 2
  THEN 'SE' ELSE 'MX' END, CASE i % 4 WHEN 0 THEN 60 END, 'What is known of it',
  'partner ' || i FROM n WHERE i <= $partners;
INSERT INTO partnership(id, affiliate, partner, programme, stage, started, next_step,
  next_step_on)
 SELECT 300000000 + i, 100000001 + i % ($partners / 50), 200000000 + i, 'glam',
  CASE i % 4 WHEN 0 THEN 'lead' WHEN 1 THEN 'talking' WHEN 2 THEN 'active' ELSE 'agreed' END,
  date('2020-01-01', i % 2000 || ' days'), CASE i % 10 WHEN 0 THEN 'Write to them' END,
  CASE i % 10 WHEN 0 THEN date('2026-10-01', i % 90 || ' days') END
 FROM n WHERE i <= $partners;
INSERT INTO event(id, name, start, "end", status, country, fold)
 SELECT 400000000 + i, 'Event ' || i, date('2019-01-01', i * 25 || ' days'),
  date('2019-01-02', i * 25 || ' days'), 'held', 'CL', 'event ' || i
 FROM n WHERE i <= $partners / 100;
INSERT INTO note(id, kind, title, date, event, fold)
 SELECT 500000000 + i, 'meeting', 'Talk ' || i, date('2022-01-01', i % 1780 || ' days'),
  CASE i % 5 WHEN 0 THEN 400000001 + i % ($partners / 100) END, 'talk ' || i
 FROM n WHERE i <= $partners;
INSERT INTO item SELECT 500000000 + i, $(field_of note), 300000000 + i
 FROM n WHERE i <= $partners;
INSERT INTO entry(id, note, position, kind, text, due, status, organisation)
 SELECT 600000000 + i, 500000001 + i % $partners, 'a' || i, CASE i % 10 WHEN 0 THEN 'action'
  WHEN 1 THEN 'decision' WHEN 2 THEN 'question' ELSE 'text' END, 'Line ' || i || ' of a talk',
  CASE i % 10 WHEN 0 THEN date('2024-01-01', i % 1100 || ' days') END,
  CASE WHEN i % 10 = 0 THEN CASE i % 50 WHEN 0 THEN 'open' ELSE 'done' END END,
  CASE i % 7 WHEN 0 THEN 200000001 + i % $partners END FROM n;
INSERT INTO item SELECT id, $(field_of entry), 100000001 + id % ($partners / 50)
 FROM entry WHERE due IS NOT NULL AND id > 600000000 AND id % 20 = 0;
INSERT INTO goal(id, owner, level, statement, deadline, status, fold)
 SELECT 700000000 + i, 100000001 + i % ($partners / 50), 'goal', 'Goal ' || i,
  date('2026-12-31', i % 5 * -365 || ' days'), CASE i % 5 WHEN 0 THEN 'agreed' ELSE
  'achieved' END, 'goal ' || i FROM n WHERE i <= $partners / 10;
INSERT INTO metric(id, goal, name, unit, target, how_often, fold)
 SELECT 800000000 + i, 700000001 + i % ($partners / 10), 'metric ' || i, 'people', 100,
  'quarterly', 'metric ' || i FROM n WHERE i <= $partners / 2;
INSERT INTO measurement(id, metric, organisation, "from", "to", value)
 SELECT 900000000 + i, 800000001 + i % ($partners / 2), 100000001 + i % ($partners / 50),
  date('2024-01-01', i % 11 * 3 || ' months'),
  date('2024-01-01', i % 11 * 3 + 3 || ' months', '-1 day'), i % 40
 FROM n WHERE i <= $partners * 5;
INSERT INTO capacity(id, direction, kind, topic, organisation, status)
 SELECT 1000000000 + i, CASE i % 2 WHEN 0 THEN 'need' ELSE 'offer' END,
  CASE i / 2 % 5 WHEN 0 THEN 'training' WHEN 1 THEN 'tools' WHEN 2 THEN 'funding' WHEN 3
  THEN 'skills' ELSE 'staff' END, 'topic' || i / 4 || ' of theirs',
  200000001 + i % $partners, 'open' FROM n WHERE i <= $partners / 10;
INSERT INTO resource(id, kind, title, organisation, year, result, fold)
 SELECT 1100000000 + i, 'example', 'Example ' || i, 200000001 + i % $partners,
  2015 + i % 10, i || ' people came', 'example ' || i FROM n WHERE i <= $partners / 10;
$(event_sql)
$(round_sql)
$(for table in organisation partnership event note entry goal metric measurement capacity \
	resource person attendance session form form_question round participant; do
	echo "INSERT INTO record SELECT id, $(entity_of $table), 0, 0 FROM $table
	 WHERE id NOT IN (SELECT id FROM record);"
done)
COMMIT;
SQL
}

ms() {	# ms COMMAND...: milliseconds it took; what it wrote is in "out"
	start=$(date +%s%N)
	"$@" >out 2>err || { echo "failed: $*: $(cat err)" >&2; exit 1; }
	end=$(date +%s%N)
	awk -v n="$((end - start))" 'BEGIN { printf "%.2f\n", n / 1000000 }'
}
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
base() { sqlite3 -readonly -csv -header big.db "$1"; }

# page NAME FORMAT RECORD
page() {
	case $1 in
	overview) as overview ;;
	*) as report "$1" ${3:+"$3"} --format "$2" ;;
	esac
}

# measure NAME FORMAT MOST SQL [RECORD-OF-THE-SAMPLE RECORD-OF-THE-BIG-FILE]
measure() {
	: >small; : >big; : >theirs
	for run in $(seq "$runs"); do
		file=sample.db
		ms page "$1" "$2" "${5:-}" >>small
		file=big.db
		ms page "$1" "$2" "${6:-}" >>big
		ms base "$4" >>theirs
	done
	awk -v n="$1 ($2)" -v s="$(median small)" -v b="$(median big)" -v t="$(median theirs)" \
		-v l="$3" 'BEGIN {
		printf "%-24s %6.1f ms (at most 50) %7.1f ms (at most %d) %7.1f ms  x %.2f%s\n", n, s, b, l,
		    t, b / t, (s > 50 || b > l) ? "  MISSED" : "" }'
}

"$alianza" init sample.db --sample 2>/dev/null
first_make >/dev/null 2>&1
rows_make >/dev/null
echo "$partners partners, median of $runs runs: the sample, the big file, sqlite3 on that"
contact="SELECT max(n.date) FROM item i CROSS JOIN note n ON n.id = i.record
 WHERE i.field = $(field_of note) AND i.value = +p.id"
measure overview text 300 "SELECT o.id, o.name, ($contact) FROM organisation o
  LEFT JOIN partnership p ON p.partner = o.id WHERE o.stay_in_touch;
 SELECT * FROM entry WHERE due < '2026-12-05' AND status = 'open';
 SELECT g.id, sum(x.value) / sum(m.target) FROM goal g JOIN metric m ON m.goal = g.id
  LEFT JOIN measurement x ON x.metric = m.id WHERE g.status = 'agreed' GROUP BY g.id"
report() {	# report NAME FORMAT SQL [RECORD RECORD]
	measure "$1" "$2" 2000 "$3" "${4:-}" "${5:-}"
}
report affiliates csv "SELECT * FROM organisation WHERE kind = 'affiliate' ORDER BY fold"
report partners csv "SELECT o.*, p.*, a.name, ($contact) FROM organisation o
 LEFT JOIN partnership p ON p.partner = o.id LEFT JOIN organisation a ON a.id = p.affiliate
 WHERE o.kind = 'partner' ORDER BY o.fold"
report events csv "SELECT e.*, (SELECT count(*) FROM entry x JOIN note n ON n.id = x.note
 WHERE n.event = e.id AND x.status = 'open') FROM event e ORDER BY start"
report goals csv "SELECT g.*, m.*, o.name, sum(x.value) FROM goal g LEFT JOIN metric m
 ON m.goal = g.id LEFT JOIN organisation o ON o.id = g.owner LEFT JOIN measurement x
 ON x.metric = m.id GROUP BY g.id, m.id"
report evaluation csv "SELECT g.*, m.*, o.name FROM goal g JOIN metric m ON m.goal = g.id
 LEFT JOIN organisation o ON o.id = g.owner ORDER BY g.fold"
report period csv "SELECT m.id, g.statement, m.name, o.name, x.\"from\", sum(x.value)
 FROM metric m JOIN goal g ON g.id = m.goal JOIN organisation o ON o.id = g.owner
 JOIN measurement x ON x.metric = m.id GROUP BY m.id, x.\"from\""
report resources csv "SELECT r.*, o.name FROM resource r LEFT JOIN organisation o
 ON o.id = r.organisation ORDER BY r.fold"
report items csv "SELECT e.*, n.title, n.date, (SELECT group_concat(o.name) FROM item i JOIN
  organisation o ON o.id = i.value WHERE i.record = e.id AND i.field = $(field_of entry))
 FROM entry e LEFT JOIN note n ON n.id = e.note WHERE e.kind <> 'text' ORDER BY n.date"
report stages text "SELECT p.stage, o.name, a.name, p.next_step, ($contact) FROM partnership p
 JOIN organisation o ON o.id = p.partner JOIN organisation a ON a.id = p.affiliate
 ORDER BY p.stage, o.fold"
report needs text "SELECT c.*, o.name FROM capacity c LEFT JOIN organisation o
 ON o.id = c.organisation ORDER BY c.topic"
report digest text "SELECT * FROM note WHERE date >= '2026-10-01'; SELECT e.* FROM entry e
 JOIN note n ON n.id = e.note WHERE n.date >= '2026-10-01' AND e.kind = 'decision';
 SELECT x.*, m.name FROM measurement x JOIN metric m ON m.id = x.metric
 WHERE x.\"from\" >= '2026-07-01'"
report sheet text "SELECT * FROM organisation o JOIN partnership p ON p.partner = o.id
 JOIN entry e ON e.organisation = o.id WHERE o.fold = 'partner 77' AND o.kind = 'partner';
 SELECT * FROM resource ORDER BY year DESC LIMIT 5" BFI "Partner 77"
workshop="Partnerships Workshop November 2017"
report attendance wikitext "SELECT p.name, o.name, a.* FROM attendance a JOIN person p
 ON p.id = a.person JOIN organisation o ON o.id = a.organisation
 WHERE a.event = 1200000000 ORDER BY p.fold" "$workshop" Summit
report schedule wikitext "SELECT * FROM session WHERE event = 1200000000 ORDER BY position" \
	"$workshop" Summit
report documentation wikitext "SELECT s.title, s.abstract, e.kind, e.text FROM session s
 JOIN note n ON n.session = s.id JOIN entry e ON e.note = n.id WHERE s.event = 1200000000
 ORDER BY s.position, e.position; SELECT p.name FROM attendance a JOIN person p
 ON p.id = a.person WHERE a.event = 1200000000" "$workshop" Summit
report interview wikitext "SELECT q.text, e.text FROM note n JOIN entry e ON e.note = n.id
 JOIN form_question q ON q.id = e.form_question WHERE n.fold = 'interview 77'
 ORDER BY q.position" "Notes from meeting with Wikimedia Chile" "Interview 77"
report matrix csv "SELECT n.id, n.date, q.position, e.text FROM note n JOIN entry e
 ON e.note = n.id JOIN form_question q ON q.id = e.form_question
 WHERE n.form = 1300000000 ORDER BY n.fold, q.position" "Needs assessment" Needs
