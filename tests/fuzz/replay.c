/* Runs a target without libFuzzer: over its seeds, and over changed ones. As a test
 * of `make check` it speaks TAP; what the files in tests/fuzz/seeds/NAME do is the same
 * everywhere, and so is what comes of FUZZ_SEED (1) and FUZZ_RUNS (2000; no more are
 * begun after a second). The input under way is in the file "input" when it dies.
 *
 * With files on the command line it runs over those only. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "tests/fuzz/fuzz.h"

enum { INPUT_MAX = 64 * 1024, RUNS = 2000, INPUT_SECONDS = 300 };
static const double SECONDS_MAX = 1;

struct seeds {
	struct str *texts;
	size_t count;
};

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

/* splitmix64: small, and the same everywhere. */
static uint64_t
draw(uint64_t *state, uint64_t below)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15U;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	z ^= z >> 31;
	return below ? z % below : z;
}

/* --- Seeds --- */

static bool
file_read(const char *path, struct str *out)
{
	FILE *f = fopen(path, "rb");
	char block[4096];
	size_t n;

	if (!f)
		return false;
	while ((n = fread(block, 1, sizeof block, f)) && out->len < INPUT_MAX)
		str_addn(out, block, n);
	fclose(f);
	return true;
}

static int
is_seed(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static bool
seeds_read(const char *name, struct seeds *seeds)
{
	struct str path = { 0 };
	struct dirent **found;
	const char *root = getenv("top_srcdir");

	str_addf(&path, "%s/tests/fuzz/seeds/%s/", root ? root : ".", name);
	size_t length = path.len;
	int count = scandir(str_text(&path), &found, is_seed, alphasort);
	for (int i = 0; i < count; i++) {
		str_cut(&path, length);
		str_add(&path, found[i]->d_name);
		seeds->texts = xrealloc(seeds->texts, (seeds->count + 1) * sizeof *seeds->texts);
		seeds->texts[seeds->count] = (struct str){ 0 };
		if (file_read(str_text(&path), &seeds->texts[seeds->count]))
			seeds->count++;
		free(found[i]);
	}
	if (count >= 0)
		free(found);
	str_free(&path);
	return seeds->count > 0;
}

static void
seeds_free(struct seeds *seeds)
{
	for (size_t i = 0; i < seeds->count; i++)
		str_free(&seeds->texts[i]);
	free(seeds->texts);
}

/* --- Changes --- */

/* What programs stumble over. */
static const char *const odd[] = { "\"", "\n", "\r\n", ",", ";", "=", "!", "(", ")", "\\",
	"'", "-", "0", "99999999999999999999", "\xef\xbb\xbf", "\xc3", "\xe2\x80\xae", "\xcc\x81",
	"\xf0\x9f\x91\xa9\xe2\x80\x8d", "\xff", "%s", "_", " or ", "*", "--" };

static void
change(struct str *s, const struct seeds *seeds, uint64_t *state)
{
	size_t at = draw(state, s->len + 1), n = draw(state, s->len - at + 1);
	const struct str *other = &seeds->texts[draw(state, seeds->count)];
	struct str rest = { 0 };

	str_addn(&rest, str_text(s) + at, s->len - at);
	switch (draw(state, 6)) {
	case 0:
		if (at < s->len)
			s->s[at] = (char)draw(state, 256);
		break;
	case 1:
		if (at < s->len)
			s->s[at] ^= (char)(1 << draw(state, 8));
		break;
	case 2:
		str_cut(s, at);
		str_addn(s, str_text(&rest) + n, rest.len - n);
		break;
	case 3:
		str_cut(s, at);
		str_addn(s, str_text(&rest), n);
		str_addn(s, str_text(&rest), rest.len);
		break;
	case 4:
		str_cut(s, at);
		str_add(s, odd[draw(state, sizeof odd / sizeof *odd)]);
		str_addn(s, str_text(&rest), rest.len);
		break;
	default:
		str_cut(s, at);
		at = draw(state, other->len + 1);
		str_addn(s, str_text(other) + at, other->len - at);
	}
	str_free(&rest);
	if (s->len > INPUT_MAX)
		str_cut(s, INPUT_MAX);
}

/* --- Running --- */

/* Kept in a file meanwhile, and given in memory of just its size, so that sanitizers
 * see a step beyond it. */
static void
try_input(int kept, const struct str *s)
{
	uint8_t *exact = xmalloc(s->len);

	if (s->len)
		memcpy(exact, s->s, s->len);
	if (ftruncate(kept, 0) || pwrite(kept, exact, s->len, 0) != (ssize_t)s->len)
		exit(99);
	alarm(INPUT_SECONDS);
	LLVMFuzzerTestOneInput(exact, s->len);
	alarm(0);
	free(exact);
}

static void
try_changed(int kept, const struct seeds *seeds, uint64_t state)
{
	double end = seconds() + SECONDS_MAX;
	uint64_t runs = number_of("FUZZ_RUNS", RUNS), i;

	printf("# FUZZ_SEED=%llu\n", (unsigned long long)state);
	for (i = 0; i < runs && seconds() < end; i++) {
		const struct str *from = &seeds->texts[draw(&state, seeds->count)];
		struct str s = { 0 };
		str_addn(&s, str_text(from), from->len);
		for (uint64_t n = 1 + draw(&state, 6); n > 0; n--)
			change(&s, seeds, &state);
		try_input(kept, &s);
		str_free(&s);
	}
	printf("ok 2 - %llu changed ones\n", (unsigned long long)i);
}

int
main(int count, char **names)
{
	const char *name = strstr(names[0], "fuzz_");
	struct seeds seeds = { 0 };
	int kept = open("input", O_RDWR | O_CREAT | O_TRUNC, 0600);

	for (const char *next = name; next; next = strstr(next + 1, "fuzz_"))
		name = next;
	for (int i = 1; i < count; i++) {
		struct str s = { 0 };
		if (file_read(names[i], &s))
			try_input(kept, &s);
		str_free(&s);
	}
	if (count == 1) {
		printf("1..2\n");
		printf("%sok 1 - ", seeds_read(name ? name + 5 : "", &seeds) ? "" : "not ");
		fflush(stdout);
		for (size_t i = 0; i < seeds.count; i++)
			try_input(kept, &seeds.texts[i]);
		printf("%zu seeds\n", seeds.count);
		if (seeds.count)
			try_changed(kept, &seeds, number_of("FUZZ_SEED", 1));
	}
	seeds_free(&seeds);
	unlink("input");
	return kept < 0 ? 99 : 0;
}
