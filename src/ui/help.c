#include "config.h"

#include "ui/help.h"

#include "app/groups.h"
#include "base/i18n.h"
#include "ui/key.h"

static void
heading_add(struct choices *out, const char *text)
{
	choices_add(out, &(struct choice){ .left = "", .text = text, .heading = true });
}

/* All keys of a command that mean it in the place, as people know them. own: is one of
 * them named for the place? */
static const char *
keys_of(const struct command *c, const char *place, struct arena *mem, bool *own)
{
	char key[KEYMAP_KEY], told[KEY_TOLD];
	const char *keys = "", *in;
	size_t n;

	*own = false;
	for (int i = 0; keymap_key(c, place, i, key, &in, &n); i++) {
		if (keymap_find(place, key).command != c)
			continue;
		keys = arena_printf(mem, "%s%s%s", keys, *keys ? " " : "", key_told(key, told));
		*own = *own || n;
	}
	return keys;
}

static void
keys_of_group(struct choices *out, const struct command *group, const char *place, int own)
{
	for (const struct command *c = group; c->name; c++) {
		bool is_own;
		const char *keys = keys_of(c, place, &out->mem, &is_own);
		if (*keys && (own < 0 || is_own == own))
			choices_add(out, &(struct choice){ .left = keys,
			    .text = arena_printf(&out->mem, "%s: %s", _(c->label), _(c->help)),
			    .does = { c, NULL } });
	}
}

/* In the order of the line of keys. own 1: those named for the place, 0: the others,
 * -1: all. */
static void
keys_add(struct choices *out, const char *place, int own)
{
	keys_of_group(out, screen_commands, place, own);
	for (int g = 0; command_groups[g]; g++)
		if (command_groups[g] != screen_commands)
			keys_of_group(out, command_groups[g], place, own);
}

static void
panes_add(struct choices *out, bool keys)
{
	const struct command *pane = command_find("pane");

	for (const struct pane *p = panes; p->name; p++) {
		char key[] = { p->key, '\0' };
		if (!p->key != keys)
			choices_add(out, &(struct choice){
			    .left = keys ? arena_strdup(&out->mem, key) : arena_printf(&out->mem, ":%s", p->name),
			    .text = arena_printf(&out->mem, "%s: %s", _(p->label), _(p->help)),
			    .does = { pane, p->name } });
	}
}

static void
names_add(struct choices *out, const char *place)
{
	const struct command *c;
	char key[KEYMAP_KEY];

	for (int i = 0; (c = command_at(i)); i++)
		if (!(c->flags & C_SHELL) && !keymap_key(c, place, 0, key, NULL, NULL))
			choices_add(out, &(struct choice){ .left = arena_printf(&out->mem, ":%s", c->name),
			    .text = arena_printf(&out->mem, "%s%s%s", c->args ? _(c->args) : "",
			    c->args ? ": " : "", _(c->help)), .does = { c, NULL } });
}

/* What stands in front of a row, where rows can be marked. */
static void
signs_add(struct choices *out, const struct app *app, const char *place)
{
	static const struct {
		enum sign sign;
		const char *help;
	} signs[] = {
		{ SIGN_MARKED, N_("Marked with Space: what you do next is done to all that are.") },
		{ SIGN_PRIVATE, N_("Private: stays out of exports and reports.") },
		{ SIGN_MARKED_PRIVATE, N_("Marked and private.") },
	};
	const struct draw d = { .signs = !app->out.plain };
	char key[KEYMAP_KEY];

	if (!keymap_key(command_find("mark-all"), place, 0, key, NULL, NULL))
		return;
	heading_add(out, _("Signs in front of a row"));
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		choices_add(out, &(struct choice){ .left = draw_sign(&d, signs[i].sign),
		    .text = _(signs[i].help) });
}

static bool
help_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	(void)e;
	heading_add(out, _("Keys that work here. Enter runs a line, / finds one."));
	if (keymap_types(place)) {
		keys_add(out, place, 1);
		keys_add(out, place, 0);
	} else {
		keys_add(out, place, -1);
		panes_add(out, true);
	}
	signs_add(out, app, place);
	heading_add(out, _("Commands to be typed after :"));
	names_add(out, place);
	heading_add(out, _("Panes to be named after :"));
	panes_add(out, false);
	return true;
}

const struct choice_kind help_kind = {
	.name = "help", .title = N_("Help"),
	.none = N_("There is no help."),
	.fill = help_fill
};
