/* A world (world.h) with an app on it, for tests of what people do: where its state goes,
 * and what it said. */
#ifndef ALIANZA_TESTS_UNIT_APP_WORLD_H
#define ALIANZA_TESTS_UNIT_APP_WORLD_H

#include "tests/unit/world.h"

#include "app/computer.h"

static struct app app;
static struct str said;

static void
talk(void *ctx, const char *sentence)
{
	str_addf(ctx, "%s\n", sentence);
}

static void
setup(void)
{
	char here[4096];

	world_begin(&w);
	ck_assert_ptr_nonnull(getcwd(here, sizeof here));
	setenv("XDG_STATE_HOME", here, 1);
	app = (struct app){ .store = w.s, .ready = true, .out = { .talk = talk, .ctx = &said } };
}

static void
teardown(void)
{
	computer_close(&app);
	str_free(&said);
	world_end(&w);
}

#endif
