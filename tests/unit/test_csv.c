#include <check.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/str.h"
#include "io/csv.h"
#include "tests/unit/run.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))
#define TEXT(literal) (literal), sizeof(literal) - 1

/* ---- reading into one text ------------------------------------------------ */

/* One record: "LINE" and each cell in brackets, quoted ones in braces. */
static void
add_record(struct str *out, long line, const struct csv_cell *cells, size_t count)
{
	str_addf(out, "%ld", line);
	for (size_t i = 0; i < count; i++) {
		str_addc(out, cells[i].quoted ? '{' : '[');
		str_addn(out, cells[i].s, cells[i].n);
		str_addc(out, cells[i].quoted ? '}' : ']');
	}
	str_addc(out, '\n');
}

static long
line_in(const char *sentence)
{
	const char *colon = strchr(sentence, ':');

	return colon ? strtol(colon + 1, NULL, 10) : 0;
}

static void
read_all(struct csv_reader *r, struct str *out)
{
	const struct csv_cell *cells;
	struct error e = { 0 };
	size_t count;
	int got;

	while ((got = csv_read(r, &cells, &count, &e)) > 0)
		add_record(out, csv_line(r), cells, count);
	if (got < 0)
		str_addf(out, "error %ld\n", line_in(e.msg));
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), got);
	csv_close(r);
}

static struct csv_reader *
open_text(const char *s, size_t n)
{
	struct error e = { 0 };
	struct csv_reader *r = csv_open_memory(s, n, &e);

	ck_assert_msg(r != NULL, "%s", e.msg);
	return r;
}

static void
assert_read(const char *s, size_t n, bool lenient, const char *expected)
{
	struct csv_reader *r = open_text(s, n);
	struct str got = { 0 };

	if (lenient)
		csv_lenient(r);
	read_all(r, &got);
	ck_assert_str_eq(str_text(&got), expected);
	str_free(&got);
}

/* ---- tables of examples ----------------------------------------------------- */

static const struct {
	const char *in, *out;
} strict[] = {
	{ "", "" },
	{ "\n", "" },
	{ "a", "1[a]\n" },
	{ "a,b\nc,d\n", "1[a][b]\n2[c][d]\n" },
	{ "a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n" },
	{ "a,b\rc,d\r", "1[a][b]\n2[c][d]\n" },
	{ "a\r\rb\n\nc\r\n\r\nd\n\r\ne", "1[a]\n3[b]\n5[c]\n7[d]\n9[e]\n" },
	{ ",\n,,", "1[][]\n2[][][]\n" },
	{ "\"\"\n\n\"\"", "1{}\n3{}\n" },
	{ " a , b\t,\tc d ", "1[ a ][ b\t][\tc d ]\n" },
	{ " \n\t\n  ", "1[ ]\n2[\t]\n3[  ]\n" },
	{ "a, \n ,b", "1[a][ ]\n2[ ][b]\n" },
	{ "\"a\",\" b \",\"c\"\"d\"\n", "1{a}{ b }{c\"d}\n" },
	{ "\"\"\"\",\"\"\"x\"\"\"", "1{\"}{\"x\"}\n" },
	{ "\"a\nb\",c\nd", "1{a\nb}[c]\n3[d]\n" },
	{ "\"a\r\nb\r\r\n\",c\r\nd", "1{a\r\nb\r\r\n}[c]\n5[d]\n" },
	{ "\"a,b\",c", "1{a,b}[c]\n" },
	{ "\n\na\n", "3[a]\n" },
	{ "a\n\"b", "1[a]\nerror 2\n" },
	{ "a\n\"b\nc\nd", "1[a]\nerror 2\n" },
	{ "a\nx,\"y\n\",\"b\nc\nd", "1[a]\nerror 3\n" },
	{ "a\n\n\"b\"\"", "1[a]\nerror 3\n" },
	{ "a\nb\"c\n", "1[a]\nerror 2\n" },
	{ "a\n\"b\" ,c\n", "1[a]\nerror 2\n" },
	{ "a\n\"b\n\n\" ,c\n", "1[a]\nerror 4\n" },
	{ "a\n\"b\n\n\"x,c\n", "1[a]\nerror 4\n" },
	{ "a\nb, \"c\",d\n", "1[a]\nerror 2\n" },
	{ "a\nb, \"\",d\n", "1[a]\nerror 2\n" },
	{ "a\n\"b\" \n", "1[a]\nerror 2\n" },
	{ "a\n\"b\" ", "1[a]\nerror 2\n" },
	{ "a\n\"b\"\t\"c\"\n", "1[a]\nerror 2\n" },
};

