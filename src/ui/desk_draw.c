#include "config.h"

#include <string.h>

#include "app/keymap.h"
#include "base/i18n.h"
#include "ui/desk_part.h"

void
desk_draw(struct screen *sc, const struct draw *d, struct box box, int *y, int *x)
{
	struct sheet *s = sc->desk->open;

	form_draw(d, box, s->form, &s->view, y, x);
	if (*y >= 0) {
		*y += box.y;
		*x += box.x;
	}
}

/* Its own commands, with what their keys are here. */
static bool
is_of_form(void *ctx, const struct command *c)
{
	char key[KEYMAP_KEY];
	const char *in;
	size_t n;

	(void)ctx;
	return keymap_key(c, NULL, 0, key, &in, &n) && n == strlen("form")
	    && !memcmp(in, "form", n);
}

void
desk_keys(struct screen *sc, const struct draw *d, struct box box, int y)
{
	bar_keys(&sc->keys, d, box, y, "form", is_of_form, sc);
}

void
desk_path(struct screen *sc, const struct draw *d, struct str *out)
{
	const struct form *form = sc->desk->open->form;
	int64_t id = form_record(form);
	size_t many = form_many(form);

	str_addf(out, " %s ", draw_sign(d, SIGN_PATH));
	if (many)
		str_addf(out, ngettext("%zu record", "%zu records together", many), many);
	else if (!id)
		str_add(out, _("New record"));
	else if (screen_view(sc)->ops->turn)
		str_add(out, _("Edit"));
	else
		record_title(sc->app->store, entity_find(form_pane(form)->entity), id, out);
}
