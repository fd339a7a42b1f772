/* Cases that other CSV readers test themselves with. Where we read one
 * differently, differences.txt beside the corpus says how and why; a difference
 * that is not listed, or is listed and gone, fails. */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "io/csv.h"
#include "tests/unit/run.h"

enum { CASES_MAX = 200 };

struct example {
	const char *name, *in, *file, *why;
	const char *rows;	/* "row" and "error" lines as they stand */
};

struct corpus {
	struct arena arena;
	struct example examples[CASES_MAX];
	int count;
};

static const struct {
	const char *folder;
	int cases, differences;
} corpora[] = {
	{ "csv-spectrum", 12, 1 },
	{ "rust-csv", 46, 1 },
	{ "papaparse", 73, 17 },
};

static void
add_path(struct str *path, const char *folder, const char *name)
{
	str_cut(path, 0);
	str_addf(path, "%s/%s/%s", source_path("tests/corpora"), folder, name);
}

static int
hex_value(const char *digits)
{
	char two[3] = { digits[0], digits[1], '\0' };

	return (int)strtol(two, NULL, 16);
}

static void
unescape(struct str *out, const char *s)
{
	static const char letters[] = "nrt\\", meanings[] = "\n\r\t\\";

	for (; *s; s++) {
		const char *letter = *s == '\\' ? strchr(letters, s[1]) : NULL;

		if (*s != '\\') {
			str_addc(out, *s);
		} else if (letter) {
			str_addc(out, meanings[letter - letters]);
			s++;
		} else {
			str_addc(out, (char)hex_value(s + 2));
			s += 3;
		}
	}
}

static void
escape(struct str *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		switch (s[i]) {
		case '\\': str_add(out, "\\\\"); break;
		case '\n': str_add(out, "\\n"); break;
		case '\r': str_add(out, "\\r"); break;
		case '\t': str_add(out, "\\t"); break;
		default:
			if ((unsigned char)s[i] < 0x20)
				str_addf(out, "\\x%02x", s[i]);
			else
				str_addc(out, s[i]);
		}
	}
}

static const char *
after(const char *line, const char *word)
{
	size_t n = strlen(word);

	return strncmp(line, word, n) == 0 ? line + n : NULL;
}

static void
load_line(struct corpus *c, const char *line, struct str *rows)
{
	const char *name = after(line, "case "), *text;
	struct example *last = c->count ? &c->examples[c->count - 1] : NULL;

	if (line[0] == '#' || line[0] == '\0')
		return;
	if (name) {
		ck_assert_int_lt(c->count, CASES_MAX);
		last = &c->examples[c->count++];
		last->name = arena_strdup(&c->arena, name);
		last->rows = "";
		str_cut(rows, 0);
		return;
	}
	ck_assert_msg(last != NULL, "no case before: %s", line);
	if ((text = after(line, "in ")) != NULL || (text = after(line, "in")) != NULL) {
		last->in = arena_strdup(&c->arena, text);
	} else if ((text = after(line, "file ")) != NULL) {
		last->file = arena_strdup(&c->arena, text);
	} else if ((text = after(line, "why ")) != NULL) {
		last->why = arena_strdup(&c->arena, text);
	} else {
		ck_assert_msg(after(line, "row") || after(line, "error "),
		    "odd: %s", line);
		str_addf(rows, "%s\n", line);
		last->rows = arena_strdup(&c->arena, str_text(rows));
	}
}

static void
load(struct corpus *c, const char *path)
{
	struct str rows = { 0 };
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	*c = (struct corpus){ .count = 0 };
	ck_assert_msg(f != NULL, "%s cannot be read", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		load_line(c, line, &rows);
	}
	free(line);
	fclose(f);
	str_free(&rows);
}

static void
add_row(struct str *out, const struct csv_cell *cells, size_t count)
{
	str_add(out, "row");
	for (size_t i = 0; i < count; i++) {
		str_addc(out, '\t');
		escape(out, cells[i].s, cells[i].n);
	}
	str_addc(out, '\n');
}

/* The line number in "NAME:LINE: sentence". */
static long
line_in(const char *sentence)
{
	const char *colon = strchr(sentence, ':');

	return colon ? strtol(colon + 1, NULL, 10) : 0;
}

static void
read_rows(struct csv_reader *r, struct str *out, struct error *e)
{
	const struct csv_cell *cells;
	size_t count;
	int got;

	while ((got = csv_read(r, &cells, &count, e)) > 0)
		add_row(out, cells, count);
	if (got < 0)
		str_addf(out, "error %ld\n", line_in(e->msg));
}

