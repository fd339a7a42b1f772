/* Completion for bash. What a word may be is in the tables of commands and options;
 * the names of fields and the values of lists are asked of the program. */
#include "config.h"

#include "app/manual_part.h"

#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/manual.h"
#include "app/report.h"
#include "io/export.h"
#include "model/entity.h"

/* Names of enum argument_kind in the script; NULL: nothing to offer. */
static const char *const kind_names[] = {
	[ARG_NONE] = NULL, [ARG_PANE] = "pane", [ARG_WHICH] = NULL,
	[ARG_FILTER] = "field", [ARG_ASSIGNMENT] = "field", [ARG_FILE] = "file",
	[ARG_DIR] = "file", [ARG_LIST] = "list", [ARG_NUMBER] = NULL,
	[ARG_COMMAND] = "command", [ARG_NAME] = NULL, [ARG_TEXT] = NULL,
	[ARG_COLUMN] = NULL, [ARG_REPORT] = "report",
};

static bool
in_shell(const struct command *c)
{
	return !(c->flags & C_SCREEN);
}

static void
commands_add(struct str *out)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++)
		if (in_shell(c))
			str_addf(out, "%s%s", i ? " " : "", c->name);
}

static void
panes_add(struct str *out)
{
	for (const struct pane *p = panes; p->name; p++)
		str_addf(out, "%s ", p->name);
	str_add(out, "all");
}

static void
reports_add(struct str *out)
{
	const struct report *r;

	for (int i = 0; (r = report_at(i)); i++)
		str_addf(out, "%s%s", i ? " " : "", r->name);
}

static void
options_add(struct str *out)
{
	for (const struct program_option *o = program_options; o->name; o++)
		str_addf(out, "%s--%s", o == program_options ? "" : " ", o->name);
}

static void
formats_add(struct str *out)
{
	const struct export_format *f;

	for (int i = 0; (f = export_format_at(i)); i++)
		str_addf(out, "%s%s", i ? " " : "", f->name);
}

/* Options of the program that a value follows, as patterns: "-f|--file|--as". */
static void
valued_add(struct str *out)
{
	const char *bar = "";

	for (const struct program_option *o = program_options; o->name; o++) {
		if (!o->value)
			continue;
		if (o->letter)
			str_addf(out, "%s-%c|", bar, o->letter);
		str_addf(out, "%s--%s", o->letter ? "" : bar, o->name);
		bar = "|";
	}
	for (const struct option *o = options; o->name; o++)
		if (o->value)
			str_addf(out, "|--%s", o->name);
}

/* Options of commands whose value is of a kind that can be offered. */
static void
option_kinds_add(struct str *out)
{
	for (const struct option *o = options; o->name; o++)
		if (o->value && kind_names[o->kind])
			str_addf(out, "\t--%s) kind=%s ;;\n", o->name, kind_names[o->kind]);
}

enum { KINDS = sizeof ((struct command *)0)->kinds / sizeof (enum argument_kind) };

/* For each command the kinds of its arguments and its options. */
static void
cases_add(struct str *out)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++) {
		if (!in_shell(c))
			continue;
		str_addf(out, "\t%s)\n\t\tkinds=(", c->name);
		for (size_t k = 0; k < KINDS && c->kinds[k]; k++)
			str_addf(out, "%s%s", k ? " " : "", kind_names[c->kinds[k]]
			    ? kind_names[c->kinds[k]] : "other");
		str_add(out, ")\n\t\toptions=\"");
		for (const struct option *o = options; o->name; o++)
			if (option_taken(c, o))
				str_addf(out, "--%s ", o->name);
		str_add(out, "\" ;;\n");
	}
}

