#include "config.h"

#include "ui/list_empty.h"

#include "app/filter_hint.h"
#include "app/keymap.h"
#include "base/i18n.h"

enum { INDENT = 2 };

/* The key of a command, as people know it. */
static void
key_here(const struct view *v, const char *command, char told[KEY_TOLD])
{
	char key[KEYMAP_KEY] = "";

	keymap_key(command_find(command), v->ops->name, 0, key, NULL, NULL);
	key_told(key, told);
}

static void
filter_say(const struct view *v, struct store *s, struct str *out)
{
	struct str hint = { 0 };

	if (filter_hint(s, v->pane, str_text(&v->filter), &hint))
		str_addf(out, _("Nothing here has these words in a text. You may mean: %s. Esc takes the filter away."),
		    str_text(&hint));
	else
		str_add(out, _("Nothing here fits the filter. Esc takes it away."));
	str_free(&hint);
}

static void
empty_say(const struct view *v, struct store *s, struct str *out)
{
	const struct command *import = command_find("import");
	char add[KEY_TOLD], menu[KEY_TOLD];

	if (v->filter.len) {
		filter_say(v, s, out);
		return;
	}
	key_here(v, "new", add);
	key_here(v, "menu", menu);
	str_addf(out, _("%s: nothing yet. Press %s to add the first. Many at once come from a table: %s, %s, %s."),
	    _(v->pane->label), add, menu, _(import->menu), _(import->label));
}

void
list_empty_draw(const struct view *v, struct store *s, const struct draw *d, struct box box)
{
	struct str text = { 0 };
	int y = box.rows > 1 ? 1 : 0;

	empty_say(v, s, &text);
	for (int i = 0; i < box.rows; i++)
		draw_blank(d, box, i, ROLE_TEXT);
	draw_text(d, box_part(box, y, INDENT, box.rows - y, box.cols - INDENT), ROLE_DIM,
	    str_text(&text));
	str_free(&text);
}
