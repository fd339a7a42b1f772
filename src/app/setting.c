#include "config.h"

#include "app/setting.h"

#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/through.h"
#include "store/which.h"

enum kind { SETTING_TEXT, SETTING_ORGANISATION, SETTING_DATE, SETTING_YES };

static const struct {
	const char *name;
	const char *label;	/* NULL: the dictionary has it */
	const char *help;
	enum kind kind;
	bool computer;		/* of this computer: it does not travel with the file */
} known[] = {
	{ "my_organisation", NULL,
	    N_("New partnerships are its, and @me means it."),
	    SETTING_ORGANISATION, false },
	{ "sample_today", NULL,
	    N_("The day that a sample takes for today; empty in a file of your own."),
	    SETTING_DATE, false },
	{ "who", N_("Your name"), N_("As the history tells it, on this computer."),
	    SETTING_TEXT, true },
	{ "own_computer", N_("Your own computer"), N_("With no, nothing is left on it."),
	    SETTING_YES, true },
};
enum { KNOWN = sizeof known / sizeof *known };

const char *
setting_at(int i)
{
	return i >= 0 && i < KNOWN ? known[i].name : NULL;
}

/* STATUS_USAGE with the nearest when there is no such one. */
static bool
setting_known(const char *name, struct error *e)
{
	const char *names[KNOWN];

	for (int i = 0; i < KNOWN; i++) {
		names[i] = known[i].name;
		if (!strcmp(known[i].name, name))
			return true;
	}
	const char *near = fold_nearest(name, names, KNOWN);
	return near ? set_error(e, STATUS_USAGE,
	    _("There is no setting \"%s\"; did you mean \"%s\"?"), name, near)
	    : set_error(e, STATUS_USAGE, _("There is no setting \"%s\"."), name);
}

const char *
setting_label(const char *name)
{
	const struct field *f = field_with(entity_find("setting"), F_TITLE);
	const char *label = field_value_name(f, name);

	for (int i = 0; !label && i < KNOWN; i++)
		if (!strcmp(known[i].name, name))
			label = _(known[i].label);
	return label ? label : name;
}

const char *
setting_help(const char *name)
{
	for (int i = 0; i < KNOWN; i++)
		if (!strcmp(known[i].name, name))
			return _(known[i].help);
	return "";
}

static bool
is_of_computer(const char *name)
{
	for (int i = 0; i < KNOWN; i++)
		if (!strcmp(known[i].name, name))
			return known[i].computer;
	return false;
}

static enum kind
kind_of(const char *name)
{
	for (int i = 0; i < KNOWN; i++)
		if (!strcmp(known[i].name, name))
			return known[i].kind;
	return SETTING_TEXT;
}

bool
setting_input(struct store *s, const char *name, const char *typed, struct str *out,
    struct error *e)
{
	int64_t id;
	char text[ID_LENGTH + 1];
	struct date d;

	if (!*typed)
		return true;
	switch (kind_of(name)) {
	case SETTING_ORGANISATION:
		if (!which_find(s, entity_find("organisation"), NULL, typed, false, &id, e))
			return false;
		id_format(id, text);
		str_add(out, text);
		return true;
	case SETTING_DATE:
		str_add(out, typed);
		return date_parse(typed, strlen(typed), &d) || set_error(e, STATUS_DATA,
		    _("%s is a date like 2021-10-04, not \"%s\"."), name, typed);
	case SETTING_YES:
		str_add(out, typed);
		return !strcmp(typed, "yes") || !strcmp(typed, "no") || set_error(e, STATUS_DATA,
		    _("%s is yes or no, not \"%s\"."), name, typed);
	default:
		str_add(out, typed);
		return true;
	}
}

bool
setting_change(struct app *app, const char *name, const char *typed, struct error *e)
{
	struct str value = { 0 };

	bool ok = setting_known(name, e) && setting_input(app->store, name, typed, &value, e);
	if (ok && is_of_computer(name))
		ok = computer_setting_put(app, name, str_text(&value), e);
	else if (ok)
		ok = setting_put(app->store, name, str_text(&value), e);
	str_free(&value);
	return ok;
}

bool
setting_choice(struct app *app, const char *name, int i, struct str *out)
{
	static const char *const answers[] = { "yes", "no" };

	(void)app;
	if (kind_of(name) != SETTING_YES || i >= (int)(sizeof answers / sizeof *answers))
		return false;
	str_add(out, answers[i]);
	return true;
}

const struct entity *
setting_entity(const char *name)
{
	return kind_of(name) == SETTING_ORGANISATION ? entity_find("organisation") : NULL;
}

void
setting_show(struct app *app, const char *name, struct str *out)
{
	struct store *s = app->store;
	const char *value = is_of_computer(name) ? computer_setting(app, name)
	    : setting_get(s, name);
	int64_t id;

	if (kind_of(name) == SETTING_ORGANISATION && id_parse(value, strlen(value), &id)) {
		const struct entity *ent = record_entity(s, id);
		if (ent) {
			record_title(s, ent, id, out);
			return;
		}
	}
	str_add(out, value);
}