START_TEST(strict_examples)
{
	assert_read(strict[_i].in, strlen(strict[_i].in), false, strict[_i].out);
}
END_TEST

static const struct {
	const char *in, *out;
} lenient[] = {
	{ "a,b\"c\"d,e\n", "1[a][b\"c\"d][e]\n" },
	{ "\"a\" , \"b\"\n", "1{a}{b}\n" },
	{ "\"ab\"c,d", "1{ab\"c,d}\n" },
	{ " a ,\"b\nc\",\"d\n\"\ne", "1[ a ]{b\nc}{d\n}\n4[e]\n" },
	{ "a\n\"b\nc", "1[a]\n2{b\nc}\n" },
	{ "a\n\"b\"\"\nc", "1[a]\n2{b\"\nc}\n" },
	{ " \r\n\r\nb", "1[ ]\n3[b]\n" },
};

START_TEST(lenient_examples)
{
	assert_read(lenient[_i].in, strlen(lenient[_i].in), true, lenient[_i].out);
}
END_TEST

static const struct {
	const char *in;
	size_t n;
	enum csv_encoding encoding;
	char delimiter;
	bool sep_line;
	const char *out;
} formats[] = {
	{ TEXT("a,b"), CSV_UTF8, ',', false, "1[a][b]\n" },
	{ TEXT("a;b;c,d\n1,2;3;4"), CSV_UTF8, ';', false,
	    "1[a][b][c,d]\n2[1,2][3][4]\n" },
	{ TEXT("a\tb\n\t\n \tx"), CSV_UTF8, '\t', false, "1[a][b]\n2[][]\n3[ ][x]\n" },
	{ TEXT("\"a\"\tb\n"), CSV_UTF8, '\t', false, "1{a}[b]\n" },
	{ TEXT("a|b\n"), CSV_UTF8, '|', false, "1[a][b]\n" },
	{ TEXT("a;b,c\n"), CSV_UTF8, ',', false, "1[a;b][c]\n" },
	{ TEXT("\"x;;;\",b\n"), CSV_UTF8, ',', false, "1{x;;;}[b]\n" },
	{ TEXT("\n\na;b\n"), CSV_UTF8, ';', false, "3[a][b]\n" },
	{ TEXT("alone\na;b;c\n"), CSV_UTF8, ',', false, "1[alone]\n2[a;b;c]\n" },
	{ TEXT("sep=;\na,b;c\n"), CSV_UTF8, ';', true, "2[a,b][c]\n" },
	{ TEXT("SEP=|\r\na;b|c"), CSV_UTF8, '|', true, "2[a;b][c]\n" },
	{ TEXT("sep=;"), CSV_UTF8, ';', true, "" },
	{ TEXT("sep=x\n"), CSV_UTF8, ',', false, "1[sep=x]\n" },
	{ TEXT("sep=;x,y\n"), CSV_UTF8, ',', false, "1[sep=;x][y]\n" },
	{ TEXT("\xef\xbb\xbf" "a,\xc3\xb1"), CSV_UTF8_BOM, ',', false,
	    "1[a][\xc3\xb1]\n" },
	{ TEXT("\xef\xbb\xbfsep=;\r\na;b"), CSV_UTF8_BOM, ';', true, "2[a][b]\n" },
	{ TEXT("\xef\xbb\xbf"), CSV_UTF8_BOM, ',', false, "" },
	{ TEXT("\xff\xfe" "a\0,\0\xf1\0\n\0=\xd8\0\xde"), CSV_UTF16LE, ',', false,
	    "1[a][\xc3\xb1]\n2[\xf0\x9f\x98\x80]\n" },
	{ TEXT("\xfe\xff\0a\0;\0b"), CSV_UTF16BE, ';', false, "1[a][b]\n" },
	{ TEXT("Espa\xf1" "a,\x80\n\x93x\x94,\xe9"), CSV_WINDOWS1252, ',', false,
	    "1[Espa\xc3\xb1" "a][\xe2\x82\xac]\n"
	    "2[\xe2\x80\x9cx\xe2\x80\x9d][\xc3\xa9]\n" },
};

