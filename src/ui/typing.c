#include "config.h"

#include "ui/typing.h"

#include "app/groups.h"
#include "app/keymap.h"

bool
typing_is_command(const char *context, const char *key)
{
	const struct command *bound = keymap_find(context, key).command;

	for (const struct command *c = minutes_commands; c->name; c++)
		if (c == bound)
			return true;
	return false;
}

bool
typing_refused(struct screen *sc, const struct event *ev)
{
	const char *why = store_readonly(sc->app->store);
	bool types = ev->kind == EVENT_PASTE || (ev->kind == EVENT_KEY && *ev->text);
	struct error e;

	if (!why || !types)
		return false;
	set_error(&e, STATUS_NOPERM, "%s", why);
	screen_fail(sc, &e);
	return true;
}
