#include "config.h"

#include "ui/complete.h"

#include <string.h>

#include "app/command.h"
#include "app/report.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "model/term.h"
#include "store/tally.h"

bool
complete_begins(const char *word, const char *typed, size_t n)
{
	struct str a = { 0 }, b = { 0 };

	fold_add(&a, typed, n);
	fold_add(&b, word, strlen(word));
	bool begins = !strncmp(str_text(&b), str_text(&a), a.len);
	str_free(&a);
	str_free(&b);
	return begins;
}

static void
word_add(struct completion *c, const char *word)
{
	for (int i = 0; i < c->count; i++)
		if (!strcmp(c->words[i], word))
			return;
	if (c->count < COMPLETE_MAX)
		c->words[c->count++] = word;
}

static void
offer(struct completion *c, const char *typed, size_t n, const char *word)
{
	if (complete_begins(word, typed, n))
		word_add(c, word);
}

/* No name begins so: words of label and help may say what is meant. */
static void
commands_by_help(struct completion *c, const char *typed, size_t n)
{
	struct str folded = { 0 };
	const struct command *cmd;

	fold_add(&folded, typed, n);
	for (int i = 0; folded.len && (cmd = command_at(i)); i++)
		if (!(cmd->flags & C_SHELL) && c->count < COMPLETE_MAX
		    && (fold_contains(_(cmd->label), strlen(_(cmd->label)), folded.s, folded.len)
		    || fold_contains(_(cmd->help), strlen(_(cmd->help)), folded.s, folded.len)))
			c->words[c->count++] = cmd->name;
	str_free(&folded);
}

static void
commands_offer(struct completion *c, const char *typed, size_t n)
{
	const struct command *cmd;

	for (int i = 0; (cmd = command_at(i)); i++)
		if (!(cmd->flags & C_SHELL))
			offer(c, typed, n, cmd->name);
}

/* By the name, or by what it is called on the screen; words with a blank between would
 * be two words of the line. */
static void
panes_offer(struct completion *c, const char *typed, size_t n)
{
	for (const struct pane *p = panes; p->name; p++) {
		const char *label = _(p->label);
		if (complete_begins(p->name, typed, n))
			word_add(c, p->name);
		else if (complete_begins(label, typed, n))
			word_add(c, strchr(label, ' ') ? p->name : label);
	}
}

static void
fields_offer(struct completion *c, const struct pane *pane, const char *typed, size_t n,
    struct arena *mem)
{
	const struct entity *ents[2] = { NULL, NULL };
	const struct field *f;

	if (!pane)
		return;
	ents[0] = entity_find(pane->entity);
	if (pane->through)
		ents[1] = entity_find(pane->through);
	for (int k = 0; k < 2 && ents[k]; k++)
		for (int i = 0; (f = entity_field(ents[k], i)); i++)
			offer(c, typed, n, arena_printf(mem, "%s=", f->name));
}

/* Codes behind "field=". */
static bool
terms_offer(struct completion *c, const struct pane *pane, const char *word, size_t n,
    struct arena *mem)
{
	const char *eq = memchr(word, '=', n);
	const struct field *f = NULL;
	char list[64];
	const struct term *t;

	if (!eq || !pane)
		return false;
	const char *name = arena_dup(mem, word, (size_t)(eq - word));
	f = field_find(entity_find(pane->entity), name);
	if (!f && pane->through)
		f = field_find(entity_find(pane->through), name);
	for (int i = 0; f && f->list && joined_word(f->list, i, list); i++)
		for (int k = 0; (t = term_at(list, k)); k++)
			offer(c, word, n, arena_printf(mem, "%s=%s", name, t->code));
	return true;
}

/* Where the references in front of the last '.' lead: the entity, or NULL. */
static const struct entity *
entity_behind(const struct entity *ent, const char *typed, size_t n, struct arena *mem)
{
	char name[64];

	for (size_t at = 0, len; ent && at < n; at += len + 1) {
		len = strcspn(typed + at, ".");
		const char *part = arena_dup(mem, typed + at, len);
		const struct field *f = field_find(ent, part);
		ent = !f ? entity_find(part) : f->type->is_ref && joined_word(f->refs, 0, name)
		    ? entity_find(name) : NULL;
	}
	return ent;
}

/* Columns to count by, also behind references; of a date its stretches too. */
static void
columns_offer(struct completion *c, const struct pane *pane, const char *typed, size_t n,
    struct arena *mem)
{
	const struct entity *ent = pane ? entity_find(pane->entity) : NULL;
	const struct field *f;
	size_t way = n;

