/* What a line of minutes may be, and how its beginning says so. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/line_part.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "model/term.h"

enum { FRONT_BYTES = 60 };	/* a longer beginning before a colon is a sentence */

/* The words are those that people of the languages shipped write before a colon; what
 * the lists call a kind on this screen, or in this file, is known besides. */
const struct line_kind line_kinds[] = {
	{ .code = "text" },
	{ .code = "action", .signs = ">", .said = true, .owners = true, .due = true,
	    .words = "todo|to do|task|next step|acción|tarea|próximo paso|ação|tarefa" },
	{ .code = "decision", .signs = "!", .said = true, .owners = true,
	    .words = "decided|decisión|decidido|decisão" },
	{ .code = "question", .signs = "?|¿", .said = true, .owners = true, .due = true,
	    .words = "pregunta|duda|pergunta|dúvida" },
	{ .code = "agreement", .signs = "&", .said = true, .owners = true, .due = true,
	    .words = "agreed|acuerdo|acordado|acordo" },
	{ .code = "topic", .said = true, .owners = true, .words = "tema|tópico|assunto" },
	{ .code = "issue", .said = true, .owners = true, .due = true,
	    .words = "problem|problema|obstáculo" },
	{ .code = "opportunity", .said = true, .owners = true, .due = true,
	    .words = "chance|oportunidad|oportunidade" },
	{ .code = "quote", .said = true, .words = "cita|citação" },
	{ .code = "idea", .said = true, .owners = true, .words = "ideia" },
	{ .code = "answer", .said = true, .words = "respuesta|resposta" },
	{ .code = "heading", .form = LINE_HEADING },
	{ .code = NULL }
};

static const struct line_kind added_kind = { .said = true, .owners = true, .due = true };

const struct line_kind *
line_kind_of(const char *code)
{
	for (const struct line_kind *k = line_kinds; k->code; k++)
		if (!strcmp(k->code, code))
			return k;
	return &added_kind;
}

const char *
line_code_of_form(enum line_form form)
{
	for (const struct line_kind *k = line_kinds; k->code && form != LINE_PLAIN; k++)
		if (k->form == form)
			return k->code;
	return NULL;
}

/* --- Words in front --- */

/* The first kind that is called so keeps the word. */
static void
word_add(struct line_world *w, const char *text, const char *code)
{
	struct str folded = { 0 };
	bool known = false;

	fold_add(&folded, text, strlen(text));
	for (size_t i = 0; i < w->word_count && !known; i++)
		known = !strcmp(w->words[i].folded, str_text(&folded));
	if (folded.len && !known)
		w->words[w->word_count++] = (struct line_word){
		    arena_dup(&w->mem, folded.s, folded.len), code };
	str_free(&folded);
}

static void
usual_words(struct line_world *w, const char *code)
{
	const struct line_kind *k = line_kind_of(code);
	const struct term *shipped = term_find("entry-kind", code);
	char word[64];

	word_add(w, code, code);
	if (shipped)
		word_add(w, shipped->label, code);
	for (int i = 0; k->words && joined_word(k->words, i, word); i++)
		word_add(w, word, code);
}

/* What the file calls a kind goes before what is usual. */
static void
words_fill(struct line_world *w)
{
	for (size_t i = 0; i < w->kind_count; i++)
		if (line_kind_of(w->kinds[i].code)->said)
			word_add(w, w->kinds[i].label, w->kinds[i].code);
	for (size_t i = 0; i < w->kind_count; i++)
		if (line_kind_of(w->kinds[i].code)->said)
			usual_words(w, w->kinds[i].code);
}

static int
word_compare(const void *a, const void *b)
{
	const struct line_word *x = a, *y = b;

	return strcmp(x->folded, y->folded);
}

/* Room for as many words as any kind may have. */
static size_t
words_most(void)
{
	size_t most = 0, n;

	for (const struct line_kind *k = line_kinds; k->code; k++) {
		n = 4;
		for (const char *p = k->words; p && (p = strchr(p, '|')); p++)
			n++;
		most = n > most ? n : most;
	}
	return most;
}

static size_t
kind_place(const char *code)
{
	size_t i = 0;

	while (line_kinds[i].code && strcmp(line_kinds[i].code, code))
		i++;
	return i;
}

static int
kind_compare(const void *a, const void *b)
{
	const struct line_term *x = a, *y = b;
	size_t i = kind_place(x->code), k = kind_place(y->code);

	return i < k ? -1 : i > k ? 1 : strcmp(x->label, y->label);
}

void
line_words_load(struct line_world *w, struct store *s)
{
	const struct field *kind = field_with(entity_find("entry"), F_KIND);
	struct term_shown t;
	int count = 0;

	while (term_shown_at(s, kind->list, count, &t))
		count++;
	w->kinds = arena_alloc(&w->mem, (size_t)(count + 1) * sizeof *w->kinds);
	w->words = arena_alloc(&w->mem, (size_t)(count + 1) * words_most() * sizeof *w->words);
	for (int i = 0; i < count && term_shown_at(s, kind->list, i, &t); i++)
		w->kinds[w->kind_count++] = (struct line_term){
		    arena_strdup(&w->mem, t.code), arena_strdup(&w->mem, t.label) };
	qsort(w->kinds, w->kind_count, sizeof *w->kinds, kind_compare);
	words_fill(w);
	qsort(w->words, w->word_count, sizeof *w->words, word_compare);
}

const char *
line_label(const struct line_world *w, const char *code)
{
	for (size_t i = 0; i < w->kind_count; i++)
		if (!strcmp(w->kinds[i].code, code))
			return w->kinds[i].label;
	return code;
}

bool
line_kind_at(const struct line_world *w, size_t i, const char **code, const char **label)
{
	if (i >= w->kind_count)
		return false;
	*code = w->kinds[i].code;
	*label = w->kinds[i].label;
	return true;
}

/* --- The beginning of a line --- */

static const char *
sign_front(const char *s, size_t n, size_t *length)
{
	char sign[64];

	for (const struct line_kind *k = line_kinds; k->code; k++)
		for (int i = 0; k->signs && joined_word(k->signs, i, sign); i++)
			if (strlen(sign) <= n && !memcmp(s, sign, strlen(sign))) {
				*length = strlen(sign);
				return k->code;
			}
	return NULL;
}

static const char *
word_front(const struct line_world *w, const char *s, size_t n, size_t *length)
{
	const char *colon = memchr(s, ':', n < FRONT_BYTES ? n : FRONT_BYTES);
	struct str folded = { 0 };

	if (!colon || !w->word_count)
		return NULL;
	fold_add(&folded, s, (size_t)(colon - s));
	const struct line_word *found = bsearch(&(struct line_word){ str_text(&folded), NULL },
	    w->words, w->word_count, sizeof *w->words, word_compare);
	str_free(&folded);
	*length = (size_t)(colon - s) + 1;
	return found ? found->code : NULL;
}

const char *
line_front(const struct line_world *w, const char *s, size_t n, size_t *length, bool *sign)
{
	const char *code = sign_front(s, n, length);

	*sign = code != NULL;
	return code ? code : word_front(w, s, n, length);
}
