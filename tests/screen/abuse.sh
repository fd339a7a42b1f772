# Sourced by tests that treat the program badly: abuse HOW COUNT SIZE [SEED]
. "$top_srcdir/tests/tap.sh"

"$ALIANZA" init sample.db --sample 2>/dev/null

abuse() {
	cp sample.db f.db
	rm -rf "$XDG_STATE_HOME"
	"$top_builddir/tests/screen/abuse" "$1" "${4:-${SEED:-1}}" "$2" "$3" \
		-- "$ALIANZA" f.db >told 2>&1
	abused=$?
	sed 's/^/# /' told
	is "$abused" 0 "$1 x $2 at $3, seed ${4:-${SEED:-1}}: it lives, leaves and gives the terminal back"
	"$ALIANZA" -f f.db check >checked 2>&1
	is "$?" 0 "and the file is sound"
}