START_TEST(formats_are_recognised)
{
	struct csv_reader *r = open_text(formats[_i].in, formats[_i].n);
	struct str got = { 0 };

	ck_assert_int_eq(csv_format(r)->encoding, formats[_i].encoding);
	ck_assert_int_eq(csv_format(r)->delimiter, formats[_i].delimiter);
	ck_assert_int_eq(csv_format(r)->sep_line, formats[_i].sep_line);
	read_all(r, &got);
	ck_assert_str_eq(str_text(&got), formats[_i].out);
	str_free(&got);
}
END_TEST

static const struct {
	const char *in;
	size_t n;
	const char *says;
} not_text[] = {
	{ TEXT("a\r\nb\0c"), ":2: there is a NUL" },
	{ TEXT("a\r\0\nb"), ":2: there is a NUL" },
	{ TEXT("a\0b\0"), ":1: there is a NUL" },
	{ TEXT("\xff\xfe\n\0\0\0"), ":2: there is a NUL" },
	{ TEXT("\xff\xfe\0\0a\0\0\0"), ":1: there is a NUL" },
	{ TEXT("\xff\xfe\n\0a"), ":2: these bytes" },
	{ TEXT("\xff\xfe\n\0=\xd8" "a\0"), ":2: these bytes" },
	{ TEXT("\xff\xfe\n\0\0\xde"), ":2: these bytes" },
	{ TEXT("\xff\xfe" "a\0\n\0=\xd8"), ":2: these bytes" },
	{ TEXT("a\nb\n\x81\n"), ":3: these bytes" },
	{ TEXT("a\n\xe9\x1b\n"), ":2: these bytes" },
	{ TEXT("\xef\xbb\xbf\n\xe9\n"), ":2: these bytes" },
	{ TEXT("\xc3\xb1\n\xc3\xa9\n\xc3\n"), ":3: a character of this UTF-8" },
	{ TEXT("PK\3\4xyz"), "packed file" },
};

START_TEST(what_is_not_text_is_refused)
{
	struct error e = { 0 };

	ck_assert_ptr_null(csv_open_memory(not_text[_i].in, not_text[_i].n, &e));
	ck_assert_int_eq(e.status, STATUS_DATA);
	ck_assert_msg(strstr(e.msg, not_text[_i].says) != NULL, "%s", e.msg);
}
END_TEST

START_TEST(a_delimiter_can_be_forced)
{
	struct csv_reader *r = open_text(TEXT("a,b;c\n"));
	struct str got = { 0 };

	csv_delimiter_set(r, ';');
	read_all(r, &got);
	ck_assert_str_eq(str_text(&got), "1[a,b][c]\n");
	str_free(&got);
}
END_TEST

/* ---- against a reader that is slow and plain --------------------------------- */

struct plain {
	const char *s;
	size_t n, i;
	long line;
	struct str *out, cell;
};

static bool
at_end_of_cell(const struct plain *p)
{
	return p->i == p->n || strchr(",\r\n", p->s[p->i]);
}

static void
plain_count(struct plain *p, char c)
{
	bool crlf = c == '\n' && p->i > 0 && p->s[p->i - 1] == '\r';

	if (c == '\r' || (c == '\n' && !crlf))
		p->line++;
}

