/* Why a key of the editor did nothing: a key that stays silent looks broken. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/edit.h"

static const char *
op_told(enum edit_op op)
{
	switch (op) {
	case EDIT_LEFT: case EDIT_WORD_LEFT: case EDIT_UP: case EDIT_PAGE_UP:
	case EDIT_ROW_START: case EDIT_LINE_START: case EDIT_START:
		return _("The text begins here.");
	case EDIT_RIGHT: case EDIT_WORD_RIGHT: case EDIT_DOWN: case EDIT_PAGE_DOWN:
	case EDIT_ROW_END: case EDIT_LINE_END: case EDIT_END:
		return _("The text ends here.");
	case EDIT_DELETE_BACK: case EDIT_DELETE_WORD_BACK: case EDIT_DELETE_TO_START:
		return _("There is nothing before the cursor to take away.");
	case EDIT_DELETE: case EDIT_DELETE_WORD: case EDIT_DELETE_TO_END:
		return _("There is nothing behind the cursor to take away.");
	case EDIT_YANK:
		return _("Nothing was taken away that could be put in here.");
	case EDIT_LINE_UP: case EDIT_LINE_DOWN:
		return _("There is no line here to change places with.");
	case EDIT_UNDO:
		return _("Nothing was typed here that could be undone.");
	case EDIT_REDO:
		return _("Nothing was undone here that could be done again.");
	case EDIT_ALL:
		return _("There is no text here.");
	case EDIT_NONE: case EDIT_NEW_LINE:
		break;
	}
	return NULL;
}

const char *
edit_told(const char *key)
{
	const char *name;
	enum edit_op op;
	bool extend;

	for (int i = 0; (name = edit_key_at(i, &op, &extend)); i++)
		if (!strcmp(name, key))
			return op_told(op);
	return NULL;
}
