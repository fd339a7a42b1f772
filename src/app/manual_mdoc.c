/* Parts of the manual pages, in mdoc(7). */
#include "config.h"

#include "app/manual_part.h"

#include <stdio.h>
#include <string.h>

#include "app/command.h"
#include "app/keymap.h"
#include "app/manual.h"
#include "app/report.h"
#include "model/entity.h"
#include "model/term.h"

/* --- Text --- */

/* A minus where something typed begins, a hyphen elsewhere. */
static void
text_add(struct str *out, const char *s, size_t n)
{
	char before = ' ';

	if (n && (*s == '.' || *s == '\''))
		str_add(out, "\\&");
	for (size_t i = 0; i < n; before = s[i++])
		if (s[i] == '\\')
			str_add(out, "\\e");
		else if (s[i] == '"')
			str_add(out, "\\(dq");
		else if (s[i] == '-' && strchr(" -(\"", before))
			str_add(out, "\\-");
		else
			str_addc(out, s[i]);
}

/* mdoc wants each sentence on a line of its own. */
static void
sentences_add(struct str *out, const char *s)
{
	const char *end;

	for (; (end = strstr(s, ". ")); s = end + 2) {
		text_add(out, s, (size_t)(end - s) + 1);
		str_addc(out, '\n');
	}
	text_add(out, s, strlen(s));
	str_addc(out, '\n');
}

/* Words joined by '|' as a list: "a, b, c". */
static void
joined_add(struct str *out, const char *joined)
{
	char word[64];

	for (int i = 0; joined_word(joined, i, word); i++)
		str_addf(out, "%s%s", i ? ", " : "", word);
}

/* One word of a synopsis: "WHICH...", "FILE|-", "field=value". */
static void
argument_add(struct str *out, const char *word, size_t n)
{
	size_t dots = n > 3 && !memcmp(word + n - 3, "...", 3) ? 3 : 0;
	size_t or = n > 2 && !memcmp(word + n - 2, "|-", 2) ? 2 : 0;

	str_add(out, " Ar ");
	text_add(out, word, n - dots - or);
	if (dots)
		str_add(out, " Ns ...");
	if (or)
		str_add(out, " | Fl");
}

/* "PANE [FILTER...]" as arguments of a macro. */
static void
synopsis_add(struct str *out, const char *args)
{
	size_t n, open, close;

	for (const char *p = args; *p; p += n + strspn(p + n, " ")) {
		n = strcspn(p, " ");
		open = *p == '[';
		close = p[n - 1] == ']';
		if (open)
			str_add(out, " Oo");
		argument_add(out, p + open, n - open - close);
		if (close)
			str_add(out, " Oc");
	}
}

/* --- Commands and options --- */

static void
option_item(struct str *out, char letter, const char *name, const char *value,
    const char *help)
{
	str_add(out, ".It ");
	if (letter)
		str_addf(out, "Fl %c , ", letter);
	str_addf(out, "Fl \\-%s", name);
	if (value) {
		str_add(out, " Ar ");
		text_add(out, value, strlen(value));
	}
	str_addc(out, '\n');
	sentences_add(out, help);
}

static void
keys_add(struct str *out, const struct command *c)
{
	char key[KEYMAP_KEY];
	const char *in;
	size_t n;

	if (!c->keys)
		return;
	str_add(out, ".br\nKeys: ");
	for (int i = 0; keymap_key(c, NULL, i, key, &in, &n); i++) {
		str_add(out, i ? ", " : "");
		text_add(out, key, strlen(key));
		if (n)
			str_addf(out, " (in a %.*s)", (int)n, in);
	}
	str_add(out, ".\n");
}

static void
command_item(struct str *out, const struct command *c)
{
	str_addf(out, ".It Ic %s", c->name);
	if (c->args)
		synopsis_add(out, c->args);
	str_addc(out, '\n');
	sentences_add(out, c->help);
	keys_add(out, c);
	if (!c->options)
		return;
	str_add(out, ".Bl -tag -width Ds -compact\n");
	for (const struct option *o = options; o->name; o++)
		if (option_taken(c, o))
			option_item(out, 0, o->name, o->value, o->help);
	str_add(out, ".El\n");
}

static void
commands_add(struct str *out, const char *heading, unsigned screen)
{
	const struct command *c;

	str_addf(out, ".Ss %s\n.Bl -tag -width Ds\n", heading);
	for (int i = 0; (c = command_at(i)); i++)
		if ((c->flags & C_SCREEN) == screen)
			command_item(out, c);
	str_add(out, ".El\n");
}

