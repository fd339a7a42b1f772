/* What the door shows: everyone on the list, or who fits the line that is being typed. */
#ifndef ALIANZA_UI_DOOR_ROWS_H
#define ALIANZA_UI_DOOR_ROWS_H

#include "app/app.h"
#include "app/door.h"

enum door_kind {
	DOOR_LISTED,		/* on the list */
	DOOR_KNOWN,		/* a person of the file who is not on it */
	DOOR_ORGANISATION,	/* one that the line may mean behind the comma */
	DOOR_LINE,		/* the line as it stands, to be entered */
	DOOR_PASTED		/* one of a sign-up list that was pasted */
};

struct door_row {
	enum door_kind kind;
	int64_t id;		/* of the attendance, person or organisation; else 0 */
	const char *name, *stands, *category, *state;	/* as people see them, or "" */
	const char *category_code;
	bool present;
	struct arrival *who;	/* of DOOR_KNOWN, DOOR_LINE, DOOR_PASTED: as understood */
	const char *told;	/* and that in a sentence */
	size_t choice;		/* which of the organisations it could come for is taken */
};

struct door_rows {
	struct door door;
	struct arena listed_mem, found_mem;
	struct door_row *listed, *rows;		/* all of the list; what is shown now */
	size_t listed_count, count;
	int64_t present;
	int64_t expected;	/* as typed for the event, else who was on the list before they
				 * came; 0: nobody */
};

/* Reads the list; what is shown is all of it. */
bool door_rows_read(struct app *app, struct door_rows *r, struct error *e);
/* What fits the line. "" shows all. */
bool door_rows_find(struct app *app, struct door_rows *r, const char *line, struct error *e);
/* The next of the organisations that the one of this row could come for. False: there is
 * no other. */
bool door_rows_turn(struct app *app, struct door_rows *r, size_t row);
/* A sign-up list, each with what was understood. */
bool door_rows_paste(struct app *app, struct door_rows *r, const struct signup_list *list,
    struct error *e);
void door_rows_free(struct door_rows *r);

#endif
