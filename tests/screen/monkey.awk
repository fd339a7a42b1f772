# Makes random steps for the screen: monkey.awk -v seed=N -v count=N, with COMMANDS (what
# "alianza commands" prints) and WORDS (tab-separated: kind, word) as its two files.
#
# A step is a command of the table with arguments of the kinds it names, its key, or a
# few letters typed. Left out is what ends the program or leaves the folder of the test.

# The fields of a line of CSV, into part[]
function csv(line, part,  n, field, c, i, quoted) {
	n = 0
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "\"")
			quoted = !quoted
		else if (c == "," && !quoted) {
			part[++n] = field
			field = ""
		} else
			field = field c
	}
	part[++n] = field
	return n
}

function some(from) {
	return int(rand() * from)
}

function word(kind) {
	return words[kind, some(counts[kind])]
}

# What may stand for a word of the synopsis: of the pane named before, if one was; now and
# then something that fits nothing.
function argument(name,  kind) {
	if (some(12) == 0)
		return word("nonsense")
	kind = tolower(name)
	gsub(/[^a-z|-]/, "", kind)
	if (kind ~ /field/)
		return word("assignment")
	if (kind ~ /\|/)
		return choice(kind)
	if (kind == "pane")
		return pane = word(kind)
	if (kind in counts)
		return word(kind)
	return pane in counts ? word(pane) : word("affiliates")
}

# "default|mono": one of them
function choice(kind,  part) {
	return part[1 + some(split(kind, part, "|"))]
}

function command(i,  line, part, n, k) {
	line = ":" names[i]
	pane = ""
	n = split(synopses[i], part, " ")
	for (k = 1; k <= n; k++)
		if (some(8))
			line = line " " argument(part[k])
	n = split(switches[i], part, " ")
	if (n && some(3) == 0)
		line = line " --" part[1 + some(n)] (some(2) ? "=" word("which") : "")
	return line
}

# A key of the table, or a way to another place
function key(i,  part, n, name) {
	n = split(keys[i], part, " ")
	if (!n)
		return word("key")
	name = part[1 + some(n)]
	if (name ~ /.\//)
		sub(/^[a-z]+\//, "", name)
	return "<" name ">"
}

BEGIN {
	total = 0
}

FILENAME == ARGV[1] && FNR > 1 {
	if (csv($0, part) < 6 || part[1] ~ /^(leave|suspend|save-display|init|backup|cancel)$/)
		next
	names[total] = part[1]
	synopses[total] = part[2]
	switches[total] = part[3]
	keys[total++] = part[4]
}

FILENAME == ARGV[2] {
	tab = index($0, "\t")
	kind = substr($0, 1, tab - 1)
	words[kind, counts[kind]++] = substr($0, tab + 1)
}

END {
	srand(seed)
	for (i = 0; i < count; i++) {
		what = some(10)
		if (what < 4)
			print command(some(total))
		else if (what < 8)
			print key(some(total))
		else if (what < 9)
			print word("key")
		else
			print word("text")
	}
}
