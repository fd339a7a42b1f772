#include "tests/unit/run.h"

#include <locale.h>
#include <stdlib.h>

/* Check gives a test four seconds, which a busy machine takes for one that is quick.
 * It looks here when a suite is made, which is before run_suite(). */
__attribute__((constructor)) static void
patience_give(void)
{
	setenv("CK_TIMEOUT_MULTIPLIER", "10", 0);
}

int
run_suite(Suite *s)
{
	setlocale(LC_ALL, "C.UTF-8");	/* wcwidth() wants one of UTF-8 */
	SRunner *runner = srunner_create(s);

	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	srunner_free(runner);
	return 0;
}

const char *
source_path(const char *name)
{
	static char path[4096];
	const char *top = getenv("top_srcdir");

	if (!top)
		top = getenv("srcdir");
	snprintf(path, sizeof path, "%s/%s", top ? top : ".", name);
	return path;
}

FILE *
source_open(const char *name)
{
	FILE *f = fopen(source_path(name), "rb");

	ck_assert_msg(f != NULL, "%s cannot be read", source_path(name));
	return f;
}
