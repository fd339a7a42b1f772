#include "config.h"

#include "store/backup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/date.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "store/copy.h"
#include "store/db.h"
#include "store/log.h"

enum {
	NAME_MAX_BYTES = 80,
	STAMP_LENGTH = 18,	/* 2026-11-21T101500Z */
	TAG_LENGTH = 8,
	TRIES = 3600		/* seconds passed over when their names are taken */
};
static const int64_t SECOND = 1000, DAY = 86400000;

bool
backup_to(struct store *s, const char *path, struct error *e)
{
	return copy_to(db_handle(s->db), path, e);
}

/* --- Names --- */

static void
safe_add(struct str *out, const char *s, size_t n)
{
	size_t start = out->len;

	if (n > NAME_MAX_BYTES)
		for (n = NAME_MAX_BYTES; n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80;)
			n--;
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
		    || (c >= 'a' && c <= 'z') || c >= 0x80 || c == '-' || c == '_'
		    || c == '.';
		str_addc(out, plain && !(i == 0 && (c == '.' || c == '-')) ? (char)c : '_');
	}
	if (out->len == start)
		str_addc(out, '_');
}

/* What every backup of a file of this name begins with. */
static void
name_add(struct str *out, const struct store *s)
{
	const char *name = strrchr(s->path, '/') + 1;
	size_t n = strlen(name);

	if (n > 3 && !strcmp(name + n - 3, ".db"))
		n -= 3;
	safe_add(out, name, n);
	str_addc(out, '-');
}

static void
tag_add(struct str *out, const struct store *s)
{
	struct hash h;

	hash_start(&h);
	hash_text(&h, s->path, strlen(s->path));
	str_addf(out, "%08x", (unsigned)(hash_end(&h) & 0xffffffff));
}

static void
stamp_add(struct str *out, int64_t ms)
{
	struct date d = date_from_days((long)(ms / DAY));
	int second = (int)(ms % DAY / SECOND);

	str_addf(out, "%04d-%02d-%02dT%02d%02d%02dZ", d.year, d.month, d.day, second / 3600,
	    second / 60 % 60, second % 60);
}

static int
number_at(const char *s, int digits)
{
	int n = 0;

	for (int i = 0; i < digits; i++)
		n = n * 10 + (s[i] - '0');
	return n;
}