/* The script, in which @name@ stands for what a function adds. */
static const char script[] =
"# Completion of alianza for bash. Made by \"alianza manual bash\": change that.\n"
"_alianza()\n"
"{\n"
"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
"\tlocal alianza=${COMP_WORDS[0]} command= pane= field= kind= words= options=\n"
"\tlocal list i n=0 kinds=()\n"
"\tCOMPREPLY=()\n"
"\n"
"\t# bash takes \"stage=active\" for three words.\n"
"\tif [[ $cur == = ]]; then\n"
"\t\tfield=$prev cur=\n"
"\telif [[ $prev == = ]]; then\n"
"\t\tfield=${COMP_WORDS[COMP_CWORD-2]}\n"
"\tfi\n"
"\n"
"\t# The command, the pane, and which argument this is.\n"
"\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
"\t\tcase ${COMP_WORDS[i]} in\n"
"\t\t@valued@)\n"
"\t\t\tif [[ ${COMP_WORDS[i+1]} == = ]]; then ((i += 2)); else ((i++)); fi ;;\n"
"\t\t-?*) ;;\n"
"\t\t=) ((i++)) ;;\n"
"\t\t*)\n"
"\t\t\tif [[ -z $command ]]; then\n"
"\t\t\t\tcommand=${COMP_WORDS[i]}\n"
"\t\t\telse\n"
"\t\t\t\t((n++)) || pane=${COMP_WORDS[i]}\n"
"\t\t\tfi ;;\n"
"\t\tesac\n"
"\tdone\n"
"\n"
"\tcase $command in\n"
"@cases@"
"\tesac\n"
"\t((n < ${#kinds[@]})) || n=$((${#kinds[@]} - 1))\n"
"\tif ((n >= 0)); then kind=${kinds[n]}; fi\n"
"\tif [[ -z $command ]]; then kind=command; fi\n"
"\n"
"\tcase ${field:-$prev} in\n"
"\t-f|--file|--script) kind=file ;;\n"
"\t--color) kind=words words=\"auto always never\" ;;\n"
"\t--format) kind=words words=\"@formats@\" ;;\n"
"@optionkinds@"
"\t@valued@) return ;;\n"
"\t*) if [[ $cur == -* ]]; then\n"
"\t\tkind=words words=\"$options@options@\"\n"
"\tfi ;;\n"
"\tesac\n"
"\n"
"\tif [[ $kind == field && -n $field ]]; then\n"
"\t\tlist=$(\"$alianza\" fields \"$pane\" 2>/dev/null |\n"
"\t\t\tawk -F, -v field=\"$field\" '$2 == field { print $5; exit }')\n"
"\t\t[[ -n $list ]] || return\n"
"\t\tkind=words words=$(for i in ${list//|/ }; do \"$alianza\" terms \"$i\"; done \\\n"
"\t\t\t2>/dev/null | awk -F, '$3 != \"code\" { print $3 }')\n"
"\tfi\n"
"\tcase $kind in\n"
"\tcommand) words=\"@commands@\" ;;\n"
"\treport) words=\"@reports@\" ;;\n"
"\tpane) words=\"@panes@\" ;;\n"
"\tlist) words=$(\"$alianza\" terms 2>/dev/null | awk -F, '!n[$1]++ && NR > 1 { print $1 }') ;;\n"
"\tfield)\n"
"\t\twords=$(\"$alianza\" fields \"$pane\" 2>/dev/null |\n"
"\t\t\tawk -F, 'NR > 1 { print $2 \"=\" }')\n"
"\t\tcompopt -o nospace 2>/dev/null ;;\n"
"\tfile)\n"
"\t\tcompopt -o filenames 2>/dev/null\n"
"\t\tlocal IFS=$'\\n'\n"
"\t\tCOMPREPLY=($(compgen -f -- \"$cur\"))\n"
"\t\treturn ;;\n"
"\tesac\n"
"\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
"}\n"
"complete -F _alianza alianza\n";

static const struct {
	const char *name;
	void (*add)(struct str *out);
} places[] = {
	{ "@cases@", cases_add }, { "@commands@", commands_add },
	{ "@formats@", formats_add }, { "@optionkinds@", option_kinds_add },
	{ "@options@", options_add },
	{ "@panes@", panes_add }, { "@reports@", reports_add }, { "@valued@", valued_add },
};

void
manual_bash(struct str *out)
{
	for (const char *p = script; *p; ) {
		size_t i = 0, count = sizeof places / sizeof *places;
		while (i < count && strncmp(p, places[i].name, strlen(places[i].name)))
			i++;
		if (i == count) {
			str_addc(out, *p++);
			continue;
		}
		places[i].add(out);
		p += strlen(places[i].name);
	}
}
