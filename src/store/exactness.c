#include "config.h"

#include "store/exactness.h"

#include <stddef.h>
#include <string.h>

/* A part with any other qualifier may be too much as well as too little. */
static const struct {
	const char *code;
	enum exactness is;
} known[] = {
	{ "", EXACT }, { "exact", EXACT }, { "over", AT_LEAST }, { "at-least", AT_LEAST },
};

enum exactness
exactness_add(enum exactness so_far, const char *qualifier)
{
	enum exactness part = ABOUT;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (!strcmp(known[i].code, qualifier))
			part = known[i].is;
	return part > so_far ? part : so_far;
}

const char *
exactness_code(enum exactness x)
{
	static const char *const codes[] = { "exact", "at-least", "about" };

	return codes[x];
}
