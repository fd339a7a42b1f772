#include "config.h"

#include "app/setting.h"

#include <string.h>

#include "base/date.h"
#include "base/fold.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/through.h"
#include "store/which.h"

enum kind { SETTING_TEXT, SETTING_ORGANISATION, SETTING_DATE };

static const struct {
	const char *name;
	enum kind kind;
} known[] = {
	{ "my_organisation", SETTING_ORGANISATION },
	{ "sample_today", SETTING_DATE },
};
enum { KNOWN = sizeof known / sizeof *known };

const char *
setting_at(int i)
{
	return i >= 0 && i < KNOWN ? known[i].name : NULL;
}

bool
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
	default:
		str_add(out, typed);
		return true;
	}
}

void
setting_show(struct store *s, const char *name, struct str *out)
{
	const char *value = setting_get(s, name);
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
