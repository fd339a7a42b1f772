/* Keys of the editor: those of readline (Bash manual 8.4) where it has one, and of
 * desktop programs. */
#include "config.h"

#include <string.h>

#include "ui/edit_part.h"

static const struct {
	const char *key;
	enum edit_op op;
	bool extend;
} keys[] = {
	{ "Left", EDIT_LEFT, false }, { "^B", EDIT_LEFT, false },
	{ "Right", EDIT_RIGHT, false }, { "^F", EDIT_RIGHT, false },
	{ "C-Left", EDIT_WORD_LEFT, false }, { "A-b", EDIT_WORD_LEFT, false },
	{ "A-Left", EDIT_WORD_LEFT, false }, { "A-Right", EDIT_WORD_RIGHT, false },
	{ "C-Right", EDIT_WORD_RIGHT, false }, { "A-f", EDIT_WORD_RIGHT, false },
	{ "Up", EDIT_UP, false }, { "^P", EDIT_UP, false },
	{ "Down", EDIT_DOWN, false }, { "^N", EDIT_DOWN, false },
	{ "PgUp", EDIT_PAGE_UP, false }, { "A-v", EDIT_PAGE_UP, false },
	{ "PgDn", EDIT_PAGE_DOWN, false }, { "^V", EDIT_PAGE_DOWN, false },
	{ "Home", EDIT_ROW_START, false }, { "End", EDIT_ROW_END, false },
	{ "^A", EDIT_LINE_START, false }, { "^E", EDIT_LINE_END, false },
	{ "C-Home", EDIT_START, false }, { "A-<", EDIT_START, false },
	{ "C-End", EDIT_END, false }, { "A->", EDIT_END, false },
	{ "S-Left", EDIT_LEFT, true }, { "S-Right", EDIT_RIGHT, true },
	{ "C-S-Left", EDIT_WORD_LEFT, true }, { "C-S-Right", EDIT_WORD_RIGHT, true },
	{ "S-Up", EDIT_UP, true }, { "S-Down", EDIT_DOWN, true },
	{ "S-PgUp", EDIT_PAGE_UP, true }, { "S-PgDn", EDIT_PAGE_DOWN, true },
	{ "S-Home", EDIT_ROW_START, true }, { "S-End", EDIT_ROW_END, true },
	{ "C-S-Home", EDIT_START, true }, { "C-S-End", EDIT_END, true },
	{ "A-a", EDIT_ALL, false },
	{ "BS", EDIT_DELETE_BACK, false },
	{ "Del", EDIT_DELETE, false }, { "^D", EDIT_DELETE, false },
	{ "^W", EDIT_DELETE_WORD_BACK, false }, { "A-BS", EDIT_DELETE_WORD_BACK, false },
	{ "C-BS", EDIT_DELETE_WORD_BACK, false },
	{ "A-d", EDIT_DELETE_WORD, false }, { "C-Del", EDIT_DELETE_WORD, false },
	{ "^U", EDIT_DELETE_TO_START, false }, { "^K", EDIT_DELETE_TO_END, false },
	{ "^Y", EDIT_YANK, false },
	{ "Enter", EDIT_NEW_LINE, false },
	{ "A-Up", EDIT_LINE_UP, false }, { "A-Down", EDIT_LINE_DOWN, false },
	{ "^Z", EDIT_UNDO, false }, { "^_", EDIT_UNDO, false },
	{ "^R", EDIT_REDO, false }, { "A-z", EDIT_REDO, false },
};
enum { KEYS = sizeof keys / sizeof *keys };

const char *
edit_key_at(int i, enum edit_op *op, bool *extend)
{
	if (i < 0 || i >= KEYS)
		return NULL;
	*op = keys[i].op;
	*extend = keys[i].extend;
	return keys[i].key;
}

bool
edit_is_key(const char *key)
{
	for (int i = 0; i < KEYS; i++)
		if (!strcmp(keys[i].key, key))
			return true;
	return false;
}

bool
edit_event(struct edit *ed, const struct event *ev)
{
	if (ev->kind == EVENT_PASTE)
		return edit_paste(ed, ev->paste, ev->length);
	if (ev->kind != EVENT_KEY)
		return false;
	for (int i = 0; i < KEYS; i++)
		if (!strcmp(keys[i].key, ev->key))
			return edit_do(ed, keys[i].op, keys[i].extend);
	return *ev->text && edit_type(ed, ev->text, strlen(ev->text));
}
