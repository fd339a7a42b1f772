/* CSV in, and what was read written and read again. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/csv.h"
#include "tests/fuzz/fuzz.h"

/* A cell's text or count, parted so that no two records look alike. */
static void
note(struct str *seen, const char *s, size_t n)
{
	str_addn(seen, (const char *)&n, sizeof n);
	str_addn(seen, s, n);
}

static void
guard_test(const char *s, size_t n)
{
	struct str out = { 0 };

	if (csv_needs_guard(s, n)) {
		str_addc(&out, '\'');
		str_addn(&out, s, n);
		fuzz_promise(csv_is_guarded(str_text(&out), out.len), "a guard is seen again");
	} else {
		fuzz_promise(!csv_is_guarded(s, n), "what has no need has no guard");
	}
	str_free(&out);
}

static void
record_take(const struct csv_cell *cells, size_t count, struct str *seen, struct str *out)
{
	size_t start = out->len;

	str_addn(seen, (const char *)&count, sizeof count);
	for (size_t i = 0; i < count; i++) {
		fuzz_promise(utf8_valid(cells[i].s, cells[i].n, NULL), "a cell is UTF-8");
		guard_test(cells[i].s, cells[i].n);
		note(seen, cells[i].s, cells[i].n);
		if (i)
			str_addc(out, ',');
		csv_cell_add(out, cells[i].s, cells[i].n);
	}
	csv_record_end(out, start);
}

/* All records; false when one is refused. */
static bool
read_all(struct csv_reader *r, struct str *seen, struct str *out)
{
	const struct csv_cell *cells;
	struct error e = { 0 };
	size_t count;
	long line = 0;
	int got;

	while ((got = csv_read(r, &cells, &count, &e)) > 0) {
		fuzz_promise(count > 0, "a record has a cell");
		fuzz_promise(csv_line(r) > line, "lines go on");
		line = csv_line(r);
		record_take(cells, count, seen, out);
	}
	if (got < 0)
		fuzz_refused(&e);
	return got == 0;
}

static void
read_again(const struct str *seen, const struct str *out)
{
	struct str again = { 0 }, rest = { 0 };
	struct error e = { 0 };
	const struct csv_cell *cells;
	size_t count;
	struct csv_reader *r = csv_open_memory(str_text(out), out->len, &e);

	fuzz_promise(r != NULL, "what was written is read");
	csv_delimiter_set(r, ',');
	fuzz_promise(csv_read(r, &cells, &count, &e) == 1, "the header is read again");
	fuzz_promise(read_all(r, &again, &rest), "what was written is not refused");
	fuzz_promise(again.len == seen->len && !memcmp(str_text(&again), str_text(seen), again.len),
	    "what was written is what is read");
	csv_close(r);
	str_free(&again);
	str_free(&rest);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const char delimiters[] = ",;\t|";
	struct str seen = { 0 }, again = { 0 }, out = { 0 };
	struct error e = { 0 };

	fuzz_begin();
	uint8_t how = fuzz_byte(&data, &n);
	struct csv_reader *r = csv_open_memory((const char *)data, n, &e);
	if (!r) {
		fuzz_refused(&e);
		return 0;
	}
	if (how & 1)
		csv_lenient(r);
	if (how & 2)
		csv_delimiter_set(r, delimiters[how >> 6]);
	str_add(&out, "header,of,ours\r\n");
	bool ok = read_all(r, &seen, &out);
	read_again(&seen, &out);
	str_cut(&out, 0);
	fuzz_promise(csv_rewind(r, &e), "it can be read again");
	fuzz_promise(read_all(r, &again, &out) == ok && again.len == seen.len
	    && !memcmp(str_text(&again), str_text(&seen), seen.len), "and is the same again");
	csv_close(r);
	str_free(&seen);
	str_free(&again);
	str_free(&out);
	return 0;
}
