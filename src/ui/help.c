#include "config.h"

#include "ui/help.h"

#include "app/groups.h"
#include "base/i18n.h"
#include "ui/bar.h"

static void
heading_add(struct choices *out, const char *text)
{
	choices_add(out, &(struct choice){ .left = "", .text = text, .heading = true });
}

/* All keys of a command that hold in the place, as people know them. */
static const char *
keys_of(const struct command *c, const char *place, struct arena *mem)
{
	char key[KEYMAP_KEY];
	const char *keys = "";

	for (int i = 0; keymap_key(c, place, i, key, NULL, NULL); i++)
		keys = arena_printf(mem, "%s%s%s", keys, i ? " " : "", bar_key(key));
	return keys;
}

static void
keys_of_group(struct choices *out, const struct command *group, const char *place)
{
	char key[KEYMAP_KEY];

	for (const struct command *c = group; c->name; c++)
		if (keymap_key(c, place, 0, key, NULL, NULL))
			choices_add(out, &(struct choice){ .left = keys_of(c, place, &out->mem),
			    .text = arena_printf(&out->mem, "%s: %s", _(c->label), _(c->help)),
			    .does = { c, NULL } });
}

/* In the order of the line of keys. */
static void
keys_add(struct choices *out, const char *place)
{
	keys_of_group(out, screen_commands, place);
	for (int g = 0; command_groups[g]; g++)
		if (command_groups[g] != screen_commands)
			keys_of_group(out, command_groups[g], place);
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

static bool
help_fill(struct app *app, const char *place, struct choices *out, struct error *e)
{
	(void)app;
	(void)e;
	heading_add(out, _("Keys that work here. Enter runs a line, / finds one."));
	keys_add(out, place);
	panes_add(out, true);
	heading_add(out, _("Commands to be typed after :"));
	names_add(out, place);
	heading_add(out, _("Panes to be named after :"));
	panes_add(out, false);
	return true;
}

const struct choice_kind help_kind = {
	"help", N_("Help"), N_("There is no help."), help_fill
};
