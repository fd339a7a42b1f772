#include "config.h"

#include "ui/file_ask.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "ui/asking.h"
#include "ui/list_do.h"

enum { NUMBERS = 1000 };

/* What was chosen, in front of the path in the code of an item. */
enum { BESIDE = 'b', REPLACE = 'r', NOTHING = 'n' };

/* Where the suffix of the last part of a path begins; its end when it has none. */
static size_t
stem_length(const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');
	const char *name = slash ? slash + 1 : path;

	return dot && dot > name ? (size_t)(dot - path) : strlen(path);
}

void
file_name_free(const char *path, struct str *out)
{
	size_t stem = stem_length(path);

	str_set(out, path);
	for (int i = 2; i < NUMBERS && !access(str_text(out), F_OK); i++) {
		str_cut(out, 0);
		str_addn(out, path, stem);
		str_addf(out, " (%d)%s", i, path + stem);
	}
}

static void
taken(struct screen *sc, const struct pick_item *item, const char *typed)
{
	struct error e;

	(void)typed;
	if (*item->code == NOTHING)
		screen_say(sc, ROLE_TEXT, _("Nothing was written."));
	else if (!list_do_write(sc, item->code + 1, *item->code == REPLACE, &e))
		screen_fail(sc, &e);
}

static void
answer_add(struct pick *pick, const char *label, char what, const char *path)
{
	struct str code = { 0 };

	str_addf(&code, "%c%s", what, path);
	pick_add(pick, label, str_text(&code), NULL);
	str_free(&code);
}

static void
ask(struct screen *sc, const char *path)
{
	struct pick *pick = pick_new(false);
	struct str beside = { 0 }, label = { 0 }, said = { 0 };

	file_name_free(path, &beside);
	str_addf(&label, _("Write beside it: %s"), str_text(&beside));
	answer_add(pick, str_text(&label), BESIDE, str_text(&beside));
	answer_add(pick, _("Replace it"), REPLACE, path);
	answer_add(pick, _("Do not write"), NOTHING, "");
	asking_open(sc, pick, _("Where to write"), "", taken);
	str_addf(&said, _("%s is there already."), path);
	screen_hint_drop(sc);
	screen_say(sc, ROLE_WARNING, str_text(&said));
	str_free(&beside);
	str_free(&label);
	str_free(&said);
}

bool
file_ask_write(struct screen *sc, const char *path, struct error *e)
{
	struct stat st;

	/* What is no file is refused by the writer, in its own words. */
	if (lstat(path, &st) || !S_ISREG(st.st_mode))
		return list_do_write(sc, path, false, e);
	ask(sc, path);
	return true;
}
