#include "config.h"

#include "ui/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "ui/complete.h"

/* What stands before the text. */
static const char *const signs[PROMPT_KINDS] = {
	[PROMPT_COMMAND] = ":", [PROMPT_FILTER] = "/", [PROMPT_FILE] = N_("Write to: "),
	[PROMPT_SORT] = N_("Sort by: "), [PROMPT_COLUMNS] = N_("Columns: "),
	[PROMPT_FREQUENCY] = N_("Count by: "), [PROMPT_CROSS] = N_("Cross-table of: "),
	[PROMPT_ANSWER] = "> "
};

static void
offers_forget(struct prompt *p)
{
	str_cut(&p->offers, 0);
	p->tab = -1;
}

static void
text_set(struct prompt *p, const char *text)
{
	str_set(&p->text, text);
	p->cursor = p->text.len;
}

void
prompt_open(struct prompt *p, enum prompt_kind kind, const char *text)
{
	p->open = true;
	p->kind = kind;
	str_set(&p->before, text);
	text_set(p, text);
	p->proposed = *text && (kind == PROMPT_SORT || kind == PROMPT_FILE);
	p->line = p->lines[kind].count;
	offers_forget(p);
}

static void
remember(struct prompt_lines *l, const char *text)
{
	if (!*text || (l->count && !strcmp(l->lines[l->count - 1], text)))
		return;
	if (l->count == PROMPT_LINES) {
		free(l->lines[0]);
		memmove(l->lines, l->lines + 1, (PROMPT_LINES - 1) * sizeof *l->lines);
		l->count--;
	}
	l->lines[l->count++] = xstrdup(text);
}

void
prompt_close(struct prompt *p)
{
	p->open = false;
	remember(&p->lines[p->kind], str_text(&p->text));
	offers_forget(p);
}

void
prompt_free(struct prompt *p)
{
	for (int k = 0; k < PROMPT_KINDS; k++)
		for (int i = 0; i < p->lines[k].count; i++)
			free(p->lines[k].lines[i]);
	str_free(&p->text);
	str_free(&p->before);
	str_free(&p->offers);
	str_free(&p->tab_typed);
}

/* --- Editing --- */

static void
replace(struct prompt *p, size_t from, size_t to, const char *s, size_t n)
{
	struct str text = { 0 };

	str_addn(&text, str_text(&p->text), from);
	str_addn(&text, s, n);
	str_add(&text, str_text(&p->text) + to);
	str_set(&p->text, str_text(&text));
	p->cursor = from + n;
	str_free(&text);
}

/* Invalid bytes and NUL never get into a command; they are passed over. */
bool
prompt_insert(struct prompt *p, const char *s, size_t n)
{
	struct str clean = { 0 };
	if (p->proposed)
		text_set(p, "");
	p->proposed = false;
	size_t i = 0, room = p->text.len < PROMPT_MAX ? PROMPT_MAX - p->text.len : 0;

	for (size_t taken; i < n && clean.len < room; i += taken) {
		uint32_t cp;
		taken = utf8_decode(s + i, n - i, &cp);
		if (cp == '\n' || cp == '\t')
			str_addc(&clean, ' ');
		else if (utf8_valid(s + i, taken, NULL))
			str_addn(&clean, s + i, taken);
	}
	replace(p, p->cursor, p->cursor, str_text(&clean), clean.len);
	str_free(&clean);
	offers_forget(p);
	return i == n;
}

static size_t
before(const struct prompt *p)
{
	return p->cursor - (p->cursor ? utf8_prev(p->text.s, p->cursor) : 0);
}

static size_t
after(const struct prompt *p)
{
	size_t rest = p->text.len - p->cursor;

	return p->cursor + (rest ? utf8_next(p->text.s + p->cursor, rest) : 0);
}