static void
read_example(const char *folder, const struct example *x, struct str *out)
{
	struct str bytes = { 0 };
	struct csv_reader *r;
	struct error e;

	if (x->file) {
		add_path(&bytes, folder, x->file);
		r = csv_open(str_text(&bytes), &e);
	} else {
		unescape(&bytes, x->in);
		r = csv_open_memory(str_text(&bytes), bytes.len, &e);
	}
	ck_assert_msg(r != NULL, "%s: %s", x->name, e.msg);
	read_rows(r, out, &e);
	csv_close(r);
	str_free(&bytes);
}

static const struct example *
find(const struct corpus *c, const char *name)
{
	for (int i = 0; i < c->count; i++)
		if (strcmp(c->examples[i].name, name) == 0)
			return &c->examples[i];
	return NULL;
}

/* Says what is wrong on stderr, so that one run names all. */
static bool
is_as_expected(const char *folder, const struct example *x, const struct example *other)
{
	struct str got = { 0 };
	bool same, right;

	read_example(folder, x, &got);
	same = strcmp(str_text(&got), x->rows) == 0;
	right = other ? !same && strcmp(str_text(&got), other->rows) == 0 : same;
	if (!right)
		fprintf(stderr, "%s: %s\ncase %s\n%s", folder, !other ? "not listed" :
		    same ? "listed, but read as expected" : "read in a third way",
		    x->name, str_text(&got));
	str_free(&got);
	return right;
}

START_TEST(every_case_is_read_as_expected_or_as_listed)
{
	const char *folder = corpora[_i].folder;
	static struct corpus cases, differences;
	struct str path = { 0 };
	int wrong = 0;

	add_path(&path, folder, "cases.txt");
	load(&cases, str_text(&path));
	add_path(&path, folder, "differences.txt");
	load(&differences, str_text(&path));
	ck_assert_int_eq(cases.count, corpora[_i].cases);
	ck_assert_int_eq(differences.count, corpora[_i].differences);
	for (int i = 0; i < differences.count; i++) {
		ck_assert_ptr_nonnull(differences.examples[i].why);
		ck_assert_ptr_nonnull(find(&cases, differences.examples[i].name));
	}
	for (int i = 0; i < cases.count; i++)
		wrong += !is_as_expected(folder, &cases.examples[i],
		    find(&differences, cases.examples[i].name));
	ck_assert_int_eq(wrong, 0);
	arena_free(&cases.arena);
	arena_free(&differences.arena);
	str_free(&path);
}
END_TEST

static const struct {
	const char *folder, *name;
	int rows, cells;	/* cells of each row, 0: they differ */
	enum csv_encoding encoding;
	char delimiter;
} samples[] = {
	{ "rust-csv", "smallpop.csv", 11, 4, CSV_UTF8, ',' },
	{ "rust-csv", "uspop-latin1.csv", 101, 5, CSV_WINDOWS1252, ',' },
	{ "rust-csv", "uspop-null.csv", 101, 5, CSV_UTF8, ',' },
	{ "papaparse", "long-sample.csv", 8, 0, CSV_UTF8, ',' },
	{ "papaparse", "sample.csv", 2, 3, CSV_UTF8, ',' },
	{ "papaparse", "utf-8-bom-sample.csv", 2, 3, CSV_UTF8_BOM, ',' },
};

START_TEST(sample_files_are_read)
{
	const struct csv_cell *cells;
	struct csv_reader *r;
	struct str path = { 0 };
	struct error e;
	size_t count;
	int got, rows = 0;

	add_path(&path, samples[_i].folder, samples[_i].name);
	r = csv_open(str_text(&path), &e);
	ck_assert_msg(r != NULL, "%s", e.msg);
	ck_assert_int_eq(csv_format(r)->encoding, samples[_i].encoding);
	ck_assert_int_eq(csv_format(r)->delimiter, samples[_i].delimiter);
	for (; (got = csv_read(r, &cells, &count, &e)) > 0; rows++)
		if (samples[_i].cells)
			ck_assert_int_eq(count, samples[_i].cells);
	ck_assert_int_eq(got, 0);
	ck_assert_int_eq(rows, samples[_i].rows);
	csv_close(r);
	str_free(&path);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("csv_corpora");
	TCase *all = tcase_create("corpora");

	tcase_add_loop_test(all, every_case_is_read_as_expected_or_as_listed, 0,
	    sizeof corpora / sizeof *corpora);
	tcase_add_loop_test(all, sample_files_are_read, 0,
	    sizeof samples / sizeof *samples);
	suite_add_tcase(s, all);
	return run_suite(s);
}
