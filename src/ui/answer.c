#include "config.h"

#include "ui/answer.h"

#include "app/command.h"

struct talk {
	struct app_sink outer;
	struct str *out;
};

static bool
answer_to(void *ctx, const char *s, size_t n, struct error *e)
{
	(void)e;
	str_addn(((struct talk *)ctx)->out, s, n);
	return true;
}

static void
talk_on(void *ctx, const char *sentence)
{
	struct app_sink *outer = &((struct talk *)ctx)->outer;

	outer->talk(outer->ctx, sentence);
}

bool
answer_words(struct app *app, int argc, const char *const *argv, struct str *out,
    struct error *e)
{
	struct talk talk = { app->out, out };

	app->out.answer = answer_to;
	app->out.talk = talk_on;
	app->out.ctx = &talk;
	bool ok = command_run(app, argc, argv, e);
	app->out = talk.outer;
	return ok;
}
