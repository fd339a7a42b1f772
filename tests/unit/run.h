/* How each unit test program ends (`return run_suite(s);`), and where it finds the files
 * of the source tree. */
#ifndef ALIANZA_TESTS_UNIT_RUN_H
#define ALIANZA_TESTS_UNIT_RUN_H

#include <check.h>
#include <stdio.h>

/* Runs the suite in the locale C.UTF-8, frees it, and prints TAP on stdout. Returns 0 when
 * it could run: what failed stands in the TAP, and each test of it is a result of its own
 * for `make check`. CK_FORK, CK_RUN_CASE and the like are obeyed (see Check); where
 * CK_TIMEOUT_MULTIPLIER is not set, tests have ten times the time they ask for. */
int run_suite(Suite *s);

/* Where a file of the source tree is, wherever the tests are built; until the next call. */
const char *source_path(const char *name);
FILE *source_open(const char *name);	/* to be read; the test fails when it is not there */

#endif
