#include "base/id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/error.h"

#define RANDOM_BITS 22
static const int64_t epoch_ms = INT64_C(1577836800000);		/* 2020-01-01 UTC */
static const int64_t release_ms = INT64_C(1793491200000);	/* 2026-11-01 UTC */
static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";

void
id_format(int64_t id, char out[ID_LENGTH + 1])
{
	uint64_t rest = (uint64_t)id;

	for (int i = ID_LENGTH - 1; i > 0; i--) {
		out[i] = digits[rest & 31];
		rest >>= 5;
	}
	out[0] = (char)('a' + (rest & 7));
	out[ID_LENGTH] = '\0';
}

bool
id_parse(const char *s, size_t n, int64_t *out)
{
	uint64_t id;
	const char *d;

	if (n != ID_LENGTH || s[0] < 'a' || s[0] > 'h')
		return false;
	id = (uint64_t)(s[0] - 'a');
	for (int i = 1; i < ID_LENGTH; i++) {
		d = memchr(digits, s[i], 32);
		if (d == NULL)
			return false;
		id = id << 5 | (uint64_t)(d - digits);
	}
	if (id == 0)
		return false;
	*out = (int64_t)id;
	return true;
}

int64_t
id_make(int64_t unix_ms, uint64_t random)
{
	uint64_t ms = (uint64_t)(unix_ms - epoch_ms);
	uint64_t id;

	if (unix_ms >= release_ms && ms < UINT64_C(1) << 41)
		id = ms << RANDOM_BITS | (random & ((UINT64_C(1) << RANDOM_BITS) - 1));
	else
		id = random & INT64_MAX;
	return id == 0 ? 1 : (int64_t)id;
}

int64_t
id_new(void)
{
	uint64_t random;
	ssize_t got;

	do
		got = getrandom(&random, sizeof random, 0);
	while (got < 0 && errno == EINTR);
	if (got != (ssize_t)sizeof random)
		die("the system gives no random numbers: %s", strerror(errno));
	return id_make(clock_now_ms_real(), random);
}
