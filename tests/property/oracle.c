#include "tests/property/oracle.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Memory --- */

static void *
grow(void *p, size_t size)
{
	p = realloc(p, size ? size : 1);
	if (!p)
		abort();
	return p;
}

static struct ostate
state_copy(const struct ostate *s)
{
	struct ostate copy = { grow(NULL, (size_t)s->count * sizeof *s->at), s->count };

	if (s->count)
		memcpy(copy.at, s->at, (size_t)s->count * sizeof *s->at);
	return copy;
}

static int *
list_copy(const int *list, int count)
{
	int *copy = grow(NULL, (size_t)count * sizeof *copy);

	if (count)
		memcpy(copy, list, (size_t)count * sizeof *copy);
	return copy;
}

struct oracle *
oracle_new(bool (*is_many)(int field))
{
	struct oracle *o = calloc(1, sizeof *o);

	if (!o)
		abort();
	o->is_many = is_many;
	o->step = grow(NULL, sizeof *o->step);
	o->step[0] = (struct ostep){ .after = state_copy(&o->now) };
	return o;
}

struct oracle *
oracle_copy(const struct oracle *o)
{
	struct oracle *copy = oracle_new(o->is_many);

	free(copy->step[0].after.at);
	copy->now = state_copy(&o->now);
	copy->steps = o->steps;
	copy->step = grow(copy->step, (size_t)(o->steps + 1) * sizeof *copy->step);
	for (int i = 0; i <= o->steps; i++) {
		copy->step[i] = o->step[i];
		copy->step[i].after = state_copy(&o->step[i].after);
	}
	copy->done_count = o->done_count;
	copy->done = list_copy(o->done, o->done_count);
	copy->undone_count = o->undone_count;
	copy->undone = list_copy(o->undone, o->undone_count);
	return copy;
}

void
oracle_free(struct oracle *o)
{
	for (int i = 0; i <= o->steps; i++)
		free(o->step[i].after.at);
	free(o->step);
	free(o->now.at);
	free(o->done);
	free(o->undone);
	free(o);
}

static void
push(int **list, int *count, int n)
{
	*list = grow(*list, (size_t)(*count + 1) * sizeof **list);
	(*list)[(*count)++] = n;
}

/* --- Records and cells --- */

static struct orecord *
find(const struct ostate *s, int64_t id)
{
	for (int i = 0; i < s->count; i++)
		if (s->at[i].id == id)
			return &s->at[i];
	return NULL;
}

struct orecord *
oracle_record(struct oracle *o, int64_t id)
{
	return find(&o->now, id);
}

void
oracle_add(struct oracle *o, int64_t id, int entity)
{
	struct ostate *s = &o->now;

	s->at = grow(s->at, (size_t)(s->count + 1) * sizeof *s->at);
	s->at[s->count++] = (struct orecord){ .id = id, .entity = entity };
}

/* text NULL: any value of the field. */
static int
cell_find(const struct orecord *r, int field, const char *text)
{
	for (int i = 0; i < r->cells; i++)
		if (r->cell[i].field == field && (!text || !strcmp(r->cell[i].text, text)))
			return i;
	return -1;
}

static void
cell_take(struct orecord *r, int i)
{
	if (i >= 0)
		r->cell[i] = r->cell[--r->cells];
}

static void
cell_put(struct orecord *r, int field, const char *text)
{
	if (r->cells == CELLS)
		abort();
	struct ocell *c = &r->cell[r->cells++];
	*c = (struct ocell){ .field = field };
	snprintf(c->text, sizeof c->text, "%s", text);
}

void
oracle_set(struct oracle *o, int64_t id, int field, const char *text)
{
	struct orecord *r = find(&o->now, id);

	cell_take(r, cell_find(r, field, NULL));
	if (text)
		cell_put(r, field, text);
}

void
oracle_item(struct oracle *o, int64_t id, int field, const char *text, bool on)
{
	struct orecord *r = find(&o->now, id);

	cell_take(r, cell_find(r, field, text));
	if (on)
		cell_put(r, field, text);
}

void
oracle_trash(struct oracle *o, int64_t id, bool trash)
{
	find(&o->now, id)->trash = trash;
}

static bool
records_equal(const struct orecord *a, const struct orecord *b)
{
	if (a->trash != b->trash || a->cells != b->cells)
		return false;
	for (int i = 0; i < a->cells; i++)
		if (cell_find(b, a->cell[i].field, a->cell[i].text) < 0)
			return false;
	return true;
}

/* --- Steps --- */

static int
step_push(struct oracle *o, bool undo)
{
	o->step = grow(o->step, (size_t)(++o->steps + 1) * sizeof *o->step);
	o->step[o->steps] = (struct ostep){ .after = state_copy(&o->now), .undo = undo };
	return o->steps;
}

