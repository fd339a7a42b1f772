/* A record, or its history, as parts with a label and a text: wrapped into lines, with
 * a cursor on fields and lines. Nothing here knows the file. */
#ifndef ALIANZA_UI_PARTS_H
#define ALIANZA_UI_PARTS_H

#include "base/arena.h"
#include "ui/view.h"

enum part_kind {
	PART_HEAD,		/* of a group; the cursor passes over it and remarks */
	PART_FIELD,		/* label and text */
	PART_LINE,		/* text alone */
	PART_DRAWN,		/* a line of a drawing; the cursor passes over it */
	PART_REMARK		/* of ours, about the record */
};

struct part {
	enum part_kind kind;
	bool leads;		/* Enter leads somewhere from here */
	const char *label;	/* NULL: of the part above */
	const char *text;
	const struct field *field;
	const struct entity *ent;
	int64_t id;
};

struct parts {
	struct arena mem;	/* texts */
	struct part *all;
	int count, room;
	struct parts_line {
		int part;	/* -1: a blank line */
		size_t at, n;	/* of its text */
		bool first;
	} *lines;
	int line_count, line_room;
	int cols, label_cols;	/* lines are made for; cols 0: none are made */
	int drawn;		/* columns of the box at the last painting; 0: never painted */
	char *filter;		/* words that a part must have, NULL: none */
	int cursor, top, page;	/* lines */
	bool quiet;		/* another view has the keys */
	int kept;		/* part the cursor was on before parts_clear, -1: none */
};

void parts_free(struct parts *p);
/* Takes all away to be filled again; the cursor comes back to the part that is nearest
 * to the one it stood on. */
void parts_clear(struct parts *p);
void parts_add(struct parts *p, const struct part *part);	/* texts are copied */
/* Only parts with these words are shown; "" takes the filter away. */
void parts_filter(struct parts *p, const char *words);
/* Makes the lines for the width of the last painting, so that keys typed ahead of the
 * next one act on what is there. */
void parts_ready(struct parts *p);

bool parts_move(struct parts *p, enum motion motion);	/* false: nothing is there */
bool parts_press(struct parts *p, int row);
/* From the fields to the lines that lead on, with their heading in sight. False: the
 * cursor is there already, or below them, or there are none. */
bool parts_move_to_leads(struct parts *p);
bool parts_have_leads(const struct parts *p);
const struct part *parts_now(const struct parts *p);	/* NULL: none */
int parts_cursor(const struct parts *p);		/* row of the box */
void parts_draw(struct parts *p, const struct draw *d, struct box box);
void parts_percent(const struct parts *p, struct str *out);	/* how far down we are */

/* What a view that shows parts begins with, and its functions of struct view_ops. */
struct parts_view {
	struct view view;
	struct parts parts;
};
void parts_view_draw(struct view *v, const struct draw *d, struct box box, bool all);
int parts_view_cursor(struct view *v);
bool parts_view_move(struct view *v, enum motion motion);
bool parts_view_press(struct view *v, int row);
void parts_view_count(struct view *v, struct str *out);

#endif
