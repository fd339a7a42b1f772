#include "config.h"

#include "app/draft.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/i18n.h"
#include "base/id.h"
#include "io/out.h"

enum { DELAY_MS = 400, AGAIN_MS = 5000, STALE_S = 60, SIZE_MAX_READ = 20 * 1000 * 1000 };

#define FIRST_LINE "alianza-draft 1\n"

struct entry {
	struct draft draft;	/* its texts are those below */
	char *pane, *field, *path;
	struct str text;
	bool found;		/* left behind, and not accepted yet */
	bool waits;		/* newer than on disk */
	int64_t since;		/* when it began to wait, or is tried again */
};

struct drafts {
	char *dir, *file;
	char session[ID_LENGTH + 1];
	int lock;
	struct entry *entries;
	size_t count, cap;
	unsigned named;		/* files named so far */
};

/* --- Entries --- */

static void
entry_free(struct entry *en)
{
	free(en->pane);
	free(en->field);
	free(en->path);
	str_free(&en->text);
}

static void
entry_gone(struct drafts *d, struct entry *en)
{
	unlink(en->path);
	entry_free(en);
	size_t at = (size_t)(en - d->entries);
	memmove(en, en + 1, (--d->count - at) * sizeof *en);
}

static struct entry *
entry_new(struct drafts *d)
{
	struct str path = { 0 };

	if (d->count == d->cap) {
		d->cap = d->cap * 2 + 8;
		d->entries = xrealloc(d->entries, d->cap * sizeof *d->entries);
	}
	struct entry *en = &d->entries[d->count++];
	*en = (struct entry){ 0 };
	str_addf(&path, "%s/%s-%u.draft", d->dir, d->session, d->named++);
	en->path = str_take(&path);
	return en;
}

static struct entry *
entry_of(struct drafts *d, const char *pane, int64_t record, const char *field)
{
	for (size_t i = 0; i < d->count; i++) {
		struct entry *en = &d->entries[i];
		if (!en->found && en->draft.record == record && !strcmp(en->pane, pane)
		    && !strcmp(en->field, field))
			return en;
	}
	return NULL;
}

static void
entry_fill(struct entry *en, const struct draft *from)
{
	if (!en->pane) {
		en->pane = xstrdup(from->pane);
		en->field = xstrdup(from->field);
	}
	str_cut(&en->text, 0);
	str_addn(&en->text, from->text, from->length);
	en->draft = *from;
	en->draft.pane = en->pane;
	en->draft.field = en->field;
	en->draft.text = str_text(&en->text);
}

/* --- Files --- */

/* In one line. */
static void
line_add(struct str *out, const char *name, const char *value)
{
	str_addf(out, "%s ", name);
	for (; *value; value++)
		str_addc(out, *value == '\n' ? '?' : *value);
	str_addc(out, '\n');
}

static bool
entry_write(struct drafts *d, struct entry *en, struct error *e)
{
	struct str head = { 0 };
	char id[ID_LENGTH + 1] = "-";
	struct out *out = out_open(en->path, true, e);

	if (!out)
		return false;
	if (en->draft.record)
		id_format(en->draft.record, id);
	str_add(&head, FIRST_LINE);
	line_add(&head, "file", d->file);
	line_add(&head, "pane", en->pane);
	line_add(&head, "record", id);
	line_add(&head, "field", en->field);
	str_addf(&head, "time %lld\ncursor %zu\nlength %zu\n\n", (long long)en->draft.time,
	    en->draft.cursor, en->draft.length);
	bool ok = out_write(out, head.s, head.len, e)
	    && out_write(out, en->draft.text, en->draft.length, e);
	ok = out_close(out, ok, ok ? e : NULL) && ok;
	str_free(&head);
	return ok;
}

static bool
file_read(const char *path, struct str *out)
{
	char block[65536];
	struct stat st;
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return false;
	if (!fstat(fd, &st) && S_ISREG(st.st_mode) && st.st_size <= SIZE_MAX_READ)
		while ((n = read(fd, block, sizeof block)) > 0 && out->len <= SIZE_MAX_READ)
			str_addn(out, block, (size_t)n);
	close(fd);
	return n == 0;
}

/* The value of a line "name value" at *p, cut off there; *p moves behind it. */
static const char *
line_take(char **p, const char *name)
{
	size_t n = strlen(name);
	char *end = strchr(*p, '\n'), *value = *p + n + 1;

	if (!end || strncmp(*p, name, n) || (*p)[n] != ' ')
		return NULL;
	*end = '\0';
	*p = end + 1;
	return value;
}

