/* Reading a line from its beginning to its end, once. */
#include "config.h"

#include "app/line.h"

#include <stdlib.h>
#include <string.h>

#include "app/line_part.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/utf8.h"

struct reading {
	const struct line_world *w;
	const char *s;
	size_t n;
	const struct line_about *about;
	struct line *out;
	size_t from, to;	/* the content: behind signs and marks, before closing ones */
	struct line_span front[3];
	size_t fronts;
	struct line_hit *hits;
	size_t hit_count, hit_room;
	bool has_due;
	struct line_span due;
};

/* --- The beginning --- */

static size_t
skip_blanks(const char *s, size_t n, size_t at)
{
	while (at < n && (s[at] == ' ' || s[at] == '\t'))
		at++;
	return at;
}

static size_t
run_of(const char *s, size_t n, size_t at, const char *signs)
{
	size_t end = at;

	while (end < n && strchr(signs, s[end]))
		end++;
	return end - at;
}

static void
front_add(struct reading *r, size_t start, size_t length, enum line_part part)
{
	r->front[r->fronts++] = (struct line_span){ start, length, part };
}

/* The signs that close a heading, at the end of a text of one line. */
static void
heading_close(struct reading *r)
{
	size_t end = r->n;

	while (end > r->from && line_blank(r->s[end - 1]))
		end--;
	r->to = end;
	while (r->to > r->from && r->s[r->to - 1] == '=')
		r->to--;
	if (r->to < end)
		front_add(r, r->to, end - r->to, PART_FORM);
	if (memchr(r->s, '\n', r->n))
		r->to = r->n;
}

static void
read_form(struct reading *r)
{
	size_t at = skip_blanks(r->s, r->n, 0), equals = run_of(r->s, r->n, at, "=");
	size_t list = run_of(r->s, r->n, at, "*#"), length = equals >= 2 ? equals : list;

	r->from = at;
	r->to = r->n;
	if (!length)
		return;
	r->out->level = (int)(length < 99 ? length : 99);
	r->out->form = equals >= 2 ? LINE_HEADING
	    : r->s[at + list - 1] == '*' ? LINE_BULLET : LINE_NUMBER;
	front_add(r, at, length, PART_FORM);
	r->from = skip_blanks(r->s, r->n, at + length);
	if (equals >= 2)
		heading_close(r);
}

static const char *
code_of_plain(const struct reading *r)
{
	return r->about->kind && *r->about->kind ? r->about->kind : line_kinds[0].code;
}

/* An opening question mark that another one closes belongs to the sentence. */
static bool
is_of_sentence(const struct reading *r, size_t length)
{
	return length > 1 && memchr(r->s + r->from, '?', r->to - r->from);
}

static void
read_kind(struct reading *r)
{
	size_t length = 0;
	bool sign = false;
	const char *code = line_code_of_form(r->out->form);

	if (!code)
		code = line_front(r->w, r->s + r->from, r->to - r->from, &length, &sign);
	r->out->kind = code ? code : "";
	r->out->kind_now = code ? code : code_of_plain(r);
	if (!code || !length)
		return;
	front_add(r, r->from, length, PART_KIND);
	if (!sign || !is_of_sentence(r, length))
		r->from = skip_blanks(r->s, r->to, r->from + length);
}

/* --- Names --- */

static void
hit_add(struct reading *r, const struct line_hit *hit)
{
	if (r->hit_count == r->hit_room) {
		r->hit_room = r->hit_room * 2 + 8;
		r->hits = xrealloc(r->hits, r->hit_room * sizeof *r->hits);
	}
	r->hits[r->hit_count++] = *hit;
}

static void
read_hits(struct reading *r)
{
	struct line_hit hit;

	for (size_t at = r->from; at < r->to; at++)
		if (line_mark_sign(r->s, r->to, at) && line_mark_at(r->w, r->s, r->to, at, &hit)) {
			hit_add(r, &hit);
			at += hit.length - 1;
		}
}

