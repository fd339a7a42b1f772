/* Painting into curses' virtual screen: text made safe, cut or filled to the columns it
 * has, in a role instead of a colour. Nothing outside the box is touched, whatever the
 * size of the terminal. Positions are inside the box. */
#ifndef ALIANZA_UI_DRAW_H
#define ALIANZA_UI_DRAW_H

#define NCURSES_NOMACROS 1	/* move, clear and the like are good names */
#include <curses.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

enum role {
	ROLE_TEXT, ROLE_TITLE, ROLE_SELECTED, ROLE_ACCENT, ROLE_DIM, ROLE_WARNING,
	ROLE_ERROR, ROLE_COUNT
};

struct draw {
	attr_t attributes[ROLE_COUNT];
	short pairs[ROLE_COUNT];
	bool signs;		/* frames and signs of ours may go beyond ASCII */
	bool letters;		/* letters may; else each column of one is '?' */
};

struct box {
	int y, x, rows, cols;
};

/* Signs of ours, each one column wide. */
enum sign {
	SIGN_MORE, SIGN_PATH, SIGN_ARROW, SIGN_BAR, SIGN_THUMB, SIGN_LINE, SIGN_DOT,
	SIGN_UP, SIGN_DOWN,
	SIGN_MARKED, SIGN_PRIVATE, SIGN_MARKED_PRIVATE,	/* of rows */
	SIGN_TOP_LEFT, SIGN_TOP_RIGHT, SIGN_BOTTOM_LEFT, SIGN_BOTTOM_RIGHT, SIGN_COUNT
};
const char *draw_sign(const struct draw *d, enum sign sign);

/* The part of the box that is on the screen; rows or cols 0 when nothing is. */
struct box box_part(struct box box, int y, int x, int rows, int cols);

/* Text in exactly cols columns; right: blanks in front. */
void draw_fit(const struct draw *d, struct box box, int y, int x, int cols, enum role role,
    const char *text, bool right);
/* Text in the columns it takes, cut at the box's end; returns them. */
int draw_word(const struct draw *d, struct box box, int y, int x, enum role role,
    const char *text);
void draw_blank(const struct draw *d, struct box box, int y, enum role role);
/* Appends text safe to show in exactly cols columns, as draw_fit would. */
void draw_cell(const struct draw *d, struct str *out, const char *s, size_t n, int cols,
    bool right);
/* A text in lines that fill the box, as many as it has; returns how many there are. */
int draw_text(const struct draw *d, struct box box, enum role role, const char *text);
/* "7 more" with a sign at the end of a row; nothing where there are none. */
void draw_more(const struct draw *d, struct box box, int y, enum role role,
    enum sign sign, size_t more);
/* A frame around the box, on its edges. */
void draw_frame(const struct draw *d, struct box box, enum role role);
/* A line put together from draw_cell. */
void draw_line(const struct draw *d, struct box box, int y, enum role role,
    const struct str *line);
/* Fills a box with the line that parts two others: upright where it is one column. */
void draw_rule(const struct draw *d, struct box line);

#endif
