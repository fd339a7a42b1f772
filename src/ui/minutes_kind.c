/* Choosing in a line of minutes: Tab completes the name or word at the cursor, else it
 * opens the list of what a line can be. */
#include "config.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "ui/minutes_part.h"

/* --- Completing --- */

void
minutes_turn_end(struct minutes_view *mv)
{
	arena_free(&mv->turn.mem);
	mv->turn = (struct minutes_turn){ 0 };
}

/* Puts a choice where the last one stands. */
static void
turn_put(struct minutes_view *mv, size_t i)
{
	struct minutes_turn *t = &mv->turn;
	const char *insert = t->choices.choices[i].insert;
	size_t from = t->choices.start;

	edit_select(mv->edit, from, from + t->length);
	edit_paste(mv->edit, insert, strlen(insert));
	t->now = i;
	t->length = strlen(insert);
	t->version = edit_version(mv->edit);
}

static void
turn_tell(struct minutes_view *mv)
{
	const struct line_choices *c = &mv->turn.choices;
	struct str sentence = { 0 };

	if (c->count < 2)
		return;
	str_add(&sentence, _("Tab again:"));
	for (size_t k = 1; k < c->count && k < 6; k++)
		str_addf(&sentence, "%s %s", k > 1 ? "," : "",
		    c->choices[(mv->turn.now + k) % c->count].shown);
	screen_say(mv->sc, ROLE_DIM, str_text(&sentence));
	str_free(&sentence);
}

bool
minutes_complete(struct minutes_view *mv)
{
	struct minutes_turn *t = &mv->turn;

	if (t->version && t->version == edit_version(mv->edit)) {
		turn_put(mv, (t->now + 1) % t->choices.count);
		turn_tell(mv);
		return true;
	}
	minutes_turn_end(mv);
	line_complete(minutes_names(mv->m), edit_text(mv->edit), edit_length(mv->edit),
	    edit_cursor(mv->edit), &t->mem, &t->choices);
	if (!t->choices.count)
		return false;
	t->length = t->choices.length;
	turn_put(mv, 0);
	turn_tell(mv);
	return true;
}

/* --- The list of kinds --- */

static void
kind_take(struct minutes_view *mv, const struct pick_item *item)
{
	str_set(&mv->kind, item->code);
	mv->here.known = false;
}

/* A command typed after ":" may come while another list is open. */
void
minutes_choose(struct minutes_view *mv, struct pick *pick, const char *label,
    void (*chosen)(struct minutes_view *mv, const struct pick_item *item))
{
	chooser_free(mv->chooser);
	mv->chooser = chooser_new(pick, label, "");
	mv->chosen = chosen;
	mv->letters = mv->words = NULL;
}

void
minutes_kinds_open(struct minutes_view *mv)
{
	struct pick *pick = pick_new(false);
	struct minutes_typed typed = minutes_now(mv);
	const char *code, *label;
	struct line line;

	for (size_t i = 0; line_kind_at(minutes_names(mv->m), i, &code, &label); i++)
		pick_add(pick, label, code, NULL);
	minutes_choose(mv, pick, _("This line is"), kind_take);
	mv->letters = pick;
	minutes_read(mv->m, mv->fresh ? minutes_count(mv->m) : mv->at, &typed, &line);
	pick_go_code(pick, line.kind_now);
	line_free(&line);
}

/* The only item that begins with the letter; NULL: there are others, or none. */
static const struct pick_item *
item_of_letter(const struct pick *p, const char *letter)
{
	const struct pick_item *item, *found = NULL;
	struct str begin = { 0 }, name = { 0 };
	size_t count = 0;

	fold_add(&begin, letter, strlen(letter));
	for (size_t i = 0; (item = i < pick_count(p) ? pick_at(p, i) : NULL); i++) {
		str_cut(&name, 0);
		fold_add(&name, item->label, strlen(item->label));
		if (begin.len && !strncmp(str_text(&name), str_text(&begin), begin.len)) {
			found = item;
			count++;
		}
	}
	str_free(&begin);
	str_free(&name);
	return count == 1 ? found : NULL;
}

static void
choose_end(struct minutes_view *mv)
{
	chooser_free(mv->chooser);
	mv->chooser = NULL;
	mv->letters = mv->words = NULL;
}

/* Nothing typed is lost: what is in no list is how the line begins. */
static void
words_take(struct minutes_view *mv)
{
	struct str typed = { 0 };

	str_add(&typed, pick_typed(mv->words));
	mv->begun = true;
	choose_end(mv);
	edit_type(mv->edit, str_text(&typed), typed.len);
	minutes_draft(mv);
	str_free(&typed);
}

/* The list is closed first: what is chosen may type. */
static void
choose(struct minutes_view *mv, const struct pick_item *item)
{
	struct arena mem = { 0 };
	struct pick_item own = { arena_strdup(&mem, item->label), arena_strdup(&mem, item->code),
	    "" };

	mv->begun = true;
	choose_end(mv);
	mv->chosen(mv, &own);
	arena_free(&mem);
}

bool
minutes_choose_event(struct minutes_view *mv, const struct event *ev)
{
	if (mv->words && ev->kind == EVENT_PASTE) {
		words_take(mv);
		return minutes_type(&mv->view, ev);
	}
	const struct pick_item *item = mv->letters && ev->kind == EVENT_KEY && *ev->text
	    ? item_of_letter(mv->letters, ev->text) : NULL;
	enum chooser_do todo = item ? CHOOSER_TAKE : chooser_event(mv->chooser, ev);
	const char *typed = "";

	if (mv->words && *pick_typed(mv->words)
	    && (todo == CHOOSER_CLOSE || !pick_count(mv->words))) {
		words_take(mv);
		return true;
	}
	if (todo == CHOOSER_CLOSE) {
		choose_end(mv);
		return mv->begun;
	}
	if (todo == CHOOSER_NOTHING)
		screen_say(mv->sc, ROLE_DIM, _("There is nothing further in this list."));
	if (todo != CHOOSER_TAKE)
		return true;
	enum pick_choice choice = item ? PICK_ITEM : chooser_choice(mv->chooser, &item, &typed);
	struct pick_item fresh = { typed, "", "" };
	if (choice != PICK_NOTHING)
		choose(mv, choice == PICK_NEW ? &fresh : item);
	return true;
}
