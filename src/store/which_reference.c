/* Which record a reference means: of whatever kind the field may refer to. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/log.h"
#include "store/through.h"
#include "store/which_part.h"

/* An id says by itself of which entity it is. */
static void
reference_by_id(struct store *s, const struct field *ref, int64_t id, struct hits *h,
    int64_t *hidden)
{
	const struct entity *ent = record_entity(s, id);

	if (!ent || !field_refers(ref, ent))
		return;
	if (record_hidden(s, ent, id))
		*hidden = id;
	else
		which_hit(h, id);
}

/* Looks in one way through the kinds of record that the field may refer to: those
 * with a name of their own, or those whose title is made of others'. */
static bool
reference_kinds(struct store *s, const struct field *ref, const char *typed, enum way way,
    bool trash, bool named, struct hits *h, struct error *e)
{
	bool ok = true;

	for (int i = 0; ok && entities[i]; i++) {
		struct look l;
		if (entities[i]->flags & E_INTERNAL || !field_refers(ref, entities[i])
		    || (field_with(entities[i], F_FOLD) != NULL) != named)
			continue;
		which_begin(&l, s, entities[i], typed);
		l.trash = trash;
		if (way == WAY_END)
			ok = which_ids(&l, h, e);
		else if (l.folded.len)
			ok = which_way(&l, way, h, e);
		which_end(&l);
	}
	return ok;
}

/* "Museo" is the partner of that name, not a partnership that is called after it. */
static bool
reference_way(struct store *s, const struct field *ref, const char *typed, enum way way,
    bool trash, struct hits *h, struct error *e)
{
	return reference_kinds(s, ref, typed, way, trash, true, h, e)
	    && (h->count || reference_kinds(s, ref, typed, way, trash, false, h, e));
}

bool
which_reference(struct store *s, const struct field *ref, const char *which, size_t n,
    int64_t *ids, size_t max, size_t *count, int64_t *hidden, struct error *e)
{
	/* cppcheck-suppress ctuuninitvar ; they are filled here */
	struct hits h = { ids, max, 0 }, gone = { hidden, 1, 0 };
	int64_t id = which_id(which, n);
	bool me = n == 3 && !memcmp(which, "@me", 3);

	*hidden = 0;
	if (me && !(id = my_organisation(s)))
		return set_error(e, STATUS_DATA,
		    _("@me: it is not said yet which organisation is yours."));
	if (id)
		reference_by_id(s, ref, id, &h, hidden);
	char *typed = xmalloc(n + 1);
	memcpy(typed, which, n);
	bool ok = true;
	if (*typed == '#')
		ok = reference_way(s, ref, typed, WAY_END, false, &h, e);
	for (enum way way = 0; ok && !me && !h.count && !*hidden && way < WAY_BEGINS; way++)
		ok = reference_way(s, ref, typed, way, false, &h, e);
	for (enum way way = 0; ok && !me && !h.count && !*hidden && way < WAY_BEGINS; way++)
		ok = reference_way(s, ref, typed, way, true, &gone, e);
	free(typed);
	*count = h.count;
	return ok;
}