/* Reads what entry_write wrote, into texts of the buffer. False: it is none, or of
 * another file, or not whole. */
static bool
draft_parse(struct str *text, const char *file, struct draft *out)
{
	char *p = text->s;
	struct str name = { 0 };

	if (!p || strncmp(p, FIRST_LINE, strlen(FIRST_LINE)))
		return false;
	p += strlen(FIRST_LINE);
	line_add(&name, "file", file);
	bool ours = !strncmp(p, name.s, name.len);
	p += ours ? name.len : 0;
	str_free(&name);
	const char *record, *when, *cursor, *length;
	if (!ours || !(out->pane = line_take(&p, "pane"))
	    || !(record = line_take(&p, "record")) || !(out->field = line_take(&p, "field"))
	    || !(when = line_take(&p, "time")) || !(cursor = line_take(&p, "cursor"))
	    || !(length = line_take(&p, "length")) || *p != '\n')
		return false;
	out->record = 0;
	if (strcmp(record, "-") && !id_parse(record, strlen(record), &out->record))
		return false;
	out->time = strtoll(when, NULL, 10);
	out->cursor = (size_t)strtoull(cursor, NULL, 10);
	out->length = (size_t)strtoull(length, NULL, 10);
	out->text = p + 1;
	return out->length == text->len - (size_t)(out->text - text->s)
	    && out->cursor <= out->length && !memchr(out->text, '\0', out->length);
}

/* --- Sessions: a lock each, which the system lets go however a program ends --- */

static void
path_of(const struct drafts *d, struct str *path, const char *name)
{
	str_cut(path, 0);
	str_addf(path, "%s/%s", d->dir, name);
}

