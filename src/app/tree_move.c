#include "config.h"

#include "app/tree_move.h"

#include <string.h>

#include "base/i18n.h"
#include "base/order.h"
#include "store/tree.h"

/* A record among those beside it. */
struct beside {
	struct arena mem;
	int64_t parent;
	struct tree_child *all;
	size_t count, at;
};

/* --- Places --- */

/* Its place as stored, in mem; NULL for none. */
static bool
place_read(struct app *app, const struct entity *ent, int64_t id, struct arena *mem,
    const char **place, struct error *e)
{
	struct record *r;

	*place = NULL;
	if (!record_load(app->store, ent, id, &r, e))
		return false;
	const struct value *v = record_value(r, field_with(ent, F_ORDER));
	if (v->kind == VALUE_TEXT)
		*place = arena_dup(mem, v->s, v->n);
	record_free(r);
	return true;
}

static bool
place_put(struct app *app, const struct entity *ent, int64_t id, const struct str *place,
    struct error *e)
{
	struct cell c = { field_with(ent, F_ORDER), value_text(str_text(place), place->len), true };

	return record_put(app->store, ent, id, &c, e);
}

/* All get places anew, one behind the other. */
static bool
places_renew(struct app *app, const struct entity *ent, const int64_t *ids, size_t count,
    struct error *e)
{
	struct str before = { 0 }, place = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < count; i++) {
		str_cut(&place, 0);
		order_between(i ? str_text(&before) : NULL, NULL, &place);
		ok = place_put(app, ent, ids[i], &place, e);
		str_set(&before, str_text(&place));
	}
	str_free(&before);
	str_free(&place);
	return ok;
}

/* Are the places of all but the one at `at` there, each behind the one before? */
static bool
places_good(const char *const *places, size_t count, size_t at)
{
	const char *before = NULL;

	for (size_t i = 0; i < count; i++) {
		if (i == at)
			continue;
		if (!places[i] || (before && strcmp(before, places[i]) >= 0))
			return false;
		before = places[i];
	}
	return true;
}

/* The record at `at` of the ids has been put there: it gets a place between its
 * neighbours, the others keep theirs where they have good ones. */
static bool
place_between(struct app *app, const struct entity *ent, const int64_t *ids, size_t count,
    size_t at, struct error *e)
{
	struct arena mem = { 0 };
	struct str place = { 0 };
	const char **places = arena_alloc(&mem, (count + 1) * sizeof *places);
	bool ok = true;

	places[count] = NULL;
	for (size_t i = 0; ok && i < count; i++)
		ok = place_read(app, ent, ids[i], &mem, &places[i], e);
	if (ok && places_good(places, count, at)
	    && order_between(at ? places[at - 1] : NULL, places[at + 1], &place))
		ok = place_put(app, ent, ids[at], &place, e);
	else
		ok = ok && places_renew(app, ent, ids, count, e);
	str_free(&place);
	arena_free(&mem);
	return ok;
}

/* --- Where it stands --- */

static bool
beside_read(struct app *app, const struct entity *ent, int64_t id, struct beside *b,
    struct error *e)
{
	if (!tree_parent(app->store, ent, id, &b->parent, e)
	    || !tree_children(app->store, ent, b->parent, &b->mem, &b->all, &b->count, e))
		return false;
	while (b->at < b->count && b->all[b->at].id != id)
		b->at++;
	return b->at < b->count || set_error(e, STATUS_NONE,
	    _("This record is in the trash; R takes it out again."));
}

/* Puts it among those of its owner: behind the one with the id `after`, or there. */
enum { FIRST = 0, LAST = -1 };

static bool
put_behind(struct app *app, const struct entity *ent, const struct tree_child *it,
    const struct tree_child *all, size_t count, int64_t after, struct error *e)
{
	struct arena mem = { 0 };
	int64_t *ids = arena_alloc(&mem, (count + 1) * sizeof *ids);
	size_t n = 0, at = after == FIRST ? 0 : SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		if (all[i].owner != it->owner || all[i].id == it->id)
			continue;
		ids[n++] = all[i].id;
		if (all[i].id == after)
			at = n;
	}
	if (at > n)
		at = n;
	memmove(ids + at + 1, ids + at, (n - at) * sizeof *ids);
	ids[at] = it->id;
	bool ok = place_between(app, ent, ids, n + 1, at, e);
	arena_free(&mem);
	return ok;
}

/* --- Ways --- */

static bool
nowhere(struct app *app, const struct entity *ent, int64_t id, const char *sentence,
    struct error *e)
{
	struct str title = { 0 };

	record_title(app->store, ent, id, &title);
	set_error(e, STATUS_NONE, sentence, str_text(&title));
	str_free(&title);
	return false;
}

static bool
move_beside(struct app *app, const struct entity *ent, const struct beside *b, bool up,
    struct error *e)
{
	const struct tree_child *it = &b->all[b->at];
	size_t with = up ? b->at - 1 : b->at + 1;

	if (with >= b->count || b->all[with].owner != it->owner)
		return nowhere(app, ent, it->id, up
		    ? _("\"%s\" is the first of its owner's here.")
		    : _("\"%s\" is the last of its owner's here."), e);
	int64_t after = b->all[with].id;
	if (up)
		after = with && b->all[with - 1].owner == it->owner ? b->all[with - 1].id : FIRST;
	return put_behind(app, ent, it, b->all, b->count, after, e);
}

/* Below another one, or to the top (0); there behind `after`, as put_behind() says. */
static bool
move_below(struct app *app, const struct entity *ent, const struct tree_child *it,
    int64_t parent, int64_t after, struct error *e)
{
	struct cell c = { tree_field(ent), parent ? value_int(parent) : value_null, true };
	struct arena mem = { 0 };
	struct tree_child *all;
	size_t count;

	bool ok = record_put(app->store, ent, it->id, &c, e)
	    && tree_children(app->store, ent, parent, &mem, &all, &count, e)
	    && put_behind(app, ent, it, all, count, after, e);
	arena_free(&mem);
	return ok;
}

static bool
move_in(struct app *app, const struct entity *ent, const struct beside *b, struct error *e)
{
	const struct tree_child *it = &b->all[b->at];

	if (!b->at)
		return nowhere(app, ent, it->id,
		    _("Nothing stands above \"%s\" that it could go below."), e);
	return move_below(app, ent, it, b->all[b->at - 1].id, LAST, e);
}

static bool
move_out(struct app *app, const struct entity *ent, const struct beside *b, struct error *e)
{
	const struct tree_child *it = &b->all[b->at];
	int64_t above;

	if (!b->parent)
		return nowhere(app, ent, it->id, _("\"%s\" stands at the top already."), e);
	return tree_parent(app->store, ent, b->parent, &above, e)
	    && move_below(app, ent, it, above, b->parent, e);
}

bool
tree_move(struct app *app, const struct entity *ent, int64_t id, enum tree_way way,
    struct error *e)
{
	struct beside b = { 0 };

	if (!tree_field(ent))
		return set_error(e, STATUS_USAGE, _("%s do not stand below each other."),
		    _(ent->plural));
	bool ok = beside_read(app, ent, id, &b, e);
	if (ok && way == TREE_IN)
		ok = move_in(app, ent, &b, e);
	else if (ok && way == TREE_OUT)
		ok = move_out(app, ent, &b, e);
	else
		ok = ok && move_beside(app, ent, &b, way == TREE_UP, e);
	arena_free(&b.mem);
	return ok;
}
