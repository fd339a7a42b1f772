/* What the files of the minutes share; nobody else reads it. */
#ifndef ALIANZA_APP_MINUTES_PART_H
#define ALIANZA_APP_MINUTES_PART_H

#include "app/minutes.h"

struct minutes {
	struct app *app;
	int shared;		/* others that have them too */
	const struct entity *entry;
	/* What an entry is to a note: the fields that are filled here. */
	const struct field *note_field, *place, *moment, *kind, *text, *question;
	struct arena mem;
	const char **words;	/* what the note is made with; NULL: it was there before */
	size_t word_count;
	int64_t note;		/* 0: not stored, or in the trash again */
	int64_t form;
	int64_t gone;		/* what it was before it went to the trash */
	struct str title, facts, people, language;
	struct date day;	/* of the note; year 0: none */
	struct minutes_line *lines;
	size_t count, cap;
	struct line_world *names;
	int64_t version;	/* of the file as it was read; -1: never */
	size_t acts;		/* actions made here and not taken back */
	size_t undone;		/* those taken back, which can be done again */
};

/* minutes.c */
void minutes_line_free(struct minutes_line *line);
/* Room for more lines at i; they are { 0 }. */
void minutes_room(struct minutes *m, size_t i, size_t more);
void minutes_drop(struct minutes *m, size_t i);

#endif
