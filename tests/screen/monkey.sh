# Sourced by tests that let a monkey play: monkey SIZE COUNT SEED
. "$top_srcdir/tests/tap.sh"

"$ALIANZA" init sample.db --sample 2>/dev/null
"$ALIANZA" commands >commands

# words KIND: a word a line, as they may stand in a command
words() {
	sed "s/.*/$1	&/"
}

{
	"$ALIANZA" -f sample.db panes | sed '1d; s/,.*//' | words pane
	printf "%s\n" affiliate-type event-type partner-subtype stage | words list
	for pane in affiliates:name partners:name events:name goals:statement people:name notes:title \
		items:text resources:title organisations:name; do
		"$ALIANZA" -f sample.db list "${pane%:*}" --columns "${pane#*:}" |
			sed "1d; s/[\"&]//g; s/.*/\"&\"/" | head -n 20 | words "${pane%:*}"
	done
	printf "%s\n" "\"Wikimania 2024\"" "\"GLAM Wiki 2023\"" | words event
	printf '%s\n' name=x country=CL stage=pilot country= next_step=Call text=@none \
		"name='two words'" kind=action due=+2w status=done | words assignment
	printf '%s\n' name country stage type start:year event.country name,stage -name |
		words column
	printf '%s\n' museum country=CL stage=active,pilot 'name=""' 'x=y' '!' '/' 'days_silent>30' |
		words filter
	printf '%s\n' f.csv - nowhere/f.csv all | words file
	printf '%s\n' 0 1 2 7 99999999999 -1 | words number
	printf '%s\n' documentation attendance items quarter | words name
	printf '%s\n' '""' "''" '"' '中文' 'x' -- --- '%s%n' '../..' '' | words nonsense
	printf '%s\n' '<Enter>' '<Esc>' '<Tab>' '<Up>' '<Down>' '<PgDn>' '<Home>' '<BS>' '<Del>' \
		'<F1>' '<F4>' '<^S>' '<^Z>' '<A-Down>' '<Space>' 1 2 3 4 '/' '<:>' | words key
	printf '%s\n' Ana '> call @Ana 27 nov' '! agreed' 'Museo, CL' 'مرحبا' '2026-11-21' |
		words text
} >words

# sound: is the file whole, whatever happened to it?
sound() {
	"$ALIANZA" -f f.db check >checked 2>&1
}

monkey() {
	cp sample.db f.db
	rm -rf "$XDG_STATE_HOME"
	LC_ALL=C awk -v seed="$3" -v count="$2" -f "$top_srcdir/tests/screen/monkey.awk" \
		commands words >steps
	"$ALIANZA" --script steps --size "$1" --now 2026-11-21T10:00 f.db >out 2>err </dev/null
	played=$?
	diag "$(grep -c . steps) steps at $1, seed $3: status $played, $(grep -c '^steps:' err) refused"
	test $played -lt 128 && ! grep -q 'Sanitizer\|runtime error' err
	ok $? "$2 commands at $1, seed $3: the program lives"
	sound
	ok $? "and the file is sound"
}
