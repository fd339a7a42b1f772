/* sqlite_min FILE: the least that a list out of SQLite does on a terminal: the affiliates
 * of an alianza file, by name, a page at a time. The yardstick for keys: j one row down,
 * PageDown one page, q leaves. */
#include <curses.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 200, CELLS = 3, CELL = 96 };

struct row {
	sqlite3_int64 id;
	char fold[CELL], cells[CELLS][CELL];
};

struct list {
	sqlite3 *db;
	sqlite3_stmt *next;
	struct row rows[ROWS];
	int count, cursor, page;
};

static void
must(struct list *l, int code)
{
	if (code == SQLITE_OK)
		return;
	endwin();
	fprintf(stderr, "%s\n", sqlite3_errmsg(l->db));
	exit(1);
}

/* Up to count rows behind the last one; how many there were. */
static int
rows_read(struct list *l, const struct row *last, struct row *rows, int count)
{
	int n = 0;

	sqlite3_bind_text(l->next, 1, last ? last->fold : "", -1, SQLITE_TRANSIENT);
	sqlite3_bind_int64(l->next, 2, last ? last->id : 0);
	sqlite3_bind_int(l->next, 3, count);
	for (; n < count && sqlite3_step(l->next) == SQLITE_ROW; n++) {
		const char *fold = (const char *)sqlite3_column_text(l->next, 1);
		rows[n].id = sqlite3_column_int64(l->next, 0);
		snprintf(rows[n].fold, CELL, "%s", fold ? fold : "");
		for (int k = 0; k < CELLS; k++) {
			const char *cell = (const char *)sqlite3_column_text(l->next, k + 2);
			snprintf(rows[n].cells[k], CELL, "%s", cell ? cell : "");
		}
	}
	sqlite3_reset(l->next);
	return n;
}

static void
row_draw(const struct list *l, int i)
{
	const struct row *r = &l->rows[i];

	attrset(i == l->cursor ? A_REVERSE : A_NORMAL);
	mvprintw(i, 0, "%-50.50s %-14.14s %-8.8s", r->cells[0], r->cells[1], r->cells[2]);
	clrtoeol();
	attrset(A_NORMAL);
}

static void
all_draw(const struct list *l)
{
	for (int i = 0; i < l->count; i++)
		row_draw(l, i);
	mvprintw(l->page, 0, "READY");
}

static void
down(struct list *l)
{
	struct row fresh;

	if (l->cursor + 1 < l->count) {
		l->cursor++;
		row_draw(l, l->cursor - 1);
		row_draw(l, l->cursor);
	} else if (rows_read(l, &l->rows[l->count - 1], &fresh, 1)) {
		memmove(l->rows, l->rows + 1, (size_t)(l->count - 1) * sizeof *l->rows);
		l->rows[l->count - 1] = fresh;
		all_draw(l);
	}
}

static void
page_down(struct list *l)
{
	struct row last = l->rows[l->count - 1];
	int n = rows_read(l, &last, l->rows, l->page);

	if (n)
		l->count = n;
	all_draw(l);
}

int
main(int argc, char **argv)
{
	static struct list l;

	if (argc != 2 || sqlite3_open_v2(argv[1], &l.db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		return 1;
	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	keypad(stdscr, TRUE);
	l.page = LINES - 1 < ROWS ? LINES - 1 : ROWS;
	must(&l, sqlite3_prepare_v2(l.db, "SELECT id,fold,name,type,country FROM organisation"
	    " WHERE kind='affiliate' AND (fold,id)>(?1,?2) AND deleted=0 ORDER BY fold,id LIMIT ?3",
	    -1, &l.next, NULL));
	l.count = rows_read(&l, NULL, l.rows, l.page);
	all_draw(&l);
	refresh();
	for (int key; l.count && (key = getch()) != 'q'; refresh())
		if (key == 'j')
			down(&l);
		else if (key == KEY_NPAGE)
			page_down(&l);
	endwin();
	sqlite3_finalize(l.next);
	sqlite3_close(l.db);
	return 0;
}
