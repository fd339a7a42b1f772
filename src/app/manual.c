#include "config.h"

#include "app/manual.h"

#include <string.h>

#include "app/command.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "model/term.h"

const struct program_option program_options[] = {
	{ "file", 'f', N_("FILE"), N_("Use this file instead of the one used last.") },
	{ "sample", 0, NULL, N_("Open a fresh copy of the sample.") },
	{ "readonly", 0, NULL, N_("Change nothing.") },
	{ "as", 0, N_("NAME"), N_("Sign what is changed with this name.") },
	{ "now", 0, N_("TIME"), N_("Take this for the present moment, like 2026-11-21T10:00.") },
	{ "plain", 0, NULL, N_("Draw with letters of ASCII only.") },
	{ "color", 0, N_("WHEN"), N_("Use colour auto, always or never.") },
	{ "script", 0, N_("STEPS"), N_("Play keys and commands from a file (or -) on a screen that is not shown.") },
	{ "size", 0, N_("COLUMNSxROWS"), N_("Size of the screen for --script, like 80x24.") },
	{ "help", 'h', NULL, N_("Tell how alianza is used.") },
	{ "version", 'V', NULL, N_("Print the version.") },
	{ NULL, 0, NULL, NULL }
};

static const struct {
	unsigned flag;
	const char *word;
} flag_words[] = {
	{ F_REQUIRED, "required" }, { F_TITLE, "title" }, { F_COMPUTED, "computed" },
	{ F_CONTACT, "contact" }, { F_WIKITEXT, "wikitext" }, { F_MULTI, "several" },
	{ F_OTHER_NAME, "other-name" }, { F_CODE, "code" }, { F_STAGE, "stage" },
};

void
field_flags(const struct field *f, struct str *out)
{
	size_t start = out->len;

	for (size_t i = 0; i < sizeof flag_words / sizeof *flag_words; i++)
		if (f->flags & flag_words[i].flag)
			str_addf(out, "%s%s", out->len > start ? " " : "", flag_words[i].word);
	if (f->via)
		str_addf(out, "%svia", out->len > start ? " " : "");
}

/* --- Usage --- */

static void
usage_line(struct str *out, const char *head, const char *help)
{
	size_t n = strlen(head);

	if (n <= 34)
		utf8_fit(out, head, n, 34, false, 0);
	else
		str_addf(out, "%s\n%34s", head, "");
	str_addf(out, " %s\n", help);
}

/* The first sentence of a help text. */
static const char *
first_sentence(const char *help, struct str *keep)
{
	const char *end = strstr(help, ". ");

	str_cut(keep, 0);
	str_addn(keep, help, end ? (size_t)(end - help) + 1 : strlen(help));
	return str_text(keep);
}

void
manual_usage(struct str *out)
{
	struct str head = { 0 }, keep = { 0 };
	const struct command *c;

	str_addf(out, "%s\n%s\n%s\n\n", _("alianza [FILE]                    open the screen"),
	    _("alianza --sample                  open a fresh copy of the sample"),
	    _("alianza [-f FILE] COMMAND ...     do one thing and end"));
	str_addf(out, "%s\n", _("Commands:"));
	for (int i = 0; (c = command_at(i)); i++) {
		if (c->flags & C_SCREEN)
			continue;
		str_cut(&head, 0);
		str_addf(&head, "  %s%s%s", c->name, c->args ? " " : "", c->args ? _(c->args) : "");
		usage_line(out, str_text(&head), first_sentence(_(c->help), &keep));
	}
	str_addf(out, "\n%s\n", _("Options:"));
	for (const struct program_option *o = program_options; o->name; o++) {
		str_cut(&head, 0);
		str_add(&head, "  ");
		if (o->letter)
			str_addf(&head, "-%c, ", o->letter);
		str_addf(&head, "--%s%s%s", o->name, o->value ? " " : "", o->value ? _(o->value) : "");
		usage_line(out, str_text(&head), _(o->help));
	}
	str_addf(out, "\n%s\n", _("\"alianza help COMMAND\" tells more; \"man alianza\" tells everything."));
	str_free(&head);
	str_free(&keep);
}

/* --- mdoc --- */

