/* Bytes as a file. After a 'P' they are changes to a file of ours, so that more than
 * the header is reached: each has 3 bytes of place, 1 of length, then the bytes; else
 * they are the whole file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "store/check.h"
#include "store/history.h"
#include "store/query.h"
#include "tests/fuzz/fuzz.h"

struct image {
	char *s;
	size_t n;
};

static const struct image *
image_of_world(void)
{
	static struct image image;

	if (image.s)
		return &image;
	fuzz_world(fuzz_path("world.db"));
	FILE *f = fopen(fuzz_path("world.db"), "rb");
	fuzz_promise(f && !fseek(f, 0, SEEK_END), "the world is read");
	image.n = (size_t)ftell(f);
	image.s = xmalloc(image.n);
	rewind(f);
	fuzz_promise(fread(image.s, 1, image.n, f) == image.n, "the world is read");
	fclose(f);
	return &image;
}

static void
write_changed(const char *path, const uint8_t *data, size_t n)
{
	const struct image *image = image_of_world();
	struct image changed = { xmalloc(image->n), image->n };

	memcpy(changed.s, image->s, image->n);
	while (n > 4) {
		size_t at = (size_t)data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16;
		size_t length = data[3];
		data += 4;
		n -= 4;
		at %= image->n;
		length = length > n ? n : length;
		length = length > image->n - at ? image->n - at : length;
		memcpy(changed.s + at, data, length);
		data += length;
		n -= length;
	}
	fuzz_write(path, changed.s, changed.n);
	free(changed.s);
}

static bool
damage_seen(void *ctx, const struct damage *d)
{
	fuzz_promise(*d->sentence && !strchr(d->sentence, '\n'), "a damage is one line");
	return ++*(int *)ctx < 50;
}

static bool
history_seen(void *ctx, const struct history_entry *h)
{
	*(size_t *)ctx += strlen(h->sentence);
	return true;
}

static void
rows_look(struct store *s, const char *name)
{
	struct error e = { 0 };
	struct query q = { .pane = pane_find(name), .limit = 50 };
	struct column column;
	struct value v;

	q.ent = entity_find(q.pane->entity);
	q.columns = &column;
	q.column_count = column_parse(q.ent, "country", &column, &e);
	struct rows *r = rows_open(s, &q, &e);
	while (r && rows_next(r)) {
		struct str title = { 0 };
		struct record *record = NULL;
		record_title(s, q.ent, rows_id(r), &title);
		for (size_t i = 0; i < 9 && rows_value(r, 0, i, &v); i++)
			value_show(s, column.field, &v, &title);
		if (record_load(s, q.ent, rows_id(r), &record, &e))
			record_free(record);
		str_free(&title);
	}
	if (r)
		rows_close(r, &e);
}

static void
look_around(struct store *s)
{
	struct error e = { 0 };
	int64_t count;
	int seen = 0;
	size_t bytes = 0;

	rows_look(s, "partners");
	rows_look(s, "events");
	history_each(s, 0, 20, history_seen, &bytes, &e);
	if (!check_run(s, false, damage_seen, NULL, &seen, &count, &e))
		fuzz_refused(&e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct error e = { 0 };

	fuzz_begin();
	const char *names[] = { "file.db-journal", "file.db-wal", "file.db-shm" };
	for (int i = 0; i < 3; i++)
		remove(fuzz_path(names[i]));
	if (n && *data == 'P')
		write_changed(fuzz_path("file.db"), data + 1, n - 1);
	else
		fuzz_write(fuzz_path("file.db"), data, n);
	struct store *s = store_open(fuzz_path("file.db"), 0, &e);
	if (s) {
		look_around(s);
		store_close(s);
	} else {
		fuzz_refused(&e);
		fuzz_promise(!store_open(fuzz_path("file.db"), 0, NULL),
		    "it is refused also when nobody asks why");
	}
	return 0;
}
