# Sourced by the tests of the command line: files to work on, and stories.
. "$top_srcdir/tests/tap.sh"

data=$top_srcdir/data
ALIANZA_DATA=$data
export ALIANZA_DATA

# The program at a moment that stands still, without a terminal.
alianza() {
	"$ALIANZA" --now 2026-11-21T10:00 "$@"
}

# on_terminal COLS WORDS: what people see of the answer, where have_terminal
on_terminal() {
	script -qec "stty cols $1 rows 24; '$ALIANZA' --now 2026-11-21 $2" /dev/null </dev/null |
		tr -d '\r'
}

have_terminal() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1
}

# new_file: an empty t.db, which is the file used from here on
new_file() {
	rm -f t.db
	"$ALIANZA" init t.db 2>/dev/null || fail "a new file"
}

# shipped_file: t.db with the nine shipped tables (countries are built in)
shipped_file() {
	new_file
	for table in organisations affiliates partnerships events goals people \
	    affiliations attendance; do
		alianza import "$table" "$data/$table.csv" --create >/dev/null 2>&1 ||
			fail "$table.csv"
	done
}

# Ids, this folder and the name of the program are other ones each time.
masked() {
	sed -E -e 's/\r$//' -e "s|$SCRATCH|HERE|g" -e "s|$data|DATA|g" \
		-e 's/(^|[^[:alnum:]])[a-h][0-9a-hjkmnp-tv-z]{12}($|[^[:alnum:]])/\1ID\2/g' \
		-e 's/#[0-9a-hjkmnp-tv-z]{6}/#ID/g'
}

# story: commands and what they answer, from standard input. A line "$ COMMAND" is
# run; under it stands its stdout, then its stderr with "! " in front of each line,
# then its exit status as [N] unless it is 0. Each command is one test.
story() {
	rm -f want.* got
	awk '/^\$ / { n++ } n { print > ("want." n) }'
	tale=1
	while [ -f "want.$tale" ]; do
		command=$(sed -n '1s/^\$ //p' "want.$tale")
		eval "$command" >stdout 2>stderr </dev/null
		status=$?
		{
			printf '$ %s\n' "$command"
			masked <stdout
			masked <stderr | sed 's/^/! /'
			[ $status -eq 0 ] || printf '[%d]\n' $status
		} >got
		[ -z "${STORY_GOT-}" ] || cat got >>"$STORY_GOT"
		same got "want.$tale" "$command"
		tale=$((tale + 1))
	done
}

# refused STATUS COMMAND...: bad input ends so, with nothing on stdout, one sentence
# on stderr, and no byte of t.db or name in this folder changed
refused() {
	wanted=$1
	shift
	before=$(sha256sum t.db; ls -A)
	"$@" >stdout 2>stderr </dev/null
	got=$?
	after=$(sha256sum t.db; ls -A)
	name=$(printf '%s' "$*" | tr '\n' ' ' | cut -c 1-100)
	if [ $got -eq "$wanted" ] && [ ! -s stdout ] && [ "$before" = "$after" ] &&
	    [ "$(wc -l <stderr)" -eq 1 ] && grep -q -e '[.?]$' -e ': alianza [a-z]* [^ ]*$' stderr; then
		pass "refused with $wanted: $name"
	else
		fail "refused with $wanted: $name"
		diag "ended with $got; stdout, stderr, changes:"
		diag "$(head -n 20 stdout stderr)"
		diag "$([ "$before" = "$after" ] || printf '%s\n%s' "$before" "$after")"
	fi
}
