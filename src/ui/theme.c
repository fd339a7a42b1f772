#include "config.h"

#include "ui/theme.h"

#include <string.h>

static const char *const roles[ROLE_COUNT] = {
	"text", "title", "selected", "accent", "dim", "warning", "error"
};

/* Colour -1 is the terminal's own. Of the eight only red and magenta are read well on black
 * and on white: yellow, cyan and green vanish on white, blue on black. */
struct look {
	attr_t attributes;
	short ink, paper;
};

static const struct theme {
	const char *name;
	bool colour;
	struct look looks[ROLE_COUNT];
} themes[] = {
	{ "default", true, {
		[ROLE_TEXT] = { A_NORMAL, -1, -1 },
		[ROLE_TITLE] = { A_BOLD, -1, -1 },
		[ROLE_SELECTED] = { A_REVERSE, -1, -1 },
		[ROLE_ACCENT] = { A_BOLD, COLOR_MAGENTA, -1 },
		[ROLE_DIM] = { A_DIM, -1, -1 },
		[ROLE_WARNING] = { A_BOLD | A_UNDERLINE, COLOR_MAGENTA, -1 },
		[ROLE_ERROR] = { A_BOLD, COLOR_RED, -1 } } },
	{ "high-contrast", true, {
		[ROLE_TEXT] = { A_BOLD, COLOR_WHITE, COLOR_BLACK },
		[ROLE_TITLE] = { A_BOLD | A_UNDERLINE, COLOR_WHITE, COLOR_BLACK },
		[ROLE_SELECTED] = { A_NORMAL, COLOR_BLACK, COLOR_YELLOW },
		[ROLE_ACCENT] = { A_BOLD, COLOR_YELLOW, COLOR_BLACK },
		[ROLE_DIM] = { A_NORMAL, COLOR_WHITE, COLOR_BLACK },
		[ROLE_WARNING] = { A_BOLD | A_UNDERLINE, COLOR_YELLOW, COLOR_BLACK },
		[ROLE_ERROR] = { A_BOLD, COLOR_WHITE, COLOR_RED } } },
	{ "mono", false, {
		[ROLE_TEXT] = { A_NORMAL, -1, -1 },
		[ROLE_TITLE] = { A_BOLD, -1, -1 },
		[ROLE_SELECTED] = { A_REVERSE, -1, -1 },
		[ROLE_ACCENT] = { A_BOLD | A_UNDERLINE, -1, -1 },
		[ROLE_DIM] = { A_DIM, -1, -1 },
		[ROLE_WARNING] = { A_UNDERLINE, -1, -1 },
		[ROLE_ERROR] = { A_BOLD | A_REVERSE, -1, -1 } } },
};
enum { THEMES = sizeof themes / sizeof *themes, MONO = THEMES - 1 };

void
theme_start(bool colour)
{
	if (!colour || !has_colors() || start_color() == ERR)
		return;
	use_default_colors();
}

/* curses has pairs only after start_color(). A terminal without colours of its own
 * for "none" would paint paper we did not ask for: none of ours then. */
static bool
can_colour(void)
{
	return COLOR_PAIRS > ROLE_COUNT && COLORS >= 8;
}

static const struct theme *
theme_named(const char *name)
{
	for (int i = 0; i < THEMES; i++)
		if (!strcmp(themes[i].name, name))
			return &themes[i];
	return NULL;
}

bool
theme_set(struct draw *d, const char *name)
{
	const struct theme *t = name ? theme_named(name) : &themes[0];

	if (!t)
		return false;
	if (t->colour && !can_colour())
		t = &themes[MONO];
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct look *look = &t->looks[r];
		bool plain = look->ink < 0 && look->paper < 0;
		d->attributes[r] = look->attributes;
		d->pairs[r] = (short)(plain ? 0 : r + 1);
		if (!plain && init_pair((short)(r + 1), look->ink, look->paper) == ERR)
			d->pairs[r] = 0;
	}
	bkgdset((chtype)COLOR_PAIR(d->pairs[ROLE_TEXT]) | ' ');
	return true;
}

const char *
theme_role(enum role role)
{
	return roles[role];
}
