/* Commands that change the lists of a file: what its people call things. */
#include "config.h"

#include "app/groups.h"

#include <string.h>

#include "base/fold.h"
#include "base/i18n.h"
#include "model/term.h"
#include "store/value.h"

static bool
list_named(const char *list, struct error *e)
{
	const char *name, *names[128];
	size_t count = 0;

	for (int i = 0; (name = term_list_at(i)); i++) {
		if (!strcmp(name, list))
			return true;
		if (count < sizeof names / sizeof *names)
			names[count++] = name;
	}
	name = fold_nearest(list, names, count);
	return name ? set_error(e, STATUS_USAGE,
	    _("There is no list \"%s\"; did you mean \"%s\"?"), list, name)
	    : set_error(e, STATUS_USAGE,
	    _("There is no list \"%s\": \"alianza terms\" shows them all."), list);
}

/* The list and the value that the first two arguments name; NULL and a sentence. */
static const char *
term_named(struct app *app, const struct call *call, struct error *e)
{
	const char *list = call->argv[0], *typed = call->argv[1];

	if (!list_named(list, e))
		return NULL;
	const char *code = term_code(app->store, list, typed, strlen(typed));
	if (!code)
		set_error(e, STATUS_NONE,
		    _("The list %s has no value \"%s\": \"alianza terms %s\" shows it."), list, typed,
		    list);
	return code;
}

static bool
add(struct app *app, struct call *call, struct error *e)
{
	const char *list = call->argv[0], *label = call->argv[1];

	if (!list_named(list, e))
		return false;
	if (!*label || term_code(app->store, list, label, strlen(label)))
		return set_error(e, STATUS_DATA, _("The list %s has \"%s\" already."), list, label);
	return term_add(app->store, list, label, strlen(label), e) != NULL;
}

static bool
rename_it(struct app *app, struct call *call, struct error *e)
{
	const char *code = term_named(app, call, e);

	return code && term_rename(app->store, call->argv[0], code, call->argv[2], e);
}

static bool
hide(struct app *app, struct call *call, struct error *e)
{
	const char *code = term_named(app, call, e);

	return code && term_hide(app->store, call->argv[0], code, true, e);
}

static bool
show(struct app *app, struct call *call, struct error *e)
{
	const char *code = term_named(app, call, e);

	return code && term_hide(app->store, call->argv[0], code, false, e);
}

static bool
up(struct app *app, struct call *call, struct error *e)
{
	const char *code = term_named(app, call, e);

	return code && term_move(app->store, call->argv[0], code, -1, e);
}

static bool
down(struct app *app, struct call *call, struct error *e)
{
	const char *code = term_named(app, call, e);

	return code && term_move(app->store, call->argv[0], code, 1, e);
}

const struct command term_commands[] = {
	{ .name = "term-add", .args = N_("LIST LABEL"), .kinds = { ARG_LIST, ARG_TEXT },
	    .label = N_("Add a value"),
	    .help = N_("Add a value to a list of this file, for example a kind of partner of your own."),
	    .min = 2, .max = 2, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = add },
	{ .name = "term-rename", .args = N_("LIST VALUE LABEL"),
	    .kinds = { ARG_LIST, ARG_TEXT, ARG_TEXT }, .label = N_("Rename a value"),
	    .help = N_("Call a value of a list by another name in this file; records that have it keep it. An empty name brings back the shipped one."),
	    .min = 3, .max = 3, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = rename_it },
	{ .name = "term-hide", .args = N_("LIST VALUE"), .kinds = { ARG_LIST, ARG_TEXT },
	    .label = N_("Hide a value"),
	    .help = N_("Offer a value of a list no more; records that have it keep it."),
	    .min = 2, .max = 2, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = hide },
	{ .name = "term-show", .args = N_("LIST VALUE"), .kinds = { ARG_LIST, ARG_TEXT },
	    .label = N_("Show a value"),
	    .help = N_("Offer a hidden value of a list again."),
	    .min = 2, .max = 2, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = show },
	{ .name = "term-up", .args = N_("LIST VALUE"), .kinds = { ARG_LIST, ARG_TEXT },
	    .label = N_("Value up"),
	    .help = N_("Move a value of a list one place up, where one chooses from it."),
	    .min = 2, .max = 2, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = up },
	{ .name = "term-down", .args = N_("LIST VALUE"), .kinds = { ARG_LIST, ARG_TEXT },
	    .label = N_("Value down"),
	    .help = N_("Move a value of a list one place down."),
	    .min = 2, .max = 2, .menu = N_("Edit"), .flags = C_FILE | C_CHANGES, .run = down },
	{ .name = NULL }
};
