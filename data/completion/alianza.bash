# Completion of alianza for bash. Made by "alianza manual bash": change that.
_alianza()
{
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
	local alianza=${COMP_WORDS[0]} command= pane= field= kind= words= options=
	local list i n=0 kinds=()
	COMPREPLY=()

	# bash takes "stage=active" for three words.
	if [[ $cur == = ]]; then
		field=$prev cur=
	elif [[ $prev == = ]]; then
		field=${COMP_WORDS[COMP_CWORD-2]}
	fi

	# The command, the pane, and which argument this is.
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-f|--file|--as|--now|--color|--script|--size|--columns|--format|--ignore|--language|--limit|--map|--output|--session|--skip-bad|--sort|--table|--state|--text|--where)
			if [[ ${COMP_WORDS[i+1]} == = ]]; then ((i += 2)); else ((i++)); fi ;;
		-?*) ;;
		=) ((i++)) ;;
		*)
			if [[ -z $command ]]; then
				command=${COMP_WORDS[i]}
			else
				((n++)) || pane=${COMP_WORDS[i]}
			fi ;;
		esac
	done

	case $command in
	list)
		kinds=(pane field)
		options="--columns --limit --sort " ;;
	show)
		kinds=(pane other)
		options="--all " ;;
	add)
		kinds=(pane field)
		options="" ;;
	set)
		kinds=(pane other field)
		options="--where " ;;
	delete)
		kinds=(pane other)
		options="" ;;
	restore)
		kinds=(pane other)
		options="" ;;
	next)
		kinds=(pane other)
		options="" ;;
	previous)
		kinds=(pane other)
		options="" ;;
	contacted)
		kinds=(pane other)
		options="" ;;
	overview)
		kinds=()
		options="--limit " ;;
	due)
		kinds=()
		options="--limit " ;;
	why)
		kinds=(pane other other)
		options="" ;;
	like)
		kinds=(pane other)
		options="--limit " ;;
	duplicates)
		kinds=(pane)
		options="" ;;
	merge)
		kinds=(pane other)
		options="" ;;
	carry-over)
		kinds=(pane other other)
		options="" ;;
	hand-over)
		kinds=(pane other other)
		options="" ;;
	init)
		kinds=(file)
		options="--sample " ;;
	import)
		kinds=(pane file)
		options="--add-terms --create --dry-run --ignore --map --no-guard --restore --skip-bad " ;;
	export)
		kinds=(pane file field)
		options="--bom --columns --force --format --labels --no-guard --private --sort " ;;
	check)
		kinds=()
		options="--mend " ;;
	backup)
		kinds=(file)
		options="" ;;
	backups)
		kinds=()
		options="" ;;
	log)
		kinds=(pane other)
		options="--limit " ;;
	undo)
		kinds=(other)
		options="" ;;
	redo)
		kinds=()
		options="" ;;
	panes)
		kinds=()
		options="" ;;
	fields)
		kinds=(pane)
		options="" ;;
	terms)
		kinds=(list)
		options="" ;;
	commands)
		kinds=()
		options="" ;;
	settings)
		kinds=(other)
		options="" ;;
	help)
		kinds=(command)
		options="" ;;
	manual)
		kinds=(other)
		options="" ;;
	starters)
		kinds=()
		options="" ;;
	use-starter)
		kinds=(other other)
		options="" ;;
	frequency)
		kinds=(pane other field)
		options="--format --labels --private " ;;
	crosstable)
		kinds=(pane other other field)
		options="--format --labels --private " ;;
	save-view)
		kinds=(other pane field)
		options="--columns --sort --table " ;;
	view)
		kinds=(other)
		options="" ;;
	views)
		kinds=()
		options="" ;;
	report)
		kinds=(report other)
		options="--force --format --language --output " ;;
	quarters)
		kinds=(other)
		options="" ;;
	figure)
		kinds=(other other other)
		options="" ;;
	import-dashboard)
		kinds=(file other)
		options="" ;;
	who-can-help)
		kinds=(other)
		options="" ;;
	walk-in)
		kinds=(other other)
		options="--session --state " ;;
	present)
		kinds=(other other)
		options="--session --state " ;;
	all-present)
		kinds=(other)
		options="--session " ;;
	sign-up)
		kinds=(other file)
		options="--dry-run --session --state --text " ;;
	sign-in-sheet)
		kinds=(other)
		options="--session " ;;
	headcount)
		kinds=(other)
		options="--facilitators --session " ;;
	schedule)
		kinds=(other)
		options="" ;;
	copy-event)
		kinds=(other field)
		options="" ;;
	compare-events)
		kinds=(other other)
		options="" ;;
	move-up)
		kinds=(pane other)
		options="" ;;
	move-down)
		kinds=(pane other)
		options="" ;;
	move-in)
		kinds=(pane other)
		options="" ;;
	move-out)
		kinds=(pane other)
		options="" ;;
	copy-goals)
		kinds=(other other other)
		options="" ;;
	comment)
		kinds=(pane other other)
		options="" ;;
	translate)
		kinds=(pane other other)
		options="" ;;
	participant)
		kinds=(other other other)
		options="" ;;
	answers)
		kinds=(other)
		options="--format " ;;
	round)
		kinds=(other)
		options="" ;;
	become)
		kinds=(other other)
		options="" ;;
	term-add)
		kinds=(list other)
		options="" ;;
	term-rename)
		kinds=(list other other)
		options="" ;;
	term-hide)
		kinds=(list other)
		options="" ;;
	term-show)
		kinds=(list other)
		options="" ;;
	term-up)
		kinds=(list other)
		options="" ;;
	term-down)
		kinds=(list other)
		options="" ;;
	esac
	((n < ${#kinds[@]})) || n=$((${#kinds[@]} - 1))
	if ((n >= 0)); then kind=${kinds[n]}; fi
	if [[ -z $command ]]; then kind=command; fi

	case ${field:-$prev} in
	-f|--file|--script) kind=file ;;
	--color) kind=words words="auto always never" ;;
	--format) kind=words words="csv wikitext json" ;;
	--output) kind=file ;;
	--skip-bad) kind=file ;;
	--where) kind=field ;;
	-f|--file|--as|--now|--color|--script|--size|--columns|--format|--ignore|--language|--limit|--map|--output|--session|--skip-bad|--sort|--table|--state|--text|--where) return ;;
	*) if [[ $cur == -* ]]; then
		kind=words words="$options--file --sample --readonly --as --now --plain --color --script --size --help --version"
	fi ;;
	esac

	if [[ $kind == field && -n $field ]]; then
		list=$("$alianza" fields "$pane" 2>/dev/null |
			awk -F, -v field="$field" '$2 == field { print $5; exit }')
		[[ -n $list ]] || return
		kind=words words=$(for i in ${list//|/ }; do "$alianza" terms "$i"; done \
			2>/dev/null | awk -F, '$3 != "code" { print $3 }')
	fi
	case $kind in
	command) words="list show add set delete restore next previous contacted overview due why like duplicates merge carry-over hand-over init import export check backup backups log undo redo panes fields terms commands settings help manual starters use-starter frequency crosstable save-view view views report quarters figure import-dashboard who-can-help walk-in present all-present sign-up sign-in-sheet headcount schedule copy-event compare-events move-up move-down move-in move-out copy-goals comment translate participant answers round become term-add term-rename term-hide term-show term-up term-down" ;;
	report) words="documentation attendance schedule items interview affiliates partners events goals resources period evaluation stages sheet digest needs matrix" ;;
	pane) words="affiliates partners events goals networks bodies organisations partnerships memberships people affiliations involvements sessions speakers attendance metrics measurements notes participants entries items capacities resources documents forms form_questions rounds periods templates tags views all" ;;
	list) words=$("$alianza" terms 2>/dev/null | awk -F, '!n[$1]++ && NR > 1 { print $1 }') ;;
	field)
		words=$("$alianza" fields "$pane" 2>/dev/null |
			awk -F, 'NR > 1 { print $2 "=" }')
		compopt -o nospace 2>/dev/null ;;
	file)
		compopt -o filenames 2>/dev/null
		local IFS=$'\n'
		COMPREPLY=($(compgen -f -- "$cur"))
		return ;;
	esac
	COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F _alianza alianza
