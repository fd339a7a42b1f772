#include "config.h"

#include "app/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/computer.h"
#include "app/line_said.h"
#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "store/history.h"
#include "store/through.h"

/* The place is drawn once for this computer and kept among its settings. */
static const char *
place_of(struct app *app)
{
	const char *place = computer_setting(app, "place");
	char fresh[ID_LENGTH + 1];

	if (*place)
		return place;
	id_format(id_new(), fresh);
	if (!computer_setting_put(app, "place", fresh, NULL))
		return NULL;
	return computer_setting(app, "place");
}

static void
say_lines(struct app *app, const char *lines)
{
	while (*lines) {
		size_t n = strcspn(lines, "\n");
		app_say(app, "%.*s", (int)n, lines);
		lines += n + (lines[n] == '\n');
	}
}

/* The next start without a name opens this file. */
static void
remember(struct app *app)
{
	const char *path = store_path(app->store);

	if (!app->sample && strcmp(computer_setting(app, "own_computer"), "no")
	    && strcmp(computer_setting(app, "last_file"), path))
		computer_setting_put(app, "last_file", path, NULL);
}

const char *
app_who(struct app *app)
{
	const char *who = app->who ? app->who : computer_setting(app, "who");

	return who && *who ? who : NULL;
}

void
app_take(struct app *app, struct store *s)
{
	app->store = s;
	say_lines(app, store_notices(s));
	if (store_readonly(s) && !app->readonly)
		app_say(app, "%s", store_readonly(s));
	char *who = app_who(app) ? xstrdup(app_who(app)) : NULL;
	store_who_set(s, who, place_of(app));
	line_said_begin(s, who);
	free(who);
	store_stop_hook(s, app->stop, app->stop_ctx);
	remember(app);
	const char *today = setting_get(s, "sample_today");
	if (*today && !app->now && clock_set_text(today, strlen(today), NULL))
		app->since = clock_ms();
}

bool
app_open(struct app *app, struct error *e)
{
	if (app->store)
		return true;
	if (!app->path)
		return set_error(e, STATUS_NOINPUT,
		    _("There is no file yet: make one with \"alianza init FILE\", or look around with \"alianza --sample\"."));
	struct store *s = store_open(app->path, app->readonly ? OPEN_READONLY : 0, e);
	if (s)
		app_take(app, s);
	return s != NULL;
}

void
app_close(struct app *app)
{
	store_close(app->store);
	computer_close(app);
	free(app->path);
	app->store = NULL;
	app->path = NULL;
}

bool
app_answer(struct app *app, const char *s, size_t n, struct error *e)
{
	return app->out.answer(app->out.ctx, s, n, e);
}

bool
app_answer_str(struct app *app, struct str *out, struct error *e)
{
	bool ok = app_answer(app, str_text(out), out->len, e);

	str_free(out);
	return ok;
}

void
app_say(struct app *app, const char *fmt, ...)
{
	struct str sentence = { 0 };
	va_list ap;

	va_start(ap, fmt);
	str_addv(&sentence, fmt, ap);
	va_end(ap);
	app->out.talk(app->out.ctx, str_text(&sentence));
	str_free(&sentence);
}

void
app_say_private(struct app *app, int64_t records)
{
	if (records)
		app_say(app, ngettext("%lld private record was left out.",
		    "%lld private records were left out.", (unsigned long)records),
		    (long long)records);
}

void
app_say_action(struct app *app, int64_t action)
{
	struct str sentence = { 0 };

	if (action && history_sentence(app->store, action, &sentence, NULL))
		app_say(app, "%s", str_text(&sentence));
	str_free(&sentence);
}

bool
app_is_stopped(void *ctx)
{
	const struct app *app = ctx;

	return app->stop && app->stop(app->stop_ctx);
}
