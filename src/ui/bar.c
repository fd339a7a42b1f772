#include "config.h"

#include "ui/bar.h"

#include <string.h>

#include "app/groups.h"
#include "base/i18n.h"
#include "base/utf8.h"

enum { GAP = 2 };

static int
columns_of(const char *text)
{
	return utf8_columns(text, strlen(text));
}

static void
item_add(struct bar *bar, struct bar_item item)
{
	if (bar->count < BAR_ITEMS)
		bar->items[bar->count++] = item;
}

void
bar_forget(struct bar *bar)
{
	bar->count = 0;
	bar->drawn = false;
}

struct binding
bar_at(const struct bar *bar, int x)
{
	for (int i = 0; i < bar->count; i++)
		if (x >= bar->items[i].from && x < bar->items[i].to)
			return bar->items[i].does;
	return (struct binding){ NULL, NULL };
}

/* --- Panes --- */

static int
panes_width(int gap)
{
	int cols = 0;

	for (const struct pane *p = panes; p->name; p++)
		if (p->key)
			cols += 2 + columns_of(_(p->label)) + (cols ? gap : 0);
	return cols;
}

static int
pane_draw(struct bar *bar, const struct draw *d, struct box box, int y, int x,
    const struct pane *p, bool label, bool current)
{
	char key[3] = { p->key, p->key && label ? ' ' : '\0', '\0' };
	enum role role = current ? ROLE_ACCENT : ROLE_TEXT;
	int from = x;

	x += draw_word(d, box, y, x, current ? ROLE_ACCENT : ROLE_DIM, key);
	if (label)
		x += draw_word(d, box, y, x, role, _(p->label));
	item_add(bar, (struct bar_item){ from, x, { command_find("pane"), p->name }, NULL });
	return x;
}

void
bar_panes(struct bar *bar, const struct draw *d, struct box box, int y,
    const struct pane *current)
{
	bool other = current && !current->key;
	int room = box.cols - (other ? columns_of(_(current->label)) + 2 : 0);
	int gap = panes_width(2) <= room ? 2 : 1;
	bool labels = panes_width(gap) <= room;
	int x = 0;

	bar->count = 0;
	draw_blank(d, box, y, ROLE_TEXT);
	for (const struct pane *p = panes; p->name; p++)
		if (p->key || p == current) {
			x += x ? gap : 0;
			x = pane_draw(bar, d, box, y, x, p, labels || p == current, p == current);
		}
}

/* --- Keys --- */

/* What leads to all else, and so stays where others have no room. */
static const char *const kept[BAR_KEPT] = { "help", "menu" };

static bool
is_kept(const struct command *c)
{
	for (int i = 0; i < BAR_KEPT; i++)
		if (!strcmp(kept[i], c->name))
			return true;
	return false;
}

static int
key_width(const struct command *c, const char *key)
{
	char told[KEY_TOLD];

	return columns_of(key_told(key, told)) + 1 + columns_of(_(c->label));
}

/* The key to tell. Where text is typed, only one that is named for the place, and the way
 * out: the others mostly type or move. *own: it is named for the place, where no other
 * command can have it then. */
static bool
key_here(const struct command *c, const char *context, char key[KEYMAP_KEY], bool *own)
{
	const char *in;
	size_t n = 0;

	if (is_kept(c))
		return false;
	for (int i = 0; keymap_key(c, context, i, key, &in, &n); i++)
		if (n || !keymap_types(context) || !strcmp(key, "Esc")) {
			*own = n > 0;
			return true;
		}
	return false;
}

/* Not yet those whose key is another command's there: few are drawn, and only they are
 * asked. */
static void
keys_of_group(struct bar *bar, const struct command *group)
{
	for (const struct command *c = group; c->name && bar->key_count < BAR_KEYS; c++) {
		struct bar_key *k = &bar->keys[bar->key_count];
		*k = (struct bar_key){ .command = c };
		bar->key_count += key_here(c, bar->context, k->key, &k->own);
	}
}

static void
keys_look_up(struct bar *bar, const char *context)
{
	if (bar->context && !strcmp(bar->context, context))
		return;
	bar_forget(bar);
	bar->context = context;
	bar->key_count = 0;
	for (int i = 0; i < BAR_KEPT; i++) {
		const struct command *c = command_find(kept[i]);
		struct bar_key *k = &bar->kept[i];
		*k = (struct bar_key){ .command = c, .own = true };
		if (!(i && keymap_types(context)) && keymap_key(c, context, 0, k->key, NULL, NULL))
			k->width = key_width(c, k->key);
	}
	keys_of_group(bar, screen_commands);
	for (int g = 0; command_groups[g]; g++)
		if (command_groups[g] != screen_commands && command_groups[g] != table_commands)
			keys_of_group(bar, command_groups[g]);
}

/* Its width; -1 where the key is another command's. */
static int
key_measure(struct bar_key *k, const char *context)
{
	if (!k->width)
		k->width = !k->own && keymap_find(context, k->key).command != k->command ? -1
		    : key_width(k->command, k->key);
	return k->width;
}

static void
key_place(struct bar *bar, const struct bar_key *k, int x)
{
	item_add(bar, (struct bar_item){ x, x + k->width, { k->command, NULL }, k->key });
}

/* At the right; the menu only where keys do not type, and where half of the line is left.
 * Returns where they begin. */
static int
kept_place(struct bar *bar, int cols)
{
	int room = cols;

	for (int i = 0; i < BAR_KEPT; i++) {
		const struct bar_key *k = &bar->kept[i];
		int width = k->width + (i ? GAP : 0);
		if (!k->width || (i && room - width < cols / 2))
			continue;
		room -= width;
		key_place(bar, k, room > 0 ? room : 0);
	}
	return room;
}

static void
items_draw(const struct bar *bar, const struct draw *d, struct box box, int y)
{
	char told[KEY_TOLD];

	draw_blank(d, box, y, ROLE_TEXT);
	for (const struct bar_item *i = bar->items; i < bar->items + bar->count; i++) {
		int x = i->from;
		x += draw_word(d, box, y, x, ROLE_ACCENT, key_told(i->key, told));
		draw_word(d, box, y, x + 1, ROLE_TEXT, _(i->does.command->label));
	}
}

static bool
items_equal(const struct bar_item *a, const struct bar_item *b, int count)
{
	for (int i = 0; i < count; i++)
		if (a[i].from != b[i].from || a[i].does.command != b[i].does.command)
			return false;
	return true;
}

void
bar_keys(struct bar *bar, const struct draw *d, struct box box, int y,
    const char *context, bool (*possible)(void *ctx, const struct command *c), void *ctx)
{
	struct bar_item before[BAR_ITEMS];
	int x = 0;

	keys_look_up(bar, context);
	int count = bar->count;
	memcpy(before, bar->items, (size_t)count * sizeof *before);
	bar->count = 0;
	int room = kept_place(bar, box.cols);
	for (struct bar_key *k = bar->keys; k < bar->keys + bar->key_count; k++) {
		if (!possible(ctx, k->command) || key_measure(k, context) < 0)
			continue;
		if (x + k->width + GAP > room)
			break;
		key_place(bar, k, x);
		x += k->width + GAP;
	}
	if (!bar->drawn || bar->count != count || !items_equal(before, bar->items, count))
		items_draw(bar, d, box, y);
	bar->drawn = true;
}
