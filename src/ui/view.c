#include "config.h"

#include "ui/view.h"

#include <string.h>

void
view_let_go(struct view *v)
{
	if (v->ops->rest)
		v->ops->rest(v);
}

void
view_free(struct view *v)
{
	marks_clear(&v->marks);
	str_free(&v->filter);
	str_free(&v->called);
	v->ops->close(v);
}

struct view *
history_now(const struct history *h)
{
	return h->count ? h->views[h->at] : NULL;
}

static void
drop(struct view *v)
{
	if (!v->kept)
		view_free(v);
}

void
history_push(struct history *h, struct view *v)
{
	while (h->count > h->at + 1)
		drop(h->views[--h->count]);
	if (h->count == HISTORY_MAX) {
		drop(h->views[0]);
		memmove(h->views, h->views + 1, (HISTORY_MAX - 1) * sizeof *h->views);
		h->count--;
	}
	h->last = h->count ? h->count - 1 : 0;
	h->at = h->count;
	h->views[h->count++] = v;
}

bool
history_go(struct history *h, int at)
{
	if (at < 0 || at >= h->count || at == h->at)
		return false;
	h->last = h->at;
	h->at = at;
	return true;
}

void
history_free(struct history *h)
{
	while (h->count)
		drop(h->views[--h->count]);
}

void
history_path(const struct history *h, const struct draw *d, struct str *out)
{
	int from = h->at;

	if (!h->count)
		return;
	while (from > 0 && !h->views[from]->root)
		from--;
	for (int i = from; i <= h->at; i++) {
		if (i > from)
			str_addf(out, " %s ", draw_sign(d, SIGN_PATH));
		h->views[i]->ops->title(h->views[i], out);
	}
}