/* 0, or the line of the error. */
static long
plain_quoted(struct plain *p)
{
	long opened = p->line;

	for (p->i++; p->i < p->n; p->i++) {
		char c = p->s[p->i];

		if (c == '"' && p->i + 1 < p->n && p->s[p->i + 1] == '"')
			p->i++;
		else if (c == '"')
			break;
		plain_count(p, c);
		str_addc(&p->cell, c);
	}
	if (p->i++ == p->n)
		return opened;
	return at_end_of_cell(p) ? 0 : p->line;
}

static long
plain_cell(struct plain *p)
{
	bool quoted = p->i < p->n && p->s[p->i] == '"';
	long wrong = quoted ? plain_quoted(p) : 0;

	while (!quoted && !at_end_of_cell(p)) {
		if (p->s[p->i] == '"')
			return p->line;
		str_addc(&p->cell, p->s[p->i++]);
	}
	str_addc(p->out, quoted ? '{' : '[');
	str_addn(p->out, p->cell.s, p->cell.len);
	str_addc(p->out, quoted ? '}' : ']');
	str_cut(&p->cell, 0);
	return wrong;
}

static void
plain_read(struct plain *p)
{
	while (p->i < p->n) {
		size_t start = p->out->len;
		long wrong;

		if (strchr("\r\n", p->s[p->i])) {
			plain_count(p, p->s[p->i]);
			p->i++;
			continue;
		}
		str_addf(p->out, "%ld", p->line);
		while ((wrong = plain_cell(p)) == 0 && p->i < p->n && p->s[p->i] == ',')
			p->i++;
		if (wrong) {
			str_cut(p->out, start);
			str_addf(p->out, "error %ld\n", wrong);
			return;
		}
		str_addc(p->out, '\n');
	}
}

static unsigned
random_seed(void)
{
	const char *given = getenv("SEED");
	unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : 20261121;

	fprintf(stderr, "test_csv: SEED=%u\n", seed);
	srand(seed);
	return seed;
}

static void
add_random(struct str *s, const char *alphabet, size_t most)
{
	size_t n = (size_t)rand() % (most + 1);

	while (n-- > 0)
		str_addc(s, alphabet[(size_t)rand() % strlen(alphabet)]);
}

/* Mostly sound CSV, so that reading gets far. */
static void
add_random_record(struct str *s)
{
	static const char *const ends[] = { "\n", "\r", "\r\n", "\n\n", "\r\r\n" };

	for (int cells = rand() % 4; cells >= 0; cells--) {
		bool quoted = rand() % 2;

		if (quoted)
			str_addc(s, '"');
		add_random(s, quoted ? "ab, \t\r\n" : "ab \t", 6);
		if (quoted && rand() % 4 == 0)
			str_add(s, "\"\"");
		if (quoted)
			str_addc(s, '"');
		if (cells)
			str_addc(s, ',');
	}
	if (rand() % 40 == 0)
		add_random(s, "\"a", 2);
	str_add(s, ends[rand() % COUNT(ends)]);
}

static void
compare_with_plain(const struct str *text, unsigned seed)
{
	struct str expected = { 0 }, got = { 0 };
	struct plain p = { str_text(text), text->len, 0, 1, &expected, { 0 } };
	struct csv_reader *r = open_text(text->s, text->len);

	csv_delimiter_set(r, ',');
	plain_read(&p);
	read_all(r, &got);
	if (strcmp(str_text(&got), str_text(&expected)) != 0 && text->len < 500)
		ck_abort_msg("seed %u: %s\nread\n%sbut should\n%s", seed, text->s,
		    str_text(&got), str_text(&expected));
	ck_assert_msg(strcmp(str_text(&got), str_text(&expected)) == 0, "seed %u", seed);
	str_free(&p.cell);
	str_free(&expected);
	str_free(&got);
}

