#include <stdlib.h>

#include "base/arena.h"
#include "base/find.h"
#include "store/search.h"
#include "tests/unit/run.h"
#include "tests/unit/world.h"

static uint64_t seed = 11;

/* Many that no word fits: else few rows are left out, and a search begins anew. */
static void
setup(void)
{
	struct error e = { 0 };
	char name[16];

	world_begin(&w);
	ck_assert(action_begin(w.s, "test", &e));
	for (int i = 0; i < 90; i++) {
		snprintf(name, sizeof name, "%d", 100000 + i);
		make(w.s, "organisation", "kind", "partner", "name", name, NULL);
	}
	ck_assert(action_end(w.s, true, NULL, &e));
}

static void
teardown(void)
{
	world_end(&w);
}

static unsigned
draw(unsigned n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % n;
}

struct ids {
	int64_t at[128];
	size_t count;
};

/* What the file itself says. */
static struct ids
read_ids(const struct pane *pane, const struct filter *f)
{
	struct query q = { .ent = entity_find(pane->entity), .pane = pane, .filter = f };
	struct ids ids = { .count = 0 };
	struct error e = { 0 };
	struct rows *rows = rows_open(w.s, &q, &e);

	ck_assert_msg(rows != NULL, "%s", e.msg);
	while (rows_next(rows)) {
		ck_assert_uint_lt(ids.count, 128);
		ids.at[ids.count++] = rows_id(rows);
	}
	ck_assert(rows_close(rows, &e));
	return ids;
}

static struct search *
search_of(const struct pane *pane)
{
	struct ids all = read_ids(pane, NULL);
	struct search *m = search_new(w.s, entity_find(pane->entity), all.at, all.count);

	while (search_build(m))
		;
	ck_assert(search_ready(m));
	ck_assert_uint_eq(search_rows(m), all.count);
	return m;
}

/* Takes at most `most` of what is found; a person may go on typing before the end. */
static struct ids
found_ids(struct search *m, size_t most)
{
	struct ids ids = { .count = 0 };

	for (int tries = 0; ids.count < most && !search_over(m); tries++) {
		ck_assert_int_lt(tries, 10000);
		while (ids.count < most && search_next(m, &ids.at[ids.count]))
			ids.count++;
	}
	return ids;
}

static void
same_ids(const struct pane *pane, const char *text, const struct ids *got,
    const struct ids *wanted, bool all)
{
	ck_assert_msg(got->count <= wanted->count && (!all || got->count == wanted->count),
	    "%s \"%s\": %zu, not %zu", pane->name, text, got->count, wanted->count);
	for (size_t i = 0; i < got->count; i++)
		ck_assert_msg(got->at[i] == wanted->at[i], "%s \"%s\": row %zu", pane->name, text, i);
}

/* Part of a word that stands somewhere, or of one that does not. */
static void
word_add(struct str *out)
{
	static const char *const words[] = { "Wikimedia", "CHILE", "capítulo", "chileno",
	    "Museo", "ñandú", "nandu", "Universidad", "libre", "a_b", "100%", "una coleccion",
	    "acuerdo firmado", "Ana Pérez", "Llamar", "Iberoconf", "teachers", "2014", "WMCL",
	    "clawiki", "www", "zzz", "Zoë", "e", "a" };
	const char *word = words[draw(sizeof words / sizeof *words)];
	size_t n = strlen(word), from = draw((unsigned)n), to = from + 1 + draw((unsigned)n);

	if (draw(3) == 0)
		from = 0, to = n;
	/* A letter is whole. */
	while (from && ((unsigned char)word[from] & 0xc0) == 0x80)
		from--;
	for (to = to < n ? to : n; to < n && ((unsigned char)word[to] & 0xc0) == 0x80; )
		to++;
	str_addf(out, "\"%.*s\"", (int)(to - from), word + from);
}

static void
words_add(struct str *out)
{
	for (int left = 1 + (int)draw(3); left > 0; left--) {
		str_add(out, draw(4) ? "" : "not ");
		word_add(out);
		str_add(out, left == 1 ? "" : draw(3) ? " " : " or ");
	}
}

static bool
sometimes(void *ctx)
{
	(void)ctx;
	return draw(2);
}

/* As typed: each begin of the text is a filter too, and searches are left half done. */
static void
typed(struct search *m, const struct pane *pane, const char *text)
{
	struct filter *last = NULL;

	for (size_t n = 1; n <= strlen(text); n++) {
		char *begin = xstrdup(text);
		begin[n] = '\0';
		struct filter *f = filter_parse(w.s, entity_find(pane->entity), pane, begin, NULL);
		if (f) {
			struct ids wanted = read_ids(pane, f);
			bool all = draw(2);
			ck_assert(filter_is_words(f));
			search_begin(m, f);
			filter_free(last);
			last = f;
			store_stop_hook(w.s, sometimes, NULL);
			struct ids got = found_ids(m, all ? 128 : draw(4));
			store_stop_hook(w.s, NULL, NULL);
			same_ids(pane, begin, &got, &wanted, all);
		}
		free(begin);
	}
	search_begin(m, NULL);
	filter_free(last);
}

START_TEST(finds_what_the_file_says)
{
	const struct pane *pane = &panes[_i];
	struct search *m = search_of(pane);

	for (int i = 0; i < 12; i++) {
		struct str text = { 0 };
		words_add(&text);
		typed(m, pane, str_text(&text));
		str_free(&text);
	}
	struct ids all = read_ids(pane, NULL), got = found_ids(m, 128);
	same_ids(pane, "", &got, &all, true);
	search_free(m);
}
END_TEST

START_TEST(knows_that_the_file_changed)
{
	struct search *m = search_of(pane_find("partners"));
	struct error e = { 0 };

	ck_assert(action_begin(w.s, "test", &e));
	make(w.s, "organisation", "kind", "partner", "name", "Nueva", NULL);
	ck_assert(action_end(w.s, true, NULL, &e));
	ck_assert(!search_fresh(m));
	ck_assert(!search_ready(m));
	ck_assert(!search_build(m));
	search_free(m);
}
END_TEST

START_TEST(leaves_fields_to_the_file)
{
	static const char *const texts[] = { "name:chile", "museo country=CL",
	    "museo or (chile not type=glam)", "deleted=yes" };
	const struct pane *pane = pane_find("partners");

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct filter *f = filter_parse(w.s, entity_find(pane->entity), pane, texts[i], NULL);
		ck_assert_msg(!filter_is_words(f), "%s", texts[i]);
		filter_free(f);
	}
}
END_TEST

START_TEST(finds_bytes_as_memmem_does)
{
	char text[80], word[24];

	for (int i = 0; i < 20000; i++) {
		size_t n = draw(sizeof text), length = draw(draw(2) ? 4 : sizeof word);
		for (size_t k = 0; k < n; k++)
			text[k] = (char)('a' + draw(3));
		for (size_t k = 0; k < length; k++)
			word[k] = (char)('a' + draw(3));
		ck_assert_ptr_eq(find_bytes(text, n, word, length), memmem(text, n, word, length));
	}
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("search");
	TCase *t = tcase_create("search");
	int count = 0;

	while (panes[count].name)
		count++;
	tcase_set_timeout(t, 60);
	tcase_add_unchecked_fixture(t, setup, teardown);
	tcase_add_loop_test(t, finds_what_the_file_says, 0, count);
	tcase_add_test(t, leaves_fields_to_the_file);
	tcase_add_test(t, finds_bytes_as_memmem_does);
	tcase_add_test(t, knows_that_the_file_changed);
	suite_add_tcase(s, t);
	return run_suite(s);
}