bool
line_keeps(const struct line *line, const struct line_hit *hit)
{
	return hit->found.count == 1 && !hit->found.more
	    && (hit->mark->part != PART_OWNER || line_kind_of(line->kind_now)->owners);
}

static void
owner_add(struct line *line, struct line_name *owners, const struct line_name *name)
{
	for (size_t i = 0; i < line->owner_count; i++)
		if (owners[i].id == name->id)
			return;
	owners[line->owner_count++] = *name;
}

static void
take_names(struct reading *r)
{
	struct line *line = r->out;
	struct line_name *owners = arena_alloc(&line->mem, (r->hit_count + 1) * sizeof *owners);

	for (size_t i = 0; i < r->hit_count; i++) {
		const struct line_record *record = r->hits[i].found.record[0];
		if (!line_keeps(line, &r->hits[i]))
			continue;
		if (r->hits[i].mark->part == PART_OWNER) {
			owner_add(line, owners, &record->name);
		} else if (r->hits[i].mark->part == PART_GOAL && !line->goal.id) {
			line->goal = record->name;
		} else if (r->hits[i].mark->part == PART_ABOUT && !line->about.id) {
			line->about = record->name;
			line->partnership = record->partnership;
		}
	}
	line->owners = owners;
}

/* --- The end --- */

static size_t
trim_end(const char *s, size_t from, size_t end, const char *signs)
{
	while (end > from && (line_blank(s[end - 1]) || strchr(signs, s[end - 1])))
		end--;
	return end;
}

/* The date may stand before the names at the end, or behind them. */
static bool
due_before(struct reading *r, size_t hits, size_t end)
{
	size_t from = hits ? r->hits[hits - 1].start + r->hits[hits - 1].length : r->from;
	struct line_due due;

	end = trim_end(r->s, from, end, "");
	if (end <= from || !line_due_find(r->s + from, end - from, !hits, r->about, &due))
		return false;
	end = trim_end(r->s, from, end, ".,;!");
	r->due = (struct line_span){ from + due.start, end - from - due.start, PART_DUE };
	r->out->due = due.date;
	r->out->due_words = !due.date.year;
	r->out->due_typed = arena_dup(&r->out->mem, r->s + r->due.start, r->due.length);
	return true;
}

static void
read_due(struct reading *r)
{
	size_t end = r->to, hits = r->hit_count;

	if (r->about->no_due || !line_kind_of(r->out->kind_now)->due)
		return;
	r->has_due = due_before(r, hits, end);
	while (!r->has_due && hits > 0) {
		const struct line_hit *last = &r->hits[hits - 1];
		if (trim_end(r->s, r->from, end, ".,;") != last->start + last->length)
			return;
		end = last->start;
		r->has_due = due_before(r, --hits, end);
	}
}

/* --- What remains of it in a report --- */

/* "Meet with @ana" is no sentence without her. */
static bool
needs_next(const char *s, size_t from, size_t end)
{
	static const char *const words[] = {
		"with", "to", "from", "for", "of", "by", "and", "or", "about", "at", "in", "the",
		"con", "a", "al", "de", "del", "para", "por", "y", "e", "o", "u", "sobre", "en",
		"el", "la", "com", "ao", "do", "da", "ou"
	};
	size_t start;

	end = trim_end(s, from, end, "");
	for (start = end; start > from && !line_blank(s[start - 1]) && end - start < 10; )
		start--;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!fold_compare(s + start, end - start, words[i], strlen(words[i])))
			return true;
	return false;
}

/* Are there two words at least? "Call @ana" has but one. */
static bool
is_enough(const char *s, size_t from, size_t end)
{
	size_t i = from;

	end = trim_end(s, from, end, ",;:");
	while (i < end && !line_blank(s[i]))
		i++;
	return i < end;
}