START_TEST(random_text_is_read_as_by_a_plain_reader)
{
	unsigned seed = random_seed();
	struct str text = { 0 };

	for (int i = 0; i < 4000; i++) {
		str_cut(&text, 0);
		add_random(&text, "a\", \r\n\t", 24);
		compare_with_plain(&text, seed);
		str_cut(&text, 0);
		for (int k = 0; k < 6; k++)
			add_random_record(&text);
		compare_with_plain(&text, seed);
	}
	str_free(&text);
}
END_TEST

/* The border between two blocks falls into everything sooner or later. */
START_TEST(block_borders_are_not_seen)
{
	unsigned seed = random_seed();
	struct str text = { 0 };

	for (int i = 0; i < 150; i++) {
		size_t filler = 65536 - (size_t)(rand() % 60);

		str_cut(&text, 0);
		str_add(&text, "x,\"");
		while (text.len < filler)
			str_addc(&text, 'f');
		str_add(&text, "\"\n");
		for (int k = 0; k < 20; k++)
			add_random_record(&text);
		compare_with_plain(&text, seed);
	}
	str_free(&text);
}
END_TEST

START_TEST(characters_on_block_borders_are_decoded)
{
	struct str text = { 0 };

	for (size_t shift = 0; shift < 4; shift++) {
		struct csv_reader *r;
		const struct csv_cell *cells;
		size_t count;

		str_cut(&text, 0);
		str_addn(&text, "abc", shift);
		while (text.len < 200000)
			str_add(&text, "\xf0\x9f\x98\x80");
		r = open_text(text.s, text.len);
		ck_assert_int_eq(csv_format(r)->encoding, CSV_UTF8);
		ck_assert_int_eq(csv_read(r, &cells, &count, NULL), 1);
		ck_assert_uint_eq(cells[0].n, text.len);
		ck_assert_mem_eq(cells[0].s, text.s, text.len);
		csv_close(r);
	}
	str_free(&text);
}
END_TEST

START_TEST(pairs_on_block_borders_are_decoded)
{
	struct str text = { 0 };
	struct csv_reader *r;
	const struct csv_cell *cells;
	size_t count, pairs = 40000;

	str_addn(&text, "\xff\xfe", 2);		/* the first block ends after it */
	for (size_t i = 0; i < pairs; i++)
		str_addn(&text, "=\xd8\0\xde", 4);
	str_addn(&text, "a\0", 2);
	r = open_text(text.s, text.len);
	ck_assert_int_eq(csv_read(r, &cells, &count, NULL), 1);
	ck_assert_uint_eq(cells[0].n, pairs * 4 + 1);
	csv_close(r);
	str_cut(&text, 2);
	str_addn(&text, "b\0", 2);		/* and now inside a pair */
	for (size_t i = 0; i < pairs; i++)
		str_addn(&text, "=\xd8\0\xde", 4);
	r = open_text(text.s, text.len);
	ck_assert_int_eq(csv_read(r, &cells, &count, NULL), 1);
	ck_assert_uint_eq(cells[0].n, pairs * 4 + 1);
	ck_assert_mem_eq(cells[0].s + cells[0].n - 4, "\xf0\x9f\x98\x80", 4);
	csv_close(r);
	str_free(&text);
}
END_TEST

START_TEST(a_record_has_its_limits)
{
	struct str text = { 0 };
	struct error e;
	const struct csv_cell *cells;
	size_t count;
	struct csv_reader *r;

	str_add(&text, "a\nb,\"");
	str_reserve(&text, 20000000);
	memset(text.s + text.len, 'x', 18000000);
	text.len += 18000000;
	r = open_text(text.s, text.len);
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), 1);
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), -1);
	ck_assert_msg(strstr(e.msg, ":2: a quote opened here") != NULL, "%s", e.msg);
	csv_close(r);
	memset(text.s, ',', 100000);
	r = open_text(text.s, 100000);
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), -1);
	ck_assert_msg(strstr(e.msg, ":1: this record has more") != NULL, "%s", e.msg);
	csv_close(r);
	str_free(&text);
}
END_TEST

/* ---- files and pipes ----------------------------------------------------------- */

