#include "config.h"

#include "app/manual.h"

#include <string.h>

#include "app/command.h"
#include "app/manual_part.h"
#include "base/i18n.h"
#include "base/utf8.h"

const struct program_option program_options[] = {
	{ "file", 'f', N_("FILE"), N_("Use this file instead of the one used last.") },
	{ "sample", 0, NULL, N_("Open a fresh copy of the sample.") },
	{ "readonly", 0, NULL, N_("Change nothing.") },
	{ "as", 0, N_("NAME"), N_("Sign what is changed with this name.") },
	{ "now", 0, N_("TIME"),
	    N_("Take this for the present moment, like 2026-11-21T10:00.") },
	{ "plain", 0, NULL, N_("Draw with letters of ASCII only.") },
	{ "color", 0, N_("WHEN"), N_("Use colour auto, always or never.") },
	{ "script", 0, N_("STEPS"),
	    N_("Play keys and commands from a file (or -) on a screen that is not shown.") },
	{ "size", 0, N_("COLUMNSxROWS"),
	    N_("Size of the screen for --script, like 80x24.") },
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

	str_addf(out, "%s\n%s\n%s\n\n",
	    _("alianza [FILE]                    open the screen"),
	    _("alianza --sample                  open a fresh copy of the sample"),
	    _("alianza [-f FILE] COMMAND ...     do one thing and end"));
	str_addf(out, "%s\n", _("Commands:"));
	for (int i = 0; (c = command_at(i)); i++) {
		if (c->flags & C_SCREEN)
			continue;
		str_cut(&head, 0);
		str_addf(&head, "  %s%s%s", c->name, c->args ? " " : "",
		    c->args ? _(c->args) : "");
		usage_line(out, str_text(&head), first_sentence(_(c->help), &keep));
	}
	str_addf(out, "\n%s\n", _("Options:"));
	for (const struct program_option *o = program_options; o->name; o++) {
		str_cut(&head, 0);
		str_add(&head, "  ");
		if (o->letter)
			str_addf(&head, "-%c, ", o->letter);
		str_addf(&head, "--%s%s%s", o->name, o->value ? " " : "",
		    o->value ? _(o->value) : "");
		usage_line(out, str_text(&head), _(o->help));
	}
	str_addf(out, "\n%s\n",
	    _("\"alianza help COMMAND\" tells more; \"man alianza\" tells everything."));
	str_free(&head);
	str_free(&keep);
}

/* --- Parts --- */

static const struct {
	const char *name;
	void (*write)(struct str *out);
} parts[] = {
	{ "commands", manual_commands }, { "options", manual_options },
	{ "fields", manual_fields }, { "panes", manual_panes },
	{ "reports", manual_reports }, { "terms", manual_terms },
	{ "tables", manual_tables }, { "bash", manual_bash },
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