void
manual_commands(struct str *out)
{
	commands_add(out, "Shell and screen", 0);
	commands_add(out, "Screen only", C_SCREEN);
}

void
manual_options(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (const struct program_option *o = program_options; o->name; o++)
		option_item(out, o->letter, o->name, o->value, o->help);
	str_add(out, ".El\n");
}

void
manual_panes(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (const struct pane *p = panes; p->name; p++) {
		str_addf(out, ".It Cm %s\n", p->name);
		sentences_add(out, p->help);
		if (p->key)
			str_addf(out, "Key: %c.\n", p->key);
	}
	str_add(out, ".El\n");
}

/* --- Reports --- */

void
manual_reports(struct str *out)
{
	const struct report *r;

	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; (r = report_at(i)); i++) {
		str_addf(out, ".It Cm %s", r->name);
		if (r->pane)
			str_addf(out, r->optional ? " Op Ar %s" : " Ar %s",
			    pane_find(r->pane)->singular);
		str_addc(out, '\n');
		sentences_add(out, r->help);
		str_add(out, "Formats: ");
		for (const char *p = r->formats; *p; p++)
			str_add(out, *p == ' ' ? ", " : (const char[]){ *p, '\0' });
		str_addf(out, ".\nKeys: X %c.\n", r->key);
	}
	str_add(out, ".El\n");
}

/* --- Fields --- */

/* "term of stage; required, title" */
static void
field_kind(struct str *out, const struct field *f)
{
	struct str flags = { 0 };

	str_add(out, f->type->name);
	if (f->list) {
		str_add(out, " of ");
		joined_add(out, f->list);
	}
	if (f->refs) {
		str_add(out, " to ");
		joined_add(out, f->refs);
	}
	field_flags(f, &flags);
	for (const char *p = str_text(&flags); *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		str_addf(out, "%s%.*s", p == flags.s ? "; " : ", ", (int)n, p);
		p += n;
	}
	str_free(&flags);
}

static void
field_items(struct str *out, const struct field *f)
{
	str_add(out, ".Bl -tag -width Ds -compact\n");
	for (; f->name; f++) {
		str_addf(out, ".It Va %s Pq \"", f->name);
		field_kind(out, f);
		str_add(out, "\"\n");
		sentences_add(out, f->help);
	}
	str_add(out, ".El\n");
}

void
manual_fields(struct str *out)
{
	str_add(out, ".Ss Every record\n");
	field_items(out, common_fields);
	for (int k = 0; entities[k]; k++) {
		if (entities[k]->flags & E_INTERNAL)
			continue;
		str_addf(out, ".Ss %s\n", entities[k]->name);
		sentences_add(out, entities[k]->help);
		str_add(out, ".Pp\n");
		field_items(out, entities[k]->fields);
	}
}

/* --- The file --- */

/* Name, number, type of the column, what it holds; fields without a column of their
 * own are rows of item. */
static void
column_rows(struct str *out, const struct field *f)
{
	str_add(out, ".Bl -column \"stay_in_touch_late\" \"9999\" \"INTEGER\"\n"
	    ".It Em column Ta Em number Ta Em type Ta Em holds\n");
	for (; f->name; f++) {
		if (!field_is_column(f) && !field_is_multi(f))
			continue;
		str_addf(out, ".It Va %s Ta %d Ta %s Ta ", f->name, f->number,
		    field_is_multi(f) ? "item" : f->type->sql);
		str_add(out, f->type->name);
		if (f->list || f->refs)
			str_add(out, f->list ? " of " : " to ");
		joined_add(out, f->list ? f->list : f->refs);
		str_addc(out, '\n');
	}
	str_add(out, ".El\n");
}

void
manual_tables(struct str *out)
{
	str_add(out, ".Ss Every table\n");
	column_rows(out, common_fields);
	for (int k = 0; entities[k]; k++) {
		str_addf(out, ".Ss %s (%d)\n", entities[k]->name, entities[k]->number);
		sentences_add(out, entities[k]->help);
		column_rows(out, entities[k]->fields);
	}
}

void
manual_terms(struct str *out)
{
	const char *list;
	const struct term *t;

	str_add(out, ".Bl -tag -width Ds -compact\n");
	for (int i = 0; (list = term_list_at(i)); i++) {
		str_addf(out, ".It Cm %s\n", list);
		for (int k = 0; (t = term_at(list, k)); k++)
			str_addf(out, "%s%s", k ? ",\n" : "", t->code);
		str_add(out, ".\n");
	}
	str_add(out, ".El\n");
}
