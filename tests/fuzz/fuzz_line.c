/* A line as typed after ":", of commands that only look. */
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "base/arena.h"
#include "tests/fuzz/fuzz.h"

static const char *const harmless[] = { "commands", "fields", "help", "list", "log", "manual",
	"panes", "settings", "show", "terms" };

static bool
forget_answer(void *ctx, const char *s, size_t n, struct error *e)
{
	(void)e;
	*(size_t *)ctx += n && s ? n : 0;
	return true;
}

static void
forget_talk(void *ctx, const char *sentence)
{
	*(size_t *)ctx += strlen(sentence);
}

static struct app *
app_of_world(void)
{
	static struct app app;
	static size_t bytes;

	if (app.path)
		return &app;
	fuzz_begin();
	fuzz_world(fuzz_path("world.db"));
	app.path = xstrdup(fuzz_path("world.db"));
	app.readonly = true;
	app.now = true;
	app.out = (struct app_sink){ .answer = forget_answer, .talk = forget_talk, .ctx = &bytes };
	return &app;
}

/* Only what looks, and nothing that could be a path. */
static bool
is_harmless(const char *const *words, int count)
{
	const struct command *c = count ? command_find(words[0]) : NULL;
	bool found = false;

	for (size_t i = 0; c && i < sizeof harmless / sizeof *harmless; i++)
		found |= !strcmp(c->name, harmless[i]);
	for (int i = 0; i < count; i++)
		if (strchr(words[i], '/') || strstr(words[i], ".."))
			return false;
	return found || !c;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct app *app = app_of_world();
	struct arena mem = { 0 };
	struct error e = { 0 };
	const char **words;
	int count;

	uint8_t how = fuzz_byte(&data, &n);
	char *line = fuzz_text(data, n);
	app->out.columns = how & 1 ? how : 0;
	app->out.terminal = how & 2;
	app->out.plain = how & 4;
	if (!words_split(line, &mem, &words, &count, &e))
		fuzz_refused(&e);
	else if (is_harmless(words, count) && !command_run(app, count, words, &e))
		fuzz_refused(&e);
	arena_free(&mem);
	free(line);
	return 0;
}
