/* curses_min: the least that a program on a terminal does: one screen of text, and READY
 * in its last line. The yardstick for the start; any key ends it. */
#include <curses.h>
#include <locale.h>

int
main(void)
{
	setlocale(LC_ALL, "");
	initscr();
	raw();
	noecho();
	for (int y = 0; y < LINES - 1; y++)
		mvprintw(y, 0, "%4d  Museo Nacional de la Memoria %d        glam   CL  museum  Alt %d", y, y, y);
	mvprintw(LINES - 1, 0, "READY");
	refresh();
	getch();
	endwin();
	return 0;
}