static void
assert_not_opened(const char *path, enum status status)
{
	struct error e = { 0 };

	ck_assert_ptr_null(csv_open(path, &e));
	ck_assert_int_eq(e.status, status);
	ck_assert_msg(strstr(e.msg, path) != NULL, "%s", e.msg);
}

START_TEST(only_files_and_pipes_are_read)
{
	assert_not_opened("/nonexistent/x.csv", STATUS_NOINPUT);
	assert_not_opened("/tmp", STATUS_NOINPUT);
	assert_not_opened("/dev/zero", STATUS_NOINPUT);
}
END_TEST

static void
write_pipe(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t k = write(fd, s, n);

		if (k <= 0)
			_exit(1);
		s += k;
		n -= (size_t)k;
	}
}

/* A pipe is decided over the whole of it too: the last byte makes it 1252. */
START_TEST(standard_input_may_be_a_pipe)
{
	struct str text = { 0 }, got = { 0 };
	struct error e = { 0 };
	struct csv_reader *r;
	int fds[2], status;
	pid_t child;

	while (text.len < 300000)
		str_add(&text, "a,b\n");
	str_add(&text, "c,\xe9");
	ck_assert_int_eq(pipe(fds), 0);
	child = fork();
	if (child == 0) {
		close(fds[0]);
		write_pipe(fds[1], text.s, text.len);
		_exit(0);
	}
	close(fds[1]);
	ck_assert_int_eq(dup2(fds[0], STDIN_FILENO), STDIN_FILENO);
	close(fds[0]);
	r = csv_open("-", &e);
	ck_assert_msg(r != NULL, "%s", e.msg);
	ck_assert_int_eq(csv_format(r)->encoding, CSV_WINDOWS1252);
	read_all(r, &got);
	ck_assert_ptr_nonnull(strstr(str_text(&got), "75001[c][\xc3\xa9]\n"));
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert_int_eq(status, 0);
	str_free(&text);
	str_free(&got);
}
END_TEST

START_TEST(messages_name_the_file)
{
	char path[] = "/tmp/test_csv-XXXXXX", place[64];
	int fd = mkstemp(path);
	const struct csv_cell *cells;
	struct csv_reader *r;
	struct error e;
	size_t count;

	ck_assert_int_eq(write(fd, "a\n\"b\n", 5), 5);
	close(fd);
	r = csv_open(path, &e);
	ck_assert_ptr_nonnull(r);
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), 1);
	ck_assert_int_eq(csv_read(r, &cells, &count, &e), -1);
	ck_assert_int_eq(e.status, STATUS_DATA);
	snprintf(place, sizeof place, "%s:2: ", path);
	ck_assert_msg(strncmp(e.msg, place, strlen(place)) == 0, "%s", e.msg);
	csv_close(r);
	unlink(path);
}
END_TEST

/* ---- writing --------------------------------------------------------------------- */

static const struct {
	const char *cell, *written, *guarded;
} written[] = {
	{ "", "", "" },
	{ "a", "a", "a" },
	{ "a,b", "\"a,b\"", "\"a,b\"" },
	{ "a\"b", "\"a\"\"b\"", "\"a\"\"b\"" },
	{ "\"", "\"\"\"\"", "\"\"\"\"" },
	{ "a\nb", "\"a\nb\"", "\"a\nb\"" },
	{ "a\rb", "\"a\rb\"", "\"a\rb\"" },
	{ " a", "\" a\"", "\" a\"" },
	{ "a\t", "\"a\t\"", "\"a\t\"" },
	{ "a b;c", "a b;c", "a b;c" },
	{ "=1", "=1", "'=1" },
	{ "=1,2", "\"=1,2\"", "\"'=1,2\"" },
	{ "'-5", "'-5", "''-5" },
	{ "'tis", "'tis", "'tis" },
	{ "\t=", "\"\t=\"", "\"'\t=\"" },
	{ "\xef\xbc\x9d" "1", "\xef\xbc\x9d" "1", "'\xef\xbc\x9d" "1" },
};

