/* Bytes as a CSV of partners, counted and taken back. */
#include <string.h>

#include "io/import.h"
#include "store/query.h"
#include "tests/fuzz/fuzz.h"

static struct store *
store_of_world(void)
{
	static struct store *s;
	struct error e = { 0 };

	if (s)
		return s;
	fuzz_world(fuzz_path("world.db"));
	s = store_open(fuzz_path("world.db"), 0, &e);
	fuzz_promise(s != NULL, e.msg);
	return s;
}

static void
hear(void *ctx, const char *sentence)
{
	fuzz_promise(*sentence, "a problem says something");
	++*(int64_t *)ctx;
}

static void
hear_note(void *ctx, const char *sentence)
{
	(void)ctx;
	fuzz_promise(*sentence, "a note says something");
}

static int64_t
records(struct store *s)
{
	struct query q = { .ent = entity_find("organisation"), .everything = true };
	struct error e = { 0 };
	int64_t count = -1;

	fuzz_promise(query_count(s, &q, &count, NULL, &e), "records are counted");
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct error e = { 0 };
	struct import_report r = { 0 };
	int64_t problems = 0;
	struct import_listener listener = { hear, hear_note, NULL, &problems };

	fuzz_begin();
	struct store *s = store_of_world();
	uint8_t how = fuzz_byte(&data, &n);
	struct import_options o = { .create = how & 1, .add_terms = how & 2, .restore = how & 4,
		.no_guard = how & 8 };
	fuzz_write(fuzz_path("in.csv"), data, n);
	int64_t before = records(s);
	if (import_csv(s, pane_find("partners"), fuzz_path("in.csv"), &o, true, &listener, &r, &e))
		fuzz_promise(r.problems == 0 && problems == 0, "what has problems is refused");
	else
		fuzz_refused(&e);
	fuzz_promise(!action_under_way(s), "an import ends");
	fuzz_promise(records(s) == before, "a dry run keeps nothing");
	return 0;
}