/* Text of ours inside mdoc: a leading dot or quote and every backslash guarded. */
static void
mdoc_text(struct str *out, const char *s)
{
	if (*s == '.' || *s == '\'')
		str_add(out, "\\&");
	for (; *s; s++)
		if (*s == '\\')
			str_add(out, "\\e");
		else if (*s == '"')
			str_add(out, "\\(dq");
		else if (*s == '-')
			str_add(out, "\\-");
		else
			str_addc(out, *s);
}

static void
mdoc_sentences(struct str *out, const char *s)
{
	const char *end;

	while ((end = strstr(s, ". "))) {
		struct str one = { 0 };
		str_addn(&one, s, (size_t)(end - s) + 1);
		mdoc_text(out, str_text(&one));
		str_addc(out, '\n');
		str_free(&one);
		s = end + 2;
	}
	mdoc_text(out, s);
	str_addc(out, '\n');
}

static void
part_commands(struct str *out)
{
	const struct command *c;

	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; (c = command_at(i)); i++) {
		str_addf(out, ".It Ic %s", c->name);
		if (c->args) {
			str_add(out, " Ar ");
			mdoc_text(out, c->args);
		}
		str_addc(out, '\n');
		mdoc_sentences(out, c->help);
		if (c->keys)
			str_addf(out, "Keys: %s.\n", c->keys);
		for (const struct option *o = options; o->name; o++) {
			if (!option_taken(c, o))
				continue;
			str_addf(out, ".Pp\n.Fl \\-%s", o->name);
			if (o->value) {
				str_add(out, " Ar ");
				mdoc_text(out, o->value);
			}
			str_addc(out, '\n');
			mdoc_sentences(out, o->help);
		}
	}
	str_add(out, ".El\n");
}

static void
part_options(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (const struct program_option *o = program_options; o->name; o++) {
		str_add(out, ".It ");
		if (o->letter)
			str_addf(out, "Fl %c , ", o->letter);
		str_addf(out, "Fl \\-%s%s%s\n", o->name, o->value ? " Ar " : "",
		    o->value ? o->value : "");
		mdoc_sentences(out, o->help);
	}
	str_add(out, ".El\n");
}

static void
part_field(struct str *out, const struct field *f)
{
	struct str flags = { 0 };

	field_flags(f, &flags);
	str_addf(out, ".It Va %s Pq %s%s%s%s%s%s\n", f->name, f->type->name,
	    f->list ? " of " : "", f->list ? f->list : "",
	    f->refs ? " to " : "", f->refs ? f->refs : "", "");
	mdoc_sentences(out, f->help);
	if (flags.len)
		str_addf(out, "Flags: %s.\n", flags.s);
	str_free(&flags);
}

static void
part_fields(struct str *out)
{
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		if (entities[k]->flags & E_INTERNAL)
			continue;
		str_addf(out, ".Ss %s\n", entities[k]->name);
		mdoc_sentences(out, entities[k]->help);
		str_add(out, ".Bl -tag -width Ds\n");
		for (f = entities[k]->fields; f->name; f++)
			part_field(out, f);
		str_add(out, ".El\n");
	}
	str_add(out, ".Ss every record\n.Bl -tag -width Ds\n");
	for (f = common_fields; f->name; f++)
		part_field(out, f);
	str_add(out, ".El\n");
}

static void
part_panes(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (const struct pane *p = panes; p->name; p++) {
		str_addf(out, ".It Cm %s\n", p->name);
		mdoc_sentences(out, p->help);
	}
	str_add(out, ".El\n");
}

static void
part_terms(struct str *out)
{
	const char *list;
	const struct term *t;

	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; (list = term_list_at(i)); i++) {
		str_addf(out, ".It Cm %s\n", list);
		for (int k = 0; (t = term_at(list, k)); k++)
			str_addf(out, "%s%s", k ? ", " : "", t->code);
		str_add(out, ".\n");
	}
	str_add(out, ".El\n");
}

