# Makes a translation of a template of gettext in which each text is 40 % longer and
# stands in « », so that one sees where a text begins and whether its end is there.
# What printf takes and line ends stay.

function longer(text,  tail, n, pad, i) {
	while (text ~ /\\n$/) {
		tail = tail "\\n"
		text = substr(text, 1, length(text) - 2)
	}
	n = int(length(text) * 2 / 5 + 0.9)
	for (i = 0; i < n; i++)
		pad = pad (i % 7 == 0 && n > 6 ? " " : "~")
	return "«" text pad "»" tail
}

function entry_end() {
	if (id == "" && !headed++) {
		print "msgid \"\"\nmsgstr \"\""
		print "\"Content-Type: text/plain; charset=UTF-8\\n\""
		print "\"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
	} else if (id != "") {
		if (context != "")
			print "msgctxt \"" context "\""
		print "msgid \"" id "\""
		if (plural) {
			print "msgid_plural \"" ids "\""
			print "msgstr[0] \"" longer(id) "\"\nmsgstr[1] \"" longer(ids) "\"\n"
		} else
			print "msgstr \"" longer(id) "\"\n"
	}
	id = ids = context = into = ""
	plural = 0
}

function quoted(line) {
	sub(/^[^"]*"/, "", line)
	sub(/"$/, "", line)
	return line
}

/^#/ { next }
/^msgctxt / { into = "context" }
/^msgid / { into = "id" }
/^msgid_plural / { into = "ids"; plural = 1 }
/^msgstr/ { into = "" }
into == "context" { context = context quoted($0) }
into == "id" { id = id quoted($0) }
into == "ids" { ids = ids quoted($0) }
/^$/ { entry_end() }
END { entry_end() }