START_TEST(cells_are_quoted_when_they_must)
{
	const char *cell = written[_i].cell;
	struct str out = { 0 };

	csv_cell_add(&out, cell, strlen(cell));
	ck_assert_str_eq(str_text(&out), written[_i].written);
	str_cut(&out, 0);
	csv_cell_add_guarded(&out, cell, strlen(cell));
	ck_assert_str_eq(str_text(&out), written[_i].guarded);
	str_free(&out);
}
END_TEST

START_TEST(a_record_of_one_empty_cell_is_not_lost)
{
	struct str out = { 0 };

	str_add(&out, "name");
	csv_record_end(&out, 0);
	csv_cell_add(&out, "", 0);
	csv_record_end(&out, out.len);
	ck_assert_str_eq(str_text(&out), "name\r\n\"\"\r\n");
	assert_read(out.s, out.len, false, "1[name]\n2{}\n");
	str_free(&out);
}
END_TEST

static void
random_cell(struct str *s)
{
	static const char *const pieces[] = { "\"", "\r", "\n", "\r\n", ",", ";", "|",
		"\t", " ", "a", "7", "=", "+", "-", "@", "'", "\xc3\xb1",
		"\xf0\x9f\x98\x80",
		"\xef\xbc\x9d", "sep=;", "word" };

	str_cut(s, 0);
	for (int n = rand() % 8; n > 0; n--)
		str_add(s, pieces[rand() % COUNT(pieces)]);
}

/* Takes the guard off as an import does. */
static bool
is_same_text(const struct csv_cell *cell, const struct str *text, bool guarded)
{
	const char *s = cell->s;
	size_t n = cell->n;

	if (guarded && csv_is_guarded(s, n)) {
		s++;
		n--;
	}
	return n == text->len && (n == 0 || memcmp(s, text->s, n) == 0);
}

enum { ROWS = 20000, COLUMNS = 3 };

static void
write_cells(struct str *file, struct str cells[][COLUMNS], bool guard)
{
	str_add(file, "a,b,c\r\n");
	for (int i = 0; i < ROWS; i++) {
		size_t start = file->len;

		for (int k = 0; k < COLUMNS; k++) {
			const char *s = str_text(&cells[i][k]);

			if (k > 0)
				str_addc(file, ',');
			if (guard)
				csv_cell_add_guarded(file, s, cells[i][k].len);
			else
				csv_cell_add(file, s, cells[i][k].len);
		}
		csv_record_end(file, start);
	}
}

static void
read_cells_back(const struct str *file, struct str cells[][COLUMNS], bool guard)
{
	struct csv_reader *r = open_text(file->s, file->len);
	const struct csv_cell *got;
	struct error e = { 0 };
	size_t count;

	ck_assert_int_eq(csv_read(r, &got, &count, &e), 1);
	for (int i = 0; i < ROWS; i++) {
		ck_assert_msg(csv_read(r, &got, &count, &e) == 1, "%s", e.msg);
		ck_assert_uint_eq(count, COLUMNS);
		for (int k = 0; k < COLUMNS; k++)
			ck_assert_msg(is_same_text(&got[k], &cells[i][k], guard),
			    "row %d cell %d", i, k);
	}
	ck_assert_int_eq(csv_read(r, &got, &count, &e), 0);
	csv_close(r);
}

START_TEST(what_is_written_is_read_back)
{
	static struct str cells[ROWS][COLUMNS];
	bool guard = _i == 1;
	struct str file = { 0 };

	random_seed();
	fprintf(stderr, "test_csv: %d cells\n", ROWS * COLUMNS);
	for (int i = 0; i < ROWS * COLUMNS; i++)
		random_cell(&cells[i / COLUMNS][i % COLUMNS]);
	write_cells(&file, cells, guard);
	read_cells_back(&file, cells, guard);
	for (int i = 0; i < ROWS * COLUMNS; i++)
		str_free(&cells[i / COLUMNS][i % COLUMNS]);
	str_free(&file);
}
END_TEST

