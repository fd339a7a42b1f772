#!/bin/sh
# The keys that daily work takes beyond the characters of the data themselves, against
# what they may take: "NAME: KEYS of BUDGET". Each is played over a copy of the sample and
# proved by what is in the file, or on the screen, after it. Ends with 1 when one takes
# more, or does nothing. Last, how long thirteen people take to come in.
# tests/screen/budget.test holds every build to the same lines.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export XDG_STATE_HOME="$dir/state" XDG_DATA_HOME="$dir/data" HOME="$dir" LC_ALL=C.UTF-8
alianza=$(realpath "${ALIANZA:-${BENCH_BUILD:-.}/alianza}")
cd "$dir"
now=2026-11-21T10:00
missed=0

ask() {
	"$alianza" -f f.db --as Ana --now $now "$@" 2>/dev/null
}
rows() { ask list "$@" | sed 1d; }
count() { rows "$@" | wc -l; }
screen() { cat screen; }
file() { cat "$1"*; }

"$alianza" init sample.db --sample 2>/dev/null
cp sample.db f.db
ask add events name="Budget day" start=2026-11-21 >/dev/null
ask add affiliates name="Affiliate of the budget" code=WMXX >/dev/null
ask add people name="Person Budget" >/dev/null
ask add partners name="Museum of the budget" >/dev/null
ask add partnerships partner="Museum of the budget" affiliate=WMXX stage=prospect >/dev/null
ask add attendance event="Budget day" person="Person Budget" state=registered >/dev/null
cp f.db before.db

# The keys of steps: <Name> is one, and so is each character that is no data, {...}.
keys() {
	printf '%s' "$1" | sed 's/{[^}]*}//g; s/<[A-Za-z^-]*>/K/g' | wc -m
}

# takes NAME BUDGET THERE STEPS WANTED COMMAND...: after the steps THERE, which only go to
# the place, STEPS have to make the command answer what is wanted.
takes() {
	name=$1 budget=$2 there=$3 steps=$4 wanted=$5
	shift 5
	rm -f screen ./*.csv ./*.wiki
	cp before.db f.db
	{
		[ -z "$there" ] || printf '%s\n' "$there"
		[ -z "$steps" ] || printf '%s\n' "$steps" | tr -d '{}'
		echo ':save-display screen'
	} >steps
	"$alianza" --as Ana --script steps --size 80x24 --now $now f.db >out 2>err || :
	used=$(keys "$steps")
	verdict=
	[ "$used" -le "$budget" ] || verdict="  MISSED"
	"$@" 2>/dev/null | grep -q -e "$wanted" || verdict="  MISSED, it did nothing"
	[ -z "$verdict" ] || missed=1
	echo "$name: $used of $budget$verdict"
}

takes "today's event at start" 0 "" "" \
	'^Events › Budget day' screen
takes "presence of a listed person" 1 "o" "<Space>" \
	'^Person Budget	present$' rows attendance event="Budget day" --columns person,state
takes "a walk-in" 2 "/atten<Enter><Enter>" "a{Walker In, WMXX}<Enter>" \
	'^Walker In	Affiliate of the budget	present$' \
	rows attendance event="Budget day" --columns signed_name,organisation,state
takes "a line of minutes" 1 "n<Enter>" "{What was said}<Enter>" \
	'^What was said$' rows entries --columns text
takes "made an action with owner and date" 2 "n<Enter>" ">{ Send it }@{WMXX 27 nov}" \
	'^action	Affiliate of the budget	2026-11-27$' rows entries --columns kind,owners,due
takes "next stage of a partner" 1 "2/of the budget<Enter>" ">" \
	'^contact$' rows partnerships partner="Museum of the budget" --columns stage
takes "a contact today" 1 "2/of the budget<Enter>" "L" \
	'^2026-11-21$' rows partners "Museum of the budget" --columns last_contact
takes "this list as CSV" 2 "2/of the budget<Enter>" "x<Enter>" \
	'Museum of the budget' file partners
takes "the event's documentation" 3 "" "Xd<Enter>" \
	'Documentation: Budget day' screen
takes "undo" 1 "2/of the budget<Enter>>" "u" \
	'^prospect$' rows partnerships partner="Museum of the budget" --columns stage

# The thirteen people of the Partnerships Workshop 2017, each as a line at the door, at the
# pace of someone who types with two fingers.
pace=180 limit=120
cp before.db f.db
cat >people <<'END'
Astrid Carlsen, WMNO
Claudia Garad, WMAT
Kaarel Vaidla, Movement Strategy volunteer
Daria Cybulska, WMUK
John Andersson, WMSE
Keren Shatzman, WMIL
Rodrigo Padula, Wiki Educação Brasil
Biyanto Rebin, WMID
Jenny Ebermann, WMCH
Felix Nartey, Open Foundation West Africa
Nikki Zeuner, WMDE
Julia Kirchner, WMDE
Cornelius Kibelka, WMDE
END
{ printf o; sed 's/$/<Enter>/' people | tr -d '\n'; echo; } >steps
"$alianza" --as Ana --script steps --size 80x24 --now $now f.db >out 2>err || :
used=$(keys "$(cat steps)") there=$(count attendance event="Budget day" state=present)
seconds=$((used * 60 / pace)) verdict=
if [ "$seconds" -gt $limit ] || [ "$there" != 13 ]; then
	verdict="  MISSED" missed=1
fi
echo "thirteen people at the door: $used keys, $seconds s at $pace a minute (at most $limit), $there present$verdict"
exit $missed