static bool
stamp_parse(const char *s, int64_t *ms)
{
	static const char pattern[] = "dddd-dd-ddTddddddZ";

	for (int i = 0; i < STAMP_LENGTH; i++)
		if (pattern[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != pattern[i])
			return false;
	int year = number_at(s, 4), month = number_at(s + 5, 2), day = number_at(s + 8, 2);
	int hour = number_at(s + 11, 2), minute = number_at(s + 13, 2);
	int second = number_at(s + 15, 2);
	if (year < 1 || month < 1 || month > 12 || day < 1
	    || day > date_month_length(year, month) || hour > 23 || minute > 59 || second > 59)
		return false;
	*ms = date_days(year, month, day) * DAY + (hour * 3600 + minute * 60 + second) * SECOND;
	return true;
}

/* --- Lists --- */

struct kept {
	const char *path, *reason;
	int64_t time, size;
	bool ours;		/* its tag is that of this path */
};

struct kept_list {
	struct kept *at;
	size_t count, cap;
	struct arena mem;
};

/* Takes a file's name apart; false for all that is no backup of such a name. */
static bool
kept_parse(const char *file, const char *name, const char *tag, struct arena *mem,
    struct kept *k)
{
	size_t n = strlen(name), length = strlen(file);
	size_t tail = 1 + TAG_LENGTH + 3;

	if (length < n + STAMP_LENGTH + 2 + tail || strncmp(file, name, n)
	    || strcmp(file + length - 3, ".db") || file[n + STAMP_LENGTH] != '-'
	    || file[length - tail] != '-' || !stamp_parse(file + n, &k->time))
		return false;
	const char *reason = file + n + STAMP_LENGTH + 1;
	k->reason = arena_dup(mem, reason, (size_t)(file + length - tail - reason));
	k->ours = !strncmp(file + length - tail + 1, tag, TAG_LENGTH);
	return true;
}

static void
kept_add(struct kept_list *list, const struct kept *k)
{
	if (list->count == list->cap) {
		list->cap = list->cap * 2 + 32;
		list->at = xrealloc(list->at, list->cap * sizeof *list->at);
	}
	list->at[list->count++] = *k;
}

static int
newest_first(const void *a, const void *b)
{
	const struct kept *x = a, *y = b;

	if (x->time != y->time)
		return x->time < y->time ? 1 : -1;
	return strcmp(y->path, x->path);
}

static void
folder_read(const struct store *s, const char *dir, DIR *d, struct kept_list *list)
{
	struct str name = { 0 }, tag = { 0 };
	struct dirent *file;
	struct stat st;
	struct kept k;

	name_add(&name, s);
	tag_add(&tag, s);
	while ((file = readdir(d))) {
		if (!kept_parse(file->d_name, name.s, tag.s, &list->mem, &k)
		    || fstatat(dirfd(d), file->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0
		    || !S_ISREG(st.st_mode))
			continue;
		k.path = arena_printf(&list->mem, "%s/%s", dir, file->d_name);
		k.size = st.st_size;
		kept_add(list, &k);
	}
	str_free(&name);
	str_free(&tag);
}

/* A folder that is not there holds none. The caller frees the list. */
static bool
kept_read(const struct store *s, const char *dir, struct kept_list *list, struct error *e)
{
	*list = (struct kept_list){ 0 };
	DIR *d = opendir(dir);
	if (!d)
		return errno == ENOENT || set_error(e, STATUS_NOINPUT,
		    _("The backups in %s cannot be listed: %s."), dir, strerror(errno));
	folder_read(s, dir, d, list);
	closedir(d);
	if (list->count)
		qsort(list->at, list->count, sizeof *list->at, newest_first);
	return true;
}

static void
kept_free(struct kept_list *list)
{
	free(list->at);
	arena_free(&list->mem);
}

bool
backup_each(struct store *s, const char *dir,
    bool (*f)(void *ctx, const struct backup_entry *b), void *ctx, struct error *e)
{
	struct kept_list list;

	bool ok = kept_read(s, dir, &list, e);
	for (size_t i = 0; ok && i < list.count; i++) {
		const struct kept *k = &list.at[i];
		if (!f(ctx, &(struct backup_entry){ k->path, k->reason, k->time, k->size }))
			break;
	}
	kept_free(&list);
	return ok;
}

int64_t
backup_newest(struct store *s, const char *dir)
{
	struct kept_list list;
	int64_t time = 0;

	kept_read(s, dir, &list, NULL);
	for (size_t i = 0; !time && i < list.count; i++)
		if (list.at[i].ours)
			time = list.at[i].time;
	kept_free(&list);
	return time;
}

/* --- Making and thinning --- */

/* Backups with one key are thinned to the newest of them; 0: each stays. */
static int64_t
thinning_key(int64_t age, int64_t time)
{
	if (age < 2 * DAY)
		return 0;
	if (age < 31 * DAY)
		return time / DAY;
	struct date d = date_from_days((long)(time / DAY));
	return -(d.year * 12 + d.month);	/* below zero: no day's key */
}

/* What cannot be removed stays: it does no harm. */
static void
thin(const struct store *s, const char *dir)
{
	/* A time fixed in the future (--now) must not make everything look old. */
	int64_t real = clock_now_ms_real(), now = clock_ms();
	struct kept_list list;
	int64_t last = 0;

	if (now > real)
		now = real;
	kept_read(s, dir, &list, NULL);
	for (size_t i = 0; i < list.count; i++) {
		if (!list.at[i].ours)
			continue;
		int64_t key = thinning_key(now - list.at[i].time, list.at[i].time);
		if (key && key == last)
			unlink(list.at[i].path);
		last = key;
	}
	kept_free(&list);
}

/* mkdir -p, for this person only. */
static bool
folder_make(const char *dir, struct error *e)
{
	struct str path = { 0 };
	struct stat st;

	for (const char *end = dir; *end;) {
		end += strspn(end, "/");
		end += strcspn(end, "/");
		str_cut(&path, 0);
		str_addn(&path, dir, (size_t)(end - dir));
		mkdir(path.s, 0700);
	}
	str_free(&path);
	if (stat(dir, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	return set_error(e, STATUS_IO, _("The folder for backups, %s, cannot be made: %s."), dir,
	    strerror(errno));
}

static void
backup_path(const struct store *s, const char *dir, int64_t time, const char *reason,
    struct str *path)
{
	str_cut(path, 0);
	str_addf(path, "%s/", dir);
	name_add(path, s);
	stamp_add(path, time);
	str_addc(path, '-');
	safe_add(path, reason, strlen(reason));
	str_addc(path, '-');
	tag_add(path, s);
	str_add(path, ".db");
}

bool
backup_keep(struct store *s, const char *dir, const char *reason, struct str *path,
    struct error *e)
{
	struct error why = { 0 };
	struct str own = { 0 };
	bool ok = false;

	if (!folder_make(dir, e))
		return false;
	for (int i = 0; i < TRIES && !ok && (i == 0 || why.status == STATUS_EXISTS); i++) {
		backup_path(s, dir, clock_ms() + i * SECOND, reason, &own);
		ok = copy_to(db_handle(s->db), own.s, &why);
	}
	if (ok)
		thin(s, dir);
	else
		set_error(e, why.status, "%s", why.msg);
	if (ok && path)
		str_set(path, own.s);
	str_free(&own);
	return ok;
}
