#include "config.h"

#include "app/command.h"

#include <stdlib.h>
#include <string.h>

#include "app/groups.h"
#include "app/ready.h"
#include "base/arena.h"
#include "base/fold.h"
#include "base/i18n.h"

const struct command *const command_groups[] = {
	record_commands, act_commands, care_commands, item_commands, file_commands, log_commands,
	table_commands, starter_commands, tally_commands,
	report_commands, figure_commands, need_commands,
	event_commands, goal_commands, comment_commands, document_commands,
	screen_commands, form_commands, minutes_commands, door_commands, term_commands, NULL
};

enum { WORDS_MAX = 4096 };

const struct command *
command_at(int i)
{
	for (int g = 0; command_groups[g]; g++)
		for (int k = 0; command_groups[g][k].name; k++)
			if (i-- == 0)
				return &command_groups[g][k];
	return NULL;
}

static const struct command *
command_named(const char *name)
{
	for (int g = 0; command_groups[g]; g++)
		for (const struct command *c = command_groups[g]; c->name; c++)
			if (!strcmp(c->name, name))
				return c;
	return NULL;
}

/* Names stand folded in the tables, so that only the one typed has to be. */
const struct command *
command_find(const char *name)
{
	const struct command *c = command_named(name);
	struct str folded = { 0 };

	if (c)
		return c;
	fold_add(&folded, name, strlen(name));
	c = command_named(str_text(&folded));
	str_free(&folded);
	return c;
}

const char *
call_option_at(const struct call *call, const char *name, int n)
{
	for (int i = 0; call->options[i]; i++)
		if (!strcmp(call->options[i]->name, name) && n-- == 0)
			return call->values[i] ? call->values[i] : "";
	return NULL;
}

const char *
call_option(const struct call *call, const char *name)
{
	const char *last = NULL, *value;

	for (int i = 0; (value = call_option_at(call, name, i)); i++)
		last = value;
	return last;
}

bool
call_limit(const struct call *call, int64_t *limit, struct error *e)
{
	const char *text = call_option(call, "limit");
	char *end;

	*limit = text ? strtoll(text, &end, 10) : 0;
	return !text || (!*end && end != text && *limit > 0) || set_error(e, STATUS_USAGE,
	    _("--limit takes a whole number from 1 on, not \"%s\"."), text);
}

/* --- Options and arguments --- */

bool
option_taken(const struct command *c, const struct option *o)
{
	size_t n = strlen(o->name);

	for (const char *p = c->options; p && (p = strstr(p, o->name)); p += n)
		if ((p == c->options || p[-1] == ' ') && (p[n] == ' ' || !p[n]))
			return true;
	return false;
}

static bool
option_unknown(const struct command *c, const char *word, struct error *e)
{
	const char *names[64];
	size_t count = 0;

	for (int i = 0; options[i].name && count < 64; i++)
		if (option_taken(c, &options[i]))
			names[count++] = options[i].name;
	const char *near = fold_nearest(word + 2, names, count);
	if (near)
		return set_error(e, STATUS_USAGE,
		    _("\"%s\" has no option %s; did you mean --%s?"), c->name, word, near);
	return set_error(e, STATUS_USAGE,
	    _("\"%s\" has no option %s: \"alianza help %s\" lists them."), c->name, word, c->name);
}

/* -o is known from other programs, and the only letter there is. */
static const char *
option_word(const struct command *c, const char *word)
{
	static const struct option output = { "output", NULL, NULL, ARG_NONE };

	return !strcmp(word, "-o") && option_taken(c, &output) ? "--output" : word;
}

/* Takes one "--name", "--name=value" or "--name value" from the words. */
static bool
option_take(const struct command *c, int argc, const char *const *argv, int *i,
    const struct option **option, const char **value, struct error *e)
{
	const char *word = option_word(c, argv[*i]), *eq = strchr(word, '=');
	size_t n = eq ? (size_t)(eq - word - 2) : strlen(word + 2);
	const struct option *o = options;

	while (o->name && !(strlen(o->name) == n && !strncmp(o->name, word + 2, n)
	    && option_taken(c, o)))
		o++;
	if (!o->name)
		return option_unknown(c, word, e);
	*option = o;
	*value = eq ? eq + 1 : NULL;
	if (!o->value)
		return !eq || set_error(e, STATUS_USAGE, _("--%s takes no value."), o->name);
	if (!eq && ++*i >= argc)
		return set_error(e, STATUS_USAGE, _("--%s needs a value: --%s %s."), o->name,
		    o->name, _(o->value));
	if (!eq)
		*value = argv[*i];
	return true;
}

static bool
usage(const struct command *c, struct error *e)
{
	return set_error(e, STATUS_USAGE, _("\"%s%s%s\" is how it goes; \"alianza help %s\" tells more."),
	    c->name, c->args ? " " : "", c->args ? _(c->args) : "", c->name);
}

/* Parts the words into arguments and options; "--" ends the options, "-" is an
 * argument. */
