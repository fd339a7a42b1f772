/* The filter language against a small file: what is taken can be run, and what it
 * denies is the rest. */
#include <stdlib.h>
#include <string.h>

#include "store/filter.h"
#include "store/query.h"
#include "tests/fuzz/fuzz.h"

static const char *const places[] = { "partners", "affiliates", "events", "goals", "people",
	"partnerships", "organisations", "entries" };

static struct store *
store_of_world(void)
{
	static struct store *s;
	struct error e = { 0 };

	if (s)
		return s;
	fuzz_begin();
	fuzz_world(fuzz_path("world.db"));
	s = store_open(fuzz_path("world.db"), OPEN_READONLY, &e);
	fuzz_promise(s != NULL, e.msg);
	return s;
}

static int64_t
count_of(struct store *s, const struct query *q)
{
	struct error e = { 0 };
	int64_t count = -1, omitted = -1, rows = 0;

	if (!query_count(s, q, &count, &omitted, &e))
		fuzz_promise(false, e.msg);
	struct rows *r = rows_open(s, q, &e);
	fuzz_promise(r != NULL, e.msg);
	while (rows_next(r))
		rows++;
	if (!rows_close(r, &e))
		fuzz_promise(false, e.msg);
	fuzz_promise(rows == count, "as many rows as are counted");
	return count;
}

/* Where nothing but words and fields stand, their opposite has the other rows. */
static void
rest_test(struct store *s, struct query *q, const char *text, int64_t count)
{
	struct str opposite = { 0 };
	struct error e = { 0 };

	if (filter_asks_trash(q->filter))
		return;
	str_addf(&opposite, "not (%s)", text);
	struct filter *f = filter_parse(s, q->ent, q->pane, str_text(&opposite), &e);
	str_free(&opposite);
	if (!f)
		return;
	q->filter = NULL;
	int64_t all = count_of(s, q);
	q->filter = f;
	int64_t others = count_of(s, q);
	fuzz_promise(count + others == all, "a filter and its opposite are all");
	filter_free(f);
}

static struct filter *
filter_of_words(struct store *s, const struct query *q, char *text, struct error *e)
{
	const char *words[64];
	int count = 0;

	for (char *p = text; *p && count < 64; ) {
		words[count++] = p;
		p += strcspn(p, "\n");
		if (*p)
			*p++ = '\0';
	}
	return filter_words(s, q->ent, q->pane, count, words, e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct store *s = store_of_world();
	struct error e = { 0 };
	uint8_t how = fuzz_byte(&data, &n);
	struct query q = { .pane = pane_find(places[how % 8]) };

	q.ent = entity_find(q.pane->entity);
	q.pane = how & 0x10 ? NULL : q.pane;
	char *text = fuzz_text(data, n);
	struct filter *f = how & 0x20 ? filter_of_words(s, &q, text, &e)
	    : filter_parse(s, q.ent, q.pane, text, &e);
	if (f) {
		q.filter = f;
		int64_t count = count_of(s, &q);
		if (!(how & 0x20) && !strpbrk(text, "()\""))
			rest_test(s, &q, text, count);
		filter_free(f);
	} else {
		fuzz_refused(&e);
	}
	free(text);
	return 0;
}