/* Tables of the file: number and SQL of each entity's columns. */
static void
part_tables(struct str *out)
{
	const struct field *f;

	for (int k = 0; entities[k]; k++) {
		str_addf(out, ".Ss %s (%d)\n", entities[k]->name, entities[k]->number);
		mdoc_sentences(out, entities[k]->help);
		str_add(out, ".Bl -column organisation 9999 INTEGER xxxxxxxxxxxxxxxxxxxx\n");
		for (int i = 0; (f = entity_field(entities[k], i)); i++)
			if (field_is_column(f) || field_is_multi(f))
				str_addf(out, ".It Va %s Ta %d Ta %s Ta %s\n", f->name, f->number,
				    field_is_multi(f) ? "item" : f->type->sql, f->type->name);
		str_add(out, ".El\n");
	}
}

/* --- Completion --- */

static void
words_of_commands(struct str *out)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++)
		if (!(c->flags & C_SCREEN))
			str_addf(out, "%s%s", i ? " " : "", c->name);
}

static void
bash_options(struct str *out)
{
	const struct command *c;

	for (int i = 0; (c = command_at(i)); i++) {
		if (!c->options)
			continue;
		str_addf(out, "\t%s) words=\"", c->name);
		for (const struct option *o = options; o->name; o++)
			if (option_taken(c, o))
				str_addf(out, " --%s", o->name);
		str_add(out, "\" ;;\n");
	}
}

static void
part_bash(struct str *out)
{
	struct str commands = { 0 };

	words_of_commands(&commands);
	str_add(out, "# Completion of alianza for bash, made by \"alianza manual bash\".\n"
	    "_alianza()\n{\n\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	    "\tlocal command= pane= words= i\n\tCOMPREPLY=()\n"
	    "\tfor ((i = 1; i < COMP_CWORD; i++)); do\n"
	    "\t\tcase ${COMP_WORDS[i]} in\n\t\t-f|--file|--as|--now|--color|--script|--size) ((i++)) ;;\n"
	    "\t\t-*) ;;\n\t\t*) if [[ -z $command ]]; then command=${COMP_WORDS[i]}\n"
	    "\t\t   elif [[ -z $pane ]]; then pane=${COMP_WORDS[i]}; fi ;;\n\t\tesac\n\tdone\n"
	    "\tcase $prev in\n\t-f|--file|--script|--skip-bad) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n\tesac\n"
	    "\tif [[ -z $command ]]; then\n"
	    "\t\tif [[ $cur == -* ]]; then words=\"");
	for (const struct program_option *o = program_options; o->name; o++)
		str_addf(out, " --%s", o->name);
	str_addf(out, "\"\n\t\telse words=\"%s\"; fi\n", str_text(&commands));
	str_add(out, "\telif [[ $cur == -* ]]; then\n\t\tcase $command in\n");
	bash_options(out);
	str_add(out, "\t\tesac\n\telif [[ $command == help ]]; then words=\"");
	str_add(out, str_text(&commands));
	str_add(out, "\"\n\telif [[ -z $pane ]]; then words=\"");
	for (const struct pane *p = panes; p->name; p++)
		str_addf(out, "%s ", p->name);
	str_add(out, "all\"\n\telse\n\t\twords=$(alianza fields \"$pane\" 2>/dev/null |"
	    " sed -n 's/^[^,]*,\\([^,]*\\),.*/\\1=/p' | tail -n +2)\n\t\tcompopt -o nospace\n\tfi\n"
	    "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	    "\tif [[ -z $words || ( $command == import || $command == export ) && -n $pane ]]; then\n"
	    "\t\tCOMPREPLY+=($(compgen -f -- \"$cur\"))\n\tfi\n}\n"
	    "complete -o filenames -F _alianza alianza\n");
	str_free(&commands);
}

static const struct {
	const char *name;
	void (*write)(struct str *out);
} parts[] = {
	{ "commands", part_commands }, { "options", part_options }, { "fields", part_fields },
	{ "panes", part_panes }, { "terms", part_terms }, { "tables", part_tables },
	{ "bash", part_bash },
};

bool
manual_part(const char *name, struct str *out, struct error *e)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (!strcmp(parts[i].name, name)) {
			parts[i].write(out);
			return true;
		}
	return set_error(e, STATUS_USAGE, _("The manual has no part \"%s\"."), name);
}