static bool
call_parse(const struct command *c, int argc, const char *const *argv, struct arena *mem,
    struct call *call, struct error *e)
{
	const char **args = arena_alloc(mem, ((size_t)argc + 1) * sizeof *args);
	const struct option **given = arena_alloc(mem, ((size_t)argc + 1) * sizeof *given);
	const char **values = arena_alloc(mem, ((size_t)argc + 1) * sizeof *values);
	bool literal = false;
	int n = 0;

	for (int i = 0; i < argc; i++) {
		if (!literal && !strcmp(argv[i], "--"))
			literal = true;
		else if (literal || strncmp(option_word(c, argv[i]), "--", 2))
			args[call->argc++] = argv[i];
		else if (!option_take(c, argc, argv, &i, &given[n], &values[n], e))
			return false;
		else
			n++;
	}
	call->argv = args;
	call->options = given;
	call->values = values;
	if (call->argc < c->min || (c->max >= 0 && call->argc > c->max))
		return usage(c, e);
	return true;
}

/* --- Running --- */

static bool
run_changing(struct app *app, const struct command *c, struct call *call, struct error *e)
{
	int64_t action = 0;

	if (!action_begin(app->store, c->name, e))
		return false;
	bool ok = c->run(app, call, e);
	if (!action_end(app->store, ok && !call->dry_run, &action, ok ? e : NULL))
		return call->dry_run && ok;
	app_say_action(app, action);
	app->redraw |= REDRAW_ROWS;
	return ok;
}

static bool
run(struct app *app, const struct command *c, struct call *call, struct error *e)
{
	if (c->flags & C_SCREEN && !app->ui.run)
		return set_error(e, STATUS_USAGE, _("\"%s\" works on the screen only."), c->name);
	if (c->flags & C_SHELL && app->ui.run)
		return set_error(e, STATUS_USAGE,
		    _("\"%s\" is for the shell: alianza %s."), c->name, c->name);
	if (c->flags & (C_FILE | C_CHANGES) && !app_open(app, e))
		return false;
	if (c->flags & C_SCREEN)
		return app->ui.run(app->ui.screen, c->name, call, e);
	if (!(c->flags & (C_CHANGES | C_WRITES)))
		return c->run(app, call, e);
	if (!ready_to_change(app, c->flags & C_BACKUP ? c->name : NULL, e))
		return false;
	bool ok = c->flags & C_CHANGES ? run_changing(app, c, call, e) : c->run(app, call, e);
	ready_remember(app);
	return ok;
}

static bool
command_unknown(const char *name, struct error *e)
{
	const char *names[256];
	const struct command *c;
	size_t count = 0;

	for (int i = 0; (c = command_at(i)) && count < 256; i++)
		names[count++] = c->name;
	const char *near = fold_nearest(name, names, count);
	if (near)
		return set_error(e, STATUS_USAGE,
		    _("There is no command \"%s\"; did you mean \"%s\"?"), name, near);
	return set_error(e, STATUS_USAGE,
	    _("There is no command \"%s\": \"alianza help\" lists them."), name);
}

bool
command_run(struct app *app, int argc, const char *const *argv, struct error *e)
{
	struct arena mem = { 0 };
	struct call call = { 0 };

	if (!argc)
		return true;
	const struct command *c = command_find(argv[0]);
	if (!c)
		return command_unknown(argv[0], e);
	bool ok = call_parse(c, argc - 1, argv + 1, &mem, &call, e)
	    && run(app, c, &call, e);
	arena_free(&mem);
	return ok;
}

/* --- Words of a line --- */

/* One word from *p into word: blanks end it outside quotes; in "..." a \ escapes,
 * in '...' nothing does. */
static bool
word_take(const char **p, struct str *word, struct error *e)
{
	char quote = 0;

	for (; **p && (quote || !strchr(" \t\n", **p)); ++*p) {
		if (**p == quote)
			quote = 0;
		else if (!quote && (**p == '"' || **p == '\''))
			quote = **p;
		else if (**p == '\\' && quote != '\'' && (*p)[1])
			str_addc(word, *++*p);
		else
			str_addc(word, **p);
	}
	return !quote || set_error(e, STATUS_USAGE, _("A quote %c is not closed."), quote);
}

bool
words_split(const char *line, struct arena *mem, const char ***words, int *count,
    struct error *e)
{
	*words = arena_alloc(mem, (WORDS_MAX + 1) * sizeof **words);
	*count = 0;
	for (const char *p = line + strspn(line, " \t\n"); *p; p += strspn(p, " \t\n")) {
		struct str word = { 0 };
		bool ok = word_take(&p, &word, e);
		if (ok && *count == WORDS_MAX)
			ok = set_error(e, STATUS_USAGE, _("There are too many words."));
		if (ok)
			(*words)[(*count)++] = arena_dup(mem, str_text(&word), word.len);
		str_free(&word);
		if (!ok)
			return false;
	}
	return true;
}