/* ---- formula guard ------------------------------------------------------- */

static bool
begins_a_formula(const char *s)
{
	return s[0] != '\0' && (strchr("=+-@\t\r", s[0]) != NULL ||
	    strncmp(s, "\xef\xbc\x9d", 3) == 0 || strncmp(s, "\xef\xbc\x8b", 3) == 0 ||
	    strncmp(s, "\xef\xbc\x8d", 3) == 0 || strncmp(s, "\xef\xbc\xa0", 3) == 0);
}

static void
assert_guard_is_lossless(const char *s, size_t n)
{
	struct str guarded = { 0 };

	if (csv_needs_guard(s, n))
		str_addc(&guarded, '\'');
	str_addn(&guarded, s, n);
	ck_assert_msg(!begins_a_formula(str_text(&guarded)), "unguarded: %s", guarded.s);
	if (csv_is_guarded(guarded.s, guarded.len))
		ck_assert_str_eq(guarded.s + 1, s);
	else
		ck_assert_str_eq(guarded.s, s);
	str_free(&guarded);
}

static const char *const payloads[] = {
	"tests/corpora/injection/csv-formula.txt", "tests/corpora/injection/csv-payload.txt"
};

START_TEST(payloads_are_guarded_and_come_back)
{
	FILE *f = source_open(payloads[_i]);
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	int lines = 0;

	for (; (n = getline(&line, &cap, f)) > 0; lines++) {
		if (line[n - 1] == '\n')
			line[--n] = '\0';
		assert_guard_is_lossless(line, (size_t)n);
	}
	ck_assert_int_gt(lines, 5);
	free(line);
	fclose(f);
}
END_TEST

START_TEST(the_guard_is_lossless_for_every_text)
{
	struct str text = { 0 };

	random_seed();
	for (int i = 0; i < 20000; i++) {
		str_cut(&text, 0);
		for (int k = rand() % 4; k > 0; k--)
			str_addc(&text, '\'');
		add_random(&text, "=+-@\t\ra' ", 3);
		assert_guard_is_lossless(str_text(&text), text.len);
	}
	ck_assert(!csv_needs_guard("'", 1));
	ck_assert(!csv_needs_guard("\xef\xbc", 2));
	ck_assert(!csv_is_guarded("", 0));
	str_free(&text);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("csv");
	TCase *in = tcase_create("in"), *out = tcase_create("out");

	tcase_set_timeout(in, 60);
	tcase_add_loop_test(in, strict_examples, 0, COUNT(strict));
	tcase_add_loop_test(in, lenient_examples, 0, COUNT(lenient));
	tcase_add_loop_test(in, formats_are_recognised, 0, COUNT(formats));
	tcase_add_loop_test(in, what_is_not_text_is_refused, 0, COUNT(not_text));
	tcase_add_test(in, a_delimiter_can_be_forced);
	tcase_add_test(in, random_text_is_read_as_by_a_plain_reader);
	tcase_add_test(in, block_borders_are_not_seen);
	tcase_add_test(in, characters_on_block_borders_are_decoded);
	tcase_add_test(in, pairs_on_block_borders_are_decoded);
	tcase_add_test(in, a_record_has_its_limits);
	tcase_add_test(in, only_files_and_pipes_are_read);
	tcase_add_test(in, standard_input_may_be_a_pipe);
	tcase_add_test(in, messages_name_the_file);
	suite_add_tcase(s, in);
	tcase_set_timeout(out, 60);
	tcase_add_loop_test(out, cells_are_quoted_when_they_must, 0, COUNT(written));
	tcase_add_test(out, a_record_of_one_empty_cell_is_not_lost);
	tcase_add_loop_test(out, what_is_written_is_read_back, 0, 2);
	tcase_add_loop_test(out, payloads_are_guarded_and_come_back, 0, COUNT(payloads));
	tcase_add_test(out, the_guard_is_lossless_for_every_text);
	suite_add_tcase(s, out);
	return run_suite(s);
}
