#include "tests/unit/run.h"

int
run_suite(Suite *s)
{
	SRunner *runner = srunner_create(s);

	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	srunner_free(runner);
	return 0;
}
