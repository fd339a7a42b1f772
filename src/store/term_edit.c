/* Changing the lists of a file: what is shipped is never written to, the file has rows
 * of its own about it. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/order.h"
#include "store/record.h"
#include "store/value.h"

static const struct entity *
term_entity(void)
{
	return entity_find("term");
}

/* One field of the file's row about a term, which is made when it is needed. */
static bool
field_put(struct store *s, const char *list, const char *code, const char *name,
    struct value value, struct error *e)
{
	struct cell cells[] = {
		{ field_find(term_entity(), "list"), value_text(list, strlen(list)), true },
		{ field_find(term_entity(), "code"), value_text(code, strlen(code)), true },
		{ field_find(term_entity(), name), value, true },
	};
	bool ok = record_put_keyed(s, term_entity(), cells, 3, e);

	s->version++;	/* what was read of the lists is old within this action too */
	return ok;
}

bool
term_rename(struct store *s, const char *list, const char *code, const char *label,
    struct error *e)
{
	return field_put(s, list, code, "label", *label ? value_text(label, strlen(label))
	    : value_null, e);
}

bool
term_hide(struct store *s, const char *list, const char *code, bool hidden, struct error *e)
{
	return field_put(s, list, code, "hidden", hidden ? value_int(1) : value_null, e);
}

/* --- Order --- */

enum { LIST_MOST = 512 };

struct ordered {
	char codes[LIST_MOST][128];
	int count, at;
};

static bool
order_read(struct store *s, const char *list, const char *code, struct ordered *o,
    struct error *e)
{
	struct term_shown t;

	o->count = 0;
	o->at = -1;
	while (o->count < LIST_MOST && term_shown_at(s, list, o->count, &t)) {
		if (strlen(t.code) >= sizeof o->codes[0])
			return set_error(e, STATUS_DATA, _("The value %s is too long to be moved."), t.code);
		memcpy(o->codes[o->count], t.code, strlen(t.code) + 1);
		if (!strcmp(t.code, code))
			o->at = o->count;
		o->count++;
	}
	return o->at >= 0 || set_error(e, STATUS_NONE, _("The list %s has no value %s."), list, code);
}

/* Those with a place of the file's come first, so all get one. */
static bool
order_write(struct store *s, const char *list, struct ordered *o, struct error *e)
{
	struct str key = { 0 }, last = { 0 };
	bool ok = true;

	for (int i = 0; ok && i < o->count; i++) {
		str_cut(&key, 0);
		order_between(last.len ? str_text(&last) : NULL, NULL, &key);
		ok = field_put(s, list, o->codes[i], "position", value_text(key.s, key.len), e);
		str_set(&last, str_text(&key));
	}
	str_free(&key);
	str_free(&last);
	return ok;
}

bool
term_move(struct store *s, const char *list, const char *code, int by, struct error *e)
{
	struct ordered o;
	char moved[sizeof o.codes[0]];

	if (!order_read(s, list, code, &o, e))
		return false;
	int to = o.at + by;
	to = to < 0 ? 0 : to >= o.count ? o.count - 1 : to;
	if (to == o.at)
		return true;
	int step = to > o.at ? 1 : -1;
	memcpy(moved, o.codes[o.at], sizeof moved);
	for (int i = o.at; i != to; i += step)
		memcpy(o.codes[i], o.codes[i + step], sizeof moved);
	memcpy(o.codes[to], moved, sizeof moved);
	return order_write(s, list, &o, e);
}