/* Does a field of its own hold the name? */
static bool
takes_along(const struct reading *r, const struct line_hit *hit)
{
	return line_keeps(r->out, hit)
	    && !(r->about->no_owners && hit->mark->part == PART_OWNER);
}

/* Names and the date at the end stand in fields of their own: where the text ends
 * without them, and how many of the names are in it. */
static size_t
plain_end(const struct reading *r, size_t *hits)
{
	size_t end = trim_end(r->s, r->from, r->to, ""), kept = end;

	*hits = r->hit_count;
	for (;;) {
		size_t bare = trim_end(r->s, r->from, end, ".,;!");
		const struct line_hit *last = *hits ? &r->hits[*hits - 1] : NULL;
		if (r->has_due && bare == r->due.start + r->due.length) {
			end = r->due.start;
		} else if (last && bare == last->start + last->length
		    && takes_along(r, last) && is_enough(r->s, r->from, last->start)
		    && !needs_next(r->s, r->from, last->start)) {
			end = last->start;
			--*hits;
		} else {
			return kept;
		}
		kept = trim_end(r->s, r->from, end, ",;");
	}
}

/* A text of several lines keeps what marks its first one, as it keeps that of the others. */
static size_t
plain_begin(const struct reading *r)
{
	bool several = memchr(r->s, '\n', r->n) != NULL;

	return several && r->out->form != LINE_PLAIN ? skip_blanks(r->s, r->n, 0) : r->from;
}

static void
make_plain(struct reading *r)
{
	struct str plain = { 0 };
	size_t hits, end = plain_end(r, &hits), at = plain_begin(r);

	for (size_t i = 0; i < hits && r->hits[i].start < end; i++) {
		const struct line_hit *h = &r->hits[i];
		str_addn(&plain, r->s + at, h->start - at);
		if (h->found.count == 1 && !h->found.more && !h->found.record[0]->hidden)
			str_add(&plain, h->found.record[0]->name.title);
		else
			str_addn(&plain, r->s + h->start + 1, h->length - 1);
		at = h->start + h->length;
	}
	if (at < end)
		str_addn(&plain, r->s + at, end - at);
	r->out->plain = arena_dup(&r->out->mem, str_text(&plain), plain.len);
	str_free(&plain);
}

/* --- All together --- */

static int
span_compare(const void *a, const void *b)
{
	const struct line_span *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static void
make_spans(struct reading *r)
{
	struct line_span *spans = arena_alloc(&r->out->mem,
	    (r->fronts + r->hit_count + 1) * sizeof *spans);
	size_t n = 0;

	for (size_t i = 0; i < r->fronts; i++)
		spans[n++] = r->front[i];
	for (size_t i = 0; i < r->hit_count; i++) {
		const struct line_hit *h = &r->hits[i];
		bool clear = h->found.count == 1 && !h->found.more;
		spans[n++] = (struct line_span){ h->start, h->length,
		    clear ? h->mark->part : PART_OPEN };
	}
	if (r->has_due)
		spans[n++] = r->due;
	qsort(spans, n, sizeof *spans, span_compare);
	r->out->spans = spans;
	r->out->span_count = n;
}

void
line_read(const struct line_world *w, const char *text, size_t n,
    const struct line_about *about, struct line *out)
{
	static const struct line_about nothing = { .kind = NULL };
	struct reading r = { .w = w, .s = text, .n = n, .out = out,
	    .about = about ? about : &nothing };

	*out = (struct line){ .due_typed = "", .plain = "", .told = "" };
	read_form(&r);
	read_kind(&r);
	read_hits(&r);
	take_names(&r);
	read_due(&r);
	make_plain(&r);
	make_spans(&r);
	line_tell(w, text, r.hits, r.hit_count,
	    r.about->day.year ? r.about->day : clock_today(), out);
	free(r.hits);
}

void
line_free(struct line *line)
{
	arena_free(&line->mem);
	*line = (struct line){ .kind = NULL };
}
