# Sourced by the shell tests, which speak TAP (testanything.org):
#
#	. "$top_srcdir/tests/tap.sh"
#	case_ok "says its version" "$ALIANZA" --version
#	is "$("$ALIANZA" list goals | wc -l)" 1 "an empty file has a header only"
#	plan
#
# `make check` gives: top_srcdir and top_builddir (absolute), ALIANZA (the built
# program), SCRATCH (an empty folder of this test's own, where it runs), HOME and
# the XDG folders inside it, LC_ALL=C.UTF-8, TZ=UTC. A test writes only there.

set -u
# What people set for themselves would change what they, and other programs, do here.
unset CDPATH COLUMNS ESCDELAY LINES POSIXLY_CORRECT
tap_count=0
cd "${SCRATCH:?run me by make check TESTS=...}" || exit 99

# pass NAME, fail NAME: one result
pass() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s\n' "$tap_count" "$1"
}

fail() {
	tap_count=$((tap_count + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$1"
}

# skip NAME WHY: a result that this machine cannot give
skip() {
	tap_count=$((tap_count + 1))
	printf 'ok %d # SKIP %s: %s\n' "$tap_count" "$1" "$2"
}

# skip_all WHY: the whole script cannot run here
skip_all() {
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

# plan: the last line of every script; one that dies before it has failed
plan() {
	printf '1..%d\n' "$tap_count"
	exit 0
}

# diag TEXT: for the reader of the log
diag() {
	printf '%s\n' "$1" | sed 's/^/# /'
}

# ok STATUS NAME: 0 passes; `some test; ok $? "name"`
ok() {
	if [ "$1" -eq 0 ]; then
		pass "$2"
	else
		fail "$2"
	fi
}

# is GOT WANTED NAME: the same text
is() {
	if [ "$1" = "$2" ]; then
		pass "$3"
	else
		fail "$3"
		diag "got:    $1"
		diag "wanted: $2"
	fi
}

# like TEXT PATTERN NAME, unlike: an extended regular expression on some line
like() {
	if printf '%s\n' "$1" | grep -E -q -e "$2"; then
		pass "$3"
	else
		fail "$3"
		diag "got:    $1"
		diag "wanted: $2"
	fi
}

unlike() {
	if printf '%s\n' "$1" | grep -E -q -e "$2"; then
		fail "$3"
		diag "got:      $1"
		diag "unwanted: $2"
	else
		pass "$3"
	fi
}

# same FILE WANTED NAME: the same bytes
same() {
	if cmp -s "$1" "$2"; then
		pass "$3"
	else
		fail "$3"
		diag "$(diff -u "$2" "$1" | head -n 60)"
	fi
}

# empty TEXT NAME: nothing was found; what was is shown
empty() {
	if [ -z "$1" ]; then
		pass "$2"
	else
		fail "$2"
		diag "$1"
	fi
}

# case_status STATUS NAME COMMAND...: ends so; stdout and stderr stay in files
# named so, in $SCRATCH
case_status() {
	tap_wanted=$1 tap_name=$2
	shift 2
	"$@" >stdout 2>stderr </dev/null
	tap_got=$?
	if [ "$tap_got" -eq "$tap_wanted" ]; then
		pass "$tap_name"
	else
		fail "$tap_name"
		diag "ended with $tap_got instead of $tap_wanted: $*"
		diag "$(head -n 30 stdout stderr)"
	fi
}

# case_ok NAME COMMAND...: ends with 0
case_ok() {
	case_status 0 "$@"
}
