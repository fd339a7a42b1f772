#include "config.h"

#include "app/translate.h"

#include <string.h>

#include "app/record_copy.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/query.h"

/* What belongs to the original alone: its language, and how far it came. */
static const char *const own[] = { "language", "translation_of", "status", "published_on",
	"published_at", NULL };

static const char draft[] = "draft";

static bool
refuse(struct app *app, const char *sentence, const struct record *old,
    const struct field *f, const struct value *language, struct error *e)
{
	struct str title = { 0 }, label = { 0 };

	record_title(app->store, old->ent, old->id, &title);
	value_show(app->store, f, language, &label);
	set_error(e, STATUS_EXISTS, sentence, str_text(&title), str_text(&label));
	str_free(&title);
	str_free(&label);
	return false;
}

/* How many translations it has in the language. */
static bool
there_count(struct app *app, const struct record *old, const struct value *language,
    int64_t *count, struct error *e)
{
	struct query q = { .ent = old->ent };
	struct str text = { 0 };
	char id[ID_LENGTH + 1];

	id_format(old->id, id);
	str_addf(&text, "%s=%s %s=%.*s", own[1], id, own[0], (int)language->n, language->s);
	struct filter *f = filter_parse(app->store, old->ent, NULL, str_text(&text), e);
	q.filter = f;
	bool ok = f && query_count(app->store, &q, count, NULL, e);
	filter_free(f);
	str_free(&text);
	return ok;
}

static bool
make(struct app *app, const struct record *old, const struct field *f,
    const struct value *language, int64_t *made, struct error *e)
{
	const struct field *of = field_find(old->ent, own[1]);
	const struct cell more[] = {
		{ f, *language, true },
		{ of, value_int(old->id), true },
		{ field_with(old->ent, F_STAGE), value_text(draft, sizeof draft - 1), true },
	};
	int64_t there = 0;

	if (value_equal(record_value(old, f), language))
		return refuse(app, _("\"%s\" is in %s itself."), old, f, language, e);
	if (!there_count(app, old, language, &there, e))
		return false;
	if (there)
		return refuse(app, _("\"%s\" has a translation into %s already."), old, f, language, e);
	return record_copy(app, old, own, more, sizeof more / sizeof *more, made, e);
}

bool
translate(struct app *app, const struct entity *ent, int64_t id, const char *language,
    int64_t *made, struct error *e)
{
	const struct field *f = field_find(ent, own[0]);
	struct str keep = { 0 };
	struct record *old;
	struct value v;

	if (!f || !field_find(ent, own[1]))
		return set_error(e, STATUS_USAGE, _("%s have no translations."), _(ent->plural));
	if (!*language)
		return set_error(e, STATUS_USAGE, _("Say into which language."));
	bool ok = value_input(app->store, f, language, strlen(language), &keep, &v, e)
	    && record_load(app->store, ent, id, &old, e);
	if (ok) {
		ok = make(app, old, f, &v, made, e);
		record_free(old);
	}
	str_free(&keep);
	return ok;
}