/* The lock gets its name when it is held: nobody sees it free. */
static bool
session_begin(struct drafts *d, struct error *e)
{
	struct str fresh = { 0 }, path = { 0 };

	id_format(id_new(), d->session);
	str_addf(&fresh, "%s/.%s.new", d->dir, d->session);
	str_addf(&path, "%s/%s.lock", d->dir, d->session);
	d->lock = open(fresh.s, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool ok = d->lock >= 0;
	if (ok) {
		flock(d->lock, LOCK_EX | LOCK_NB);	/* where there are no locks, all is free */
		ok = !rename(fresh.s, path.s);
	}
	if (!ok)
		set_error(e, STATUS_NOPERM, _("What you type cannot be kept in %s while you type it: "
		    "%s. Save often."), d->dir, strerror(errno));
	str_free(&fresh);
	str_free(&path);
	return ok;
}

static bool
ends_with(const char *name, const char *end)
{
	size_t n = strlen(name), k = strlen(end);

	return n > k && !strcmp(name + n - k, end);
}

/* Does the program that named this file ("SESSION-3.draft", "SESSION.lock") run? */
static bool
session_runs(const struct drafts *d, const char *name)
{
	struct str path = { 0 };

	str_addf(&path, "%s/%.*s.lock", d->dir, (int)strcspn(name, "-."), name);
	int fd = open(path.s, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	bool runs = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK;
	if (fd >= 0)
		close(fd);
	str_free(&path);
	return runs;
}

/* --- What was left behind --- */

/* Takes a file over by giving it a name of ours; who comes second finds it gone. */
static void
draft_take(struct drafts *d, const char *path)
{
	struct draft draft = { 0 };
	struct str text = { 0 };

	if (file_read(path, &text) && draft_parse(&text, d->file, &draft)) {
		struct entry *en = entry_new(d);
		if (rename(path, en->path)) {
			entry_free(en);
			d->count--;
		} else {
			entry_fill(en, &draft);
			en->found = true;
		}
	}
	str_free(&text);
}

/* Halves of files that a killed program left. */
static void
stale_remove(const char *path)
{
	struct stat st;

	if (!lstat(path, &st) && S_ISREG(st.st_mode) && time(NULL) - st.st_mtime > STALE_S)
		unlink(path);
}

static void
leavings_look(struct drafts *d, const char *name)
{
	struct str path = { 0 };

	path_of(d, &path, name);
	if (*name == '.') {
		if (ends_with(name, ".part") || ends_with(name, ".new"))
			stale_remove(path.s);
	} else if (ends_with(name, ".draft")) {
		if (strncmp(name, d->session, ID_LENGTH) && !session_runs(d, name))
			draft_take(d, path.s);
	} else if (ends_with(name, ".lock") && !session_runs(d, name)) {
		unlink(path.s);
	}
	str_free(&path);
}

static int
newest_first(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->draft.time < y->draft.time) - (x->draft.time > y->draft.time);
}

/* Drafts before locks: without its lock a session counts as ended. */
static bool
leavings_take(struct drafts *d, struct error *e)
{
	DIR *dir = opendir(d->dir);
	struct dirent *entry;

	if (!dir)
		return set_error(e, STATUS_NOPERM, _("The folder %s cannot be read: %s."), d->dir,
		    strerror(errno));
	while ((entry = readdir(dir)))
		leavings_look(d, entry->d_name);
	closedir(dir);
	if (d->count)
		qsort(d->entries, d->count, sizeof *d->entries, newest_first);
	return true;
}

/* --- For the loop --- */

char *
drafts_dir(struct app *app, struct error *e)
{
	bool own = strcmp(computer_setting(app, "own_computer"), "no") != 0;
	char *parent = own ? app_state_dir(e) : app_backup_dir(app, e);
	struct str path = { 0 };

	if (!parent)
		return NULL;
	str_addf(&path, "%s/drafts", parent);
	free(parent);
	if (!mkdir(path.s, 0700) || errno == EEXIST)
		return str_take(&path);
	set_error(e, STATUS_NOPERM, _("The folder %s cannot be made: %s."), path.s,
	    strerror(errno));
	str_free(&path);
	return NULL;
}

struct drafts *
drafts_open(const char *dir, const char *file, struct error *e)
{
	struct drafts *d = xmalloc(sizeof *d);

	d->dir = xstrdup(dir);
	d->file = xstrdup(file);
	d->lock = -1;
	if (session_begin(d, e) && leavings_take(d, e))
		return d;
	drafts_close(d);
	return NULL;
}

void
drafts_close(struct drafts *d)
{
	struct str path = { 0 };

	if (!d)
		return;
	draft_tick(d, INT64_MAX, NULL);
	if (d->lock >= 0) {
		str_addf(&path, "%s/%s.lock", d->dir, d->session);
		unlink(path.s);
		close(d->lock);
	}
	for (size_t i = 0; i < d->count; i++)
		entry_free(&d->entries[i]);
	free(d->entries);
	free(d->dir);
	free(d->file);
	str_free(&path);
	free(d);
}

void
draft_put(struct drafts *d, const struct draft *draft, int64_t now)
{
	struct entry *en = entry_of(d, draft->pane, draft->record, draft->field);

	if (!en)
		en = entry_new(d);
	entry_fill(en, draft);
	en->draft.time = clock_now_ms_real();
	if (!en->waits)
		en->since = now;
	en->waits = true;
}

void
draft_drop(struct drafts *d, const char *pane, int64_t record, const char *field)
{
	for (size_t i = d->count; i-- > 0; ) {
		struct entry *en = &d->entries[i];
		if (!en->found && en->draft.record == record && !strcmp(en->pane, pane)
		    && (!field || !strcmp(en->field, field)))
			entry_gone(d, en);
	}
}

bool
draft_tick(struct drafts *d, int64_t now, struct error *e)
{
	bool ok = true;

	for (size_t i = 0; i < d->count; i++) {
		struct entry *en = &d->entries[i];
		if (!en->waits || now - DELAY_MS < en->since)
			continue;
		en->waits = !entry_write(d, en, ok ? e : NULL);
		ok = ok && !en->waits;
		if (en->waits)
			en->since = now < INT64_MAX - AGAIN_MS ? now + AGAIN_MS : now;
	}
	return ok;
}

bool
draft_waits(const struct drafts *d)
{
	for (size_t i = 0; i < d->count; i++)
		if (d->entries[i].waits)
			return true;
	return false;
}

/* --- What was found --- */

static struct entry *
found_at(const struct drafts *d, size_t i)
{
	for (size_t k = 0; k < d->count; k++)
		if (d->entries[k].found && i-- == 0)
			return &d->entries[k];
	return NULL;
}

size_t
draft_found_count(const struct drafts *d)
{
	size_t n = 0;

	while (found_at(d, n))
		n++;
	return n;
}

const struct draft *
draft_found(const struct drafts *d, size_t i)
{
	struct entry *en = found_at(d, i);

	return en ? &en->draft : NULL;
}

void
draft_accept(struct drafts *d, size_t i)
{
	struct entry *en = found_at(d, i);

	if (!en)
		return;
	struct entry *other = entry_of(d, en->pane, en->draft.record, en->field);
	en->found = false;
	if (other)	/* typed since; the person chose the one left behind */
		entry_gone(d, other);
}

void
draft_discard(struct drafts *d, size_t i)
{
	struct entry *en = found_at(d, i);

	if (en)
		entry_gone(d, en);
}
