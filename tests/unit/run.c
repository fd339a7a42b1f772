#include "tests/unit/run.h"

#include <locale.h>

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