static bool
differs(const struct oracle *o)
{
	const struct ostate *was = &o->step[o->steps].after;

	if (o->now.count != was->count)
		return true;
	for (int i = 0; i < was->count; i++)
		if (!records_equal(&o->now.at[i], &was->at[i]))
			return true;
	return false;
}

bool
oracle_commit(struct oracle *o)
{
	if (!differs(o))
		return false;
	push(&o->done, &o->done_count, step_push(o, false));
	o->undone_count = 0;
	return true;
}

void
oracle_roll_back(struct oracle *o)
{
	free(o->now.at);
	o->now = state_copy(&o->step[o->steps].after);
}

/* --- Taking back --- */

/* One cell, present or not, back to what it was: if it is still what it became. */
static void
back_cell(struct oracle *o, struct orecord *now, const struct orecord *after,
    const struct orecord *before, const struct ocell *c, bool many)
{
	const char *text = many ? c->text : NULL;
	int n = cell_find(now, c->field, text), a = cell_find(after, c->field, text);
	int b = cell_find(before, c->field, text);

	if ((a < 0) == (b < 0) && (a < 0 || !strcmp(after->cell[a].text, before->cell[b].text)))
		return;
	if ((n < 0) != (a < 0) || (n >= 0 && strcmp(now->cell[n].text, after->cell[a].text))) {
		o->left++;
		return;
	}
	cell_take(now, n);
	if (b >= 0)
		cell_put(now, c->field, before->cell[b].text);
}

/* Has this cell been dealt with, as one of the first `count` of the list? */
static bool
seen(const struct ocell *list, int count, const struct ocell *c, bool many)
{
	for (int i = 0; i < count; i++)
		if (list[i].field == c->field && (!many || !strcmp(list[i].text, c->text)))
			return true;
	return false;
}

static void
back_record(struct oracle *o, struct orecord *now, const struct orecord *after,
    const struct orecord *before)
{
	struct ocell all[2 * CELLS];
	int count = 0;

	for (int k = 0; k < 2; k++) {
		const struct orecord *r = k ? before : after;
		for (int i = 0; i < r->cells; i++)
			if (!seen(all, count, &r->cell[i], o->is_many(r->cell[i].field)))
				all[count++] = r->cell[i];
	}
	for (int i = 0; i < count; i++)
		back_cell(o, now, after, before, &all[i], o->is_many(all[i].field));
	if (after->trash == before->trash)
		return;
	if (now->trash != after->trash)
		o->left++;
	else
		now->trash = before->trash;
}

static void
back(struct oracle *o, int step)
{
	const struct ostate *after = &o->step[step].after, *before = &o->step[step - 1].after;

	o->left = 0;
	for (int i = 0; i < after->count; i++) {
		const struct orecord *was = find(before, after->at[i].id);
		struct orecord *now = find(&o->now, after->at[i].id);
		if (was)
			back_record(o, now, &after->at[i], was);
		else if (!after->at[i].trash)
			now->trash = true;	/* born in that step */
	}
}

static void
list_take(int *list, int *count, int n)
{
	int k = 0;

	for (int i = 0; i < *count; i++)
		if (list[i] != n)
			list[k++] = list[i];
	*count = k;
}

/* The step that stands for this one now; 0: it is taken back. */
static int
stands_for(const struct oracle *o, int step)
{
	while (o->step[step].taker) {
		int taker = o->step[step].taker;
		if (!o->step[taker].taker)
			return 0;
		step = o->step[taker].taker;
	}
	return step;
}

enum outcome
oracle_undo(struct oracle *o, int number)
{
	int target = number ? 0 : o->done_count ? o->done[o->done_count - 1] : 0;

	if (number > 0 && number <= o->steps)
		target = stands_for(o, number);
	if (!target)
		return REFUSED;
	back(o, target);
	if (number && !differs(o))
		return NOTHING;
	bool anew = o->step[target].undo;
	int step = step_push(o, !anew);
	o->step[target].taker = step;
	list_take(o->done, &o->done_count, target);
	if (anew)
		push(&o->done, &o->done_count, step);
	else
		push(&o->undone, &o->undone_count, step);
	if (anew)
		o->undone_count = 0;
	return DONE;
}

enum outcome
oracle_redo(struct oracle *o)
{
	if (!o->undone_count)
		return REFUSED;
	int target = o->undone[--o->undone_count];
	back(o, target);
	int step = step_push(o, false);
	o->step[target].taker = step;
	push(&o->done, &o->done_count, step);
	return DONE;
}

bool
oracle_is_undone(const struct oracle *o, int step)
{
	int taker = o->step[step].taker;

	return taker && !oracle_is_undone(o, taker);
}