static size_t
word_before(const struct prompt *p)
{
	size_t at = p->cursor;

	while (at > 0 && p->text.s[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.s[at - 1] != ' ')
		at--;
	return at;
}

static size_t
word_after(const struct prompt *p)
{
	size_t at = p->cursor;

	while (at < p->text.len && p->text.s[at] == ' ')
		at++;
	while (at < p->text.len && p->text.s[at] != ' ')
		at++;
	return at;
}

static void
line_turn(struct prompt *p, int by)
{
	struct prompt_lines *l = &p->lines[p->kind];
	int to = p->line + by;

	if (to < 0 || to > l->count)
		return;
	p->line = to;
	text_set(p, to < l->count ? l->lines[to] : str_text(&p->before));
}

/* --- Tab --- */

static size_t
common(const struct completion *c)
{
	size_t n = strlen(c->words[0]);

	for (int i = 1; i < c->count; i++)
		while (n && strncmp(c->words[0], c->words[i], n))
			n--;
	return n;
}

static void
offers_show(struct prompt *p, const struct completion *c)
{
	str_cut(&p->offers, 0);
	for (int i = 0; i < c->count; i++)
		str_addf(&p->offers, "%s%s", i ? "  " : "", c->words[i]);
}

/* First as far as all agree, then one after the other. */
static void
word_turn(struct prompt *p, const struct completion *c, int by)
{
	size_t typed = p->cursor - c->from, n = common(c);

	if (c->count == 1) {
		const char *word = c->words[0];
		size_t length = strlen(word);
		replace(p, c->from, p->cursor, word, length);
		if (word[length - 1] != '=' && p->kind <= PROMPT_FILTER)
			prompt_insert(p, " ", 1);
		offers_forget(p);
	} else if (n > typed && p->tab < 0) {
		replace(p, c->from, p->cursor, c->words[0], n);
		offers_show(p, c);
	} else {
		p->tab = p->tab < 0 ? (by > 0 ? 0 : c->count - 1)
		    : (p->tab + by + c->count) % c->count;
		offers_show(p, c);
		replace(p, c->from, p->cursor, c->words[p->tab], strlen(c->words[p->tab]));
	}
}

static void
complete(struct prompt *p, int by)
{
	struct arena mem = { 0 };
	struct completion c;

	if (p->tab < 0)
		str_set(&p->tab_typed, str_text(&p->text));
	const char *text = str_text(&p->tab_typed);
	size_t n = p->tab < 0 ? p->cursor : p->tab_from;
	if (p->kind == PROMPT_COMMAND)
		complete_command(text, n, &mem, &c);
	else if (p->kind == PROMPT_FILTER)
		complete_filter(p->pane, text, n, &mem, &c);
	else if (p->kind == PROMPT_SORT || p->kind == PROMPT_COLUMNS)
		complete_columns(p->pane, text, n, &mem, &c);
	else if (p->kind == PROMPT_FREQUENCY || p->kind == PROMPT_CROSS)
		complete_tally(p->pane, text, n, &mem, &c);
	else
		c.count = 0;
	if (p->tab < 0)
		p->tab_from = p->cursor;
	if (c.count)
		word_turn(p, &c, by);
	arena_free(&mem);
}

/* --- Keys --- */

enum edit {
	LEFT, RIGHT, WORD_LEFT, WORD_RIGHT, BEGIN, END, ERASE, DELETE, ERASE_WORD, ERASE_BEGIN,
	ERASE_END, OLDER, NEWER, TURN, TURN_BACK, ACCEPT, CANCEL
};

static const struct {
	const char *key;
	enum edit edit;
} edits[] = {
	{ "Left", LEFT }, { "^B", LEFT }, { "Right", RIGHT }, { "^F", RIGHT },
	{ "C-Left", WORD_LEFT }, { "A-b", WORD_LEFT }, { "C-Right", WORD_RIGHT },
	{ "A-f", WORD_RIGHT }, { "Home", BEGIN }, { "^A", BEGIN }, { "End", END },
	{ "^E", END }, { "BS", ERASE }, { "Del", DELETE }, { "^D", DELETE },
	{ "^W", ERASE_WORD }, { "A-BS", ERASE_WORD }, { "^U", ERASE_BEGIN },
	{ "^K", ERASE_END }, { "Up", OLDER }, { "^P", OLDER }, { "Down", NEWER },
	{ "^N", NEWER }, { "Tab", TURN }, { "S-Tab", TURN_BACK }, { "Enter", ACCEPT },
	{ "Esc", CANCEL }, { "^C", CANCEL },
};

static enum prompt_answer
moved(struct prompt *p, size_t to)
{
	p->cursor = to;
	return PROMPT_USED;
}

static enum prompt_answer
cut(struct prompt *p, size_t from, size_t to)
{
	replace(p, from, to, "", 0);
	return PROMPT_CHANGED;
}

static enum prompt_answer
edit_do(struct prompt *p, enum edit edit)
{
	switch (edit) {
	case LEFT:
		return moved(p, before(p));
	case RIGHT:
		return moved(p, after(p));
	case WORD_LEFT:
		return moved(p, word_before(p));
	case WORD_RIGHT:
		return moved(p, word_after(p));
	case BEGIN:
		return moved(p, 0);
	case END:
		return moved(p, p->text.len);
	case ERASE:
		/* Behind nothing there is only the prompt itself left to take back. */
		return p->text.len ? cut(p, before(p), p->cursor) : PROMPT_CANCEL;
	case DELETE:
		return cut(p, p->cursor, after(p));
	case ERASE_WORD:
		return cut(p, word_before(p), p->cursor);
	case ERASE_BEGIN:
		return cut(p, 0, p->cursor);
	case ERASE_END:
		return cut(p, p->cursor, p->text.len);
	case OLDER:
		line_turn(p, -1);
		return PROMPT_CHANGED;
	case NEWER:
		line_turn(p, 1);
		return PROMPT_CHANGED;
	case TURN:
		complete(p, 1);
		return PROMPT_CHANGED;
	case TURN_BACK:
		complete(p, -1);
		return PROMPT_CHANGED;
	case ACCEPT:
		return PROMPT_ACCEPT;
	case CANCEL:
		return PROMPT_CANCEL;
	}
	return PROMPT_UNUSED;
}

enum prompt_answer
prompt_key(struct prompt *p, const struct event *ev)
{
	if (*ev->text) {
		prompt_insert(p, ev->text, strlen(ev->text));
		return PROMPT_CHANGED;
	}
	for (size_t i = 0; i < sizeof edits / sizeof *edits; i++)
		if (!strcmp(edits[i].key, ev->key)) {
			p->proposed = false;
			if (edits[i].edit != TURN && edits[i].edit != TURN_BACK)
				offers_forget(p);
			return edit_do(p, edits[i].edit);
		}
	return PROMPT_UNUSED;
}

/* --- Painting --- */

int
prompt_draw(const struct prompt *p, const struct draw *d, struct box box, int y)
{
	const char *sign = _(signs[p->kind]), *s = str_text(&p->text);
	int begin = utf8_columns(sign, strlen(sign));
	size_t from = 0;
	int room = box.cols - begin - 1;

	draw_fit(d, box, y, 0, box.cols, ROLE_TEXT, "", false);
	draw_fit(d, box, y, 0, begin, ROLE_ACCENT, sign, false);
	for (from = p->cursor; from > 0; ) {
		size_t n = utf8_prev(s, from);
		room -= utf8_columns(s + from - n, n);
		if (room < 0)
			break;
		from -= n;
	}
	draw_word(d, box, y, begin, ROLE_TEXT, s + from);
	return begin + utf8_columns(s + from, p->cursor - from);
}