	while (way > 0 && typed[way - 1] != '.')
		way--;
	ent = entity_behind(ent, typed, way, mem);
	for (int i = 0; ent && (f = entity_field(ent, i)); i++) {
		offer(c, typed, n, arena_printf(mem, "%.*s%s", (int)way, typed, f->name));
		for (int k = TALLY_YEAR; f->type->is_date && tally_part_name(k); k++)
			offer(c, typed, n, arena_printf(mem, "%.*s%s:%s", (int)way, typed, f->name,
			    tally_part_name(k)));
	}
}

static void
reports_offer(struct completion *c, const char *typed, size_t n)
{
	const struct report *r;

	for (int i = 0; (r = report_at(i)); i++)
		offer(c, typed, n, r->name);
}

static void
options_offer(struct completion *c, const struct command *cmd, const char *typed, size_t n,
    struct arena *mem)
{
	for (const struct option *o = options; o->name; o++)
		if (option_taken(cmd, o))
			offer(c, typed, n, arena_printf(mem, "--%s%s", o->name, o->value ? "=" : ""));
}

static enum argument_kind
kind_of(const struct command *cmd, int i)
{
	int last = 0;

	for (int k = 0; k < 4 && cmd->kinds[k] != ARG_NONE; k++)
		last = k;
	return cmd->kinds[i < last ? i : last];
}

static size_t
word_begin(const char *text, size_t n)
{
	while (n > 0 && text[n - 1] != ' ')
		n--;
	return n;
}

/* The first word: a command by its name, else a list, else a command by what it does. */
static void
first_offer(struct completion *out, const char *word, size_t length)
{
	commands_offer(out, word, length);
	if (length)
		panes_offer(out, word, length);
	if (!out->count)
		commands_by_help(out, word, length);
}

/* An argument, of the kind that the command takes in this place. */
static void
argument_offer(struct completion *out, enum argument_kind kind, const struct pane *pane,
    const char *word, size_t length, struct arena *mem)
{
	switch (kind) {
	case ARG_REPORT:
		reports_offer(out, word, length);
		break;
	case ARG_PANE:
		panes_offer(out, word, length);
		break;
	case ARG_COMMAND:
		commands_offer(out, word, length);
		break;
	case ARG_FILTER:
	case ARG_ASSIGNMENT:
		if (!terms_offer(out, pane, word, length, mem))
			fields_offer(out, pane, word, length, mem);
		break;
	case ARG_COLUMN:
		columns_offer(out, pane, word, length, mem);
		break;
	default:
		break;
	}
}

void
complete_command(const char *text, size_t n, struct arena *mem, struct completion *out)
{
	const char **words;
	int count;

	*out = (struct completion){ .from = word_begin(text, n) };
	const char *word = text + out->from;
	size_t length = n - out->from;
	if (!words_split(arena_dup(mem, text, out->from), mem, &words, &count, NULL))
		return;
	const struct command *cmd = count ? command_find(words[0]) : NULL;
	if (!count)
		first_offer(out, word, length);
	else if (cmd && length && *word == '-')
		options_offer(out, cmd, word, length, mem);
	else if (cmd)
		argument_offer(out, kind_of(cmd, count - 1), count > 1 ? pane_find(words[1]) : NULL,
		    word, length, mem);
}

void
complete_tally(const struct pane *pane, const char *text, size_t n, struct arena *mem,
    struct completion *out)
{
	size_t from = n;

	while (from > 0 && !strchr(" ,", text[from - 1]))
		from--;
	*out = (struct completion){ .from = from };
	columns_offer(out, pane, text + from, n - from, mem);
}

void
complete_filter(const struct pane *pane, const char *text, size_t n, struct arena *mem,
    struct completion *out)
{
	*out = (struct completion){ .from = word_begin(text, n) };
	if (!terms_offer(out, pane, text + out->from, n - out->from, mem))
		fields_offer(out, pane, text + out->from, n - out->from, mem);
}

void
complete_columns(const struct pane *pane, const char *text, size_t n, struct arena *mem,
    struct completion *out)
{
	const struct entity *ent = entity_find(pane->entity);
	const struct field *f;
	size_t from = n;

	(void)mem;
	while (from > 0 && !strchr(" ,-", text[from - 1]))
		from--;
	*out = (struct completion){ .from = from };
	for (int i = 0; (f = entity_field(ent, i)); i++)
		offer(out, text + from, n - from, f->name);
}
