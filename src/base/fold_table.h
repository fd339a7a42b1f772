/* The data of fold.c: what single code points fold to. Only fold.c reads it. */
#ifndef ALIANZA_BASE_FOLD_TABLE_H
#define ALIANZA_BASE_FOLD_TABLE_H

#include <stddef.h>
#include <stdint.h>

enum {
	FOLD_MARK = 0xfffe,	/* dropped, unless the letter before keeps its marks */
	FOLD_LONG = 0xffff,	/* more than two code points: ask the library */
	FOLD_PAGE_COUNT = 2
};

struct fold_page {
	uint32_t first, end;		/* code points first <= cp < end */
	const uint16_t (*to)[2];	/* up to two code points; 0: none */
};

struct fold_range {
	uint32_t first, last;
};

extern const struct fold_page FOLD_PAGES[FOLD_PAGE_COUNT];
extern const struct fold_range FOLD_INERT[];	/* ascending */
extern const size_t FOLD_INERT_COUNT;

#endif
