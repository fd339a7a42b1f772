/* One line typed at the bottom of the screen. */
#ifndef ALIANZA_UI_PROMPT_H
#define ALIANZA_UI_PROMPT_H

#include "model/entity.h"
#include "ui/draw.h"
#include "ui/key.h"

enum prompt_kind {
	PROMPT_COMMAND, PROMPT_FILTER, PROMPT_FILE, PROMPT_SORT, PROMPT_COLUMNS,
	PROMPT_FREQUENCY, PROMPT_CROSS, PROMPT_ANSWER, PROMPT_KINDS
};

enum { PROMPT_LINES = 50, PROMPT_MAX = 4000 };
struct prompt_lines {		/* typed before, oldest first */
	char *lines[PROMPT_LINES];
	int count;
};

struct prompt {
	bool open;
	enum prompt_kind kind;
	const struct pane *pane;	/* whose fields Tab knows in a filter; may be NULL */
	struct str text;
	size_t cursor;		/* bytes before it */
	bool proposed;		/* what stands there is ours: the first letter replaces it */
	struct str before;	/* what stood there when it opened */
	struct str offers;	/* what Tab could put, for the line above */
	size_t tab_from;	/* where the word that Tab turns begins */
	int tab;		/* which of the offers stands there; -1: none */
	struct str tab_typed;	/* what was typed before Tab turned */
	int line;		/* of those typed before; count: none of them */
	struct prompt_lines lines[PROMPT_KINDS];
};

enum prompt_answer {
	PROMPT_UNUSED,		/* the key is not for a prompt */
	PROMPT_USED, PROMPT_CHANGED, PROMPT_ACCEPT, PROMPT_CANCEL
};

void prompt_open(struct prompt *p, enum prompt_kind kind, const char *text);
void prompt_close(struct prompt *p);	/* keeps what was typed for the Up key */
void prompt_free(struct prompt *p);
enum prompt_answer prompt_key(struct prompt *p, const struct event *ev);
/* Text at the cursor; line ends become blanks. False: not all of it had room. */
bool prompt_insert(struct prompt *p, const char *s, size_t n);
/* Draws it in the line y of the box; returns the column of the cursor. */
int prompt_draw(const struct prompt *p, const struct draw *d, struct box box, int y);

#endif
