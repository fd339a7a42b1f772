#include "config.h"

#include "ui/page_view.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "ui/list_view.h"
#include "ui/parts.h"
#include "ui/record_view.h"

/* What the cursor and the bar take of a line (parts.c). */
enum { MARGIN = 4, USUAL_COLS = 80 };

struct page_view {
	struct view view;
	struct app *app;
	struct page_source source;
	struct str title;
	struct page *page;
	int shown;		/* format of a file, by its place in source.formats; -1: to read */
	struct parts parts;
	struct page_lead *leads;	/* of each part; texts are the page's */
	int *heads;		/* of each part: that of the columns of its table, -1: none */
	int head;		/* of the table being filled */
	int count, room;
	int cols;		/* the parts are made for; 0: they are to be made */
	int drawn;		/* columns of the last painting, 0: there was none */
	unsigned flags;		/* for utf8_fit(), of the terminal */
	bool kept;		/* the heads of a table stand in the first row */
};

static const struct view_ops page_ops;
static const struct page_lead nothing;

static struct page_view *
page_here(const struct screen *sc)
{
	struct view *v = screen_view(sc);

	return v->ops == &page_ops ? (struct page_view *)v : NULL;
}

/* --- Its forms --- */

bool
page_source_format(const struct page_source *source, int i, enum page_format *out)
{
	char name[16];

	for (const char *p = source->formats; p && *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " ");
		if (i-- == 0) {
			snprintf(name, sizeof name, "%.*s", (int)n, p);
			return page_format_find(name, out);
		}
		p += n;
	}
	return false;
}

bool
page_view_is(const struct view *v)
{
	return v->ops == &page_ops;
}

const struct page_source *
page_view_source(const struct view *v)
{
	const struct page_view *page = (const struct page_view *)v;

	return v->ops == &page_ops && page->source.write ? &page->source : NULL;
}

int
page_view_shown(const struct view *v)
{
	return ((const struct page_view *)v)->shown;
}

bool
page_view_can_turn(const struct screen *sc)
{
	return page_view_source(screen_view(sc)) != NULL;
}

/* --- Filling --- */

static void
part_put(struct page_view *v, const struct part *part, struct page_lead lead)
{
	if (v->count == v->room) {
		v->room = v->room * 2 + 64;
		v->leads = xrealloc(v->leads, (size_t)v->room * sizeof *v->leads);
		v->heads = xrealloc(v->heads, (size_t)v->room * sizeof *v->heads);
	}
	v->leads[v->count] = lead;
	v->heads[v->count++] = v->head;
	parts_add(&v->parts, part);
}

/* The title of the page stands in the path already, where it is the same. */
static bool
is_title(const struct page_view *v, const struct page_line *line)
{
	return line->kind == PAGE_LINE_HEAD && !v->count
	    && strstr(str_text(&v->title), line->text);
}

static void
line_take(void *ctx, const struct page_line *line)
{
	struct page_view *v = ctx;
	static const enum part_kind kinds[] = {
		[PAGE_LINE_HEAD] = PART_HEAD, [PAGE_LINE_COLUMNS] = PART_DRAWN,
		[PAGE_LINE_TEXT] = PART_LINE, [PAGE_LINE_BLANK] = PART_DRAWN
	};

	if (is_title(v, line))
		return;
	if (line->kind != PAGE_LINE_TEXT)
		v->head = -1;
	if (line->kind == PAGE_LINE_COLUMNS)
		v->head = v->count;
	part_put(v, &(struct part){ .kind = kinds[line->kind], .text = line->text }, line->lead);
}

static bool
file_lines(struct page_view *v, struct error *e)
{
	enum page_format format;
	struct arena mem = { 0 };
	struct str text = { 0 };

	bool ok = page_source_format(&v->source, v->shown, &format)
	    && v->source.write(v->source.ctx, format, &text, e);
	for (const char *p = str_text(&text); ok && *p; ) {
		size_t n = strcspn(p, "\n"), shown = n && p[n - 1] == '\r' ? n - 1 : n;
		part_put(v, &(struct part){ .kind = PART_LINE,
		    .text = arena_dup(&mem, p, shown) }, nothing);
		p += n + (p[n] == '\n');
	}
	arena_free(&mem);
	str_free(&text);
	return ok;
}

/* For the width of the last painting, so that keys typed ahead of the next one act on
 * what is there. */
static void
lines_make(struct page_view *v)
{
	int cols = v->drawn ? v->drawn : USUAL_COLS;
	struct error e;

	if (v->cols == cols)
		return;
	v->cols = cols;
	v->count = 0;
	v->head = -1;
	parts_clear(&v->parts);
	if (v->shown < 0)
		page_screen(v->page, cols - MARGIN, v->flags, line_take, v);
	else if (!file_lines(v, &e))
		part_put(v, &(struct part){ .kind = PART_LINE, .text = e.msg }, nothing);
	parts_filter(&v->parts, str_text(&v->view.filter));
	parts_ready(&v->parts);
}

static bool
page_reload(struct view *view, struct error *e)
{
	struct page_view *v = (struct page_view *)view;
	struct page *fresh = v->source.make(v->source.ctx, e);

	if (!fresh)
		return false;
	page_free(v->page);
	v->page = fresh;
	v->cols = 0;
	lines_make(v);
	return true;
}

/* To read, then as each of its files has it, and to read again. */
bool
page_view_turn(struct screen *sc, const struct call *call, struct error *e)
{
	struct page_view *v = page_here(sc);
	enum page_format format;

	(void)call;
	if (!v || !v->source.write)
		return set_error(e, STATUS_NONE, _("There is no other form of this."));
	v->shown = page_source_format(&v->source, v->shown + 1, &format) ? v->shown + 1 : -1;
	parts_clear(&v->parts);
	v->parts.cursor = v->parts.top = 0;
	v->parts.kept = -1;
	v->cols = 0;
	lines_make(v);
	sc->dirty |= DIRTY_ALL;
	return true;
}

/* --- Where its lines lead --- */

static const struct page_lead *
lead_here(const struct page_view *v)
{
	int line = v->parts.cursor;
	int part = line < v->parts.line_count ? v->parts.lines[line].part : -1;

	return part >= 0 && part < v->count && v->shown < 0 ? &v->leads[part] : &nothing;
}

static struct view *
record_behind(const struct page_view *v, const struct page_lead *lead, struct error *e)
{
	const struct entity *ent = record_entity(v->app->store, lead->id);
	const struct pane *pane = ent ? pane_of_record(v->app->store, ent, lead->id) : NULL;

	if (!pane) {
		set_error(e, STATUS_NONE, _("This record is not there any more."));
		return NULL;
	}
	return record_view_new(v->app, pane, lead->id, e);
}

static struct view *
list_behind(const struct page_view *v, const struct page_lead *lead, struct error *e)
{
	struct view *list = list_view_new(v->app, pane_find(lead->pane), e);

	if (!list)
		return NULL;
	str_set(&list->filter, lead->filter);
	list->root = false;
	list->led = true;
	return list;
}

static struct view *
page_enter(struct view *view, struct error *e)
{
	const struct page_view *v = (const struct page_view *)view;
	const struct page_lead *lead = lead_here(v);

	if (lead->id)
		return record_behind(v, lead, e);
	if (lead->pane)
		return list_behind(v, lead, e);
	set_error(e, STATUS_NONE, _("This line is about no record."));
	return NULL;
}

/* How the shell shows the same. */
static void
shell_tell(struct screen *sc, const struct page_lead *lead, const struct view *made)
{
	struct str said = { 0 };
	char id[ID_LENGTH + 1];

	id_format(lead->id, id);
	if (lead->pane)
		str_addf(&said, _("In the shell: alianza list %s '%s'"), lead->pane, lead->filter);
	else
		str_addf(&said, _("In the shell: alianza show %s %s"), made->pane->name, id);
	screen_say(sc, ROLE_DIM, str_text(&said));
	str_free(&said);
}

bool
page_view_behind(struct screen *sc, const struct call *call, struct error *e)
{
	const struct page_view *v = page_here(sc);
	const struct page_lead *here = v ? lead_here(v) : NULL;

	(void)call;
	if (!here || (!here->id && !here->pane))
		return set_error(e, STATUS_NONE, _("Nothing is behind this line."));
	const struct page_lead lead = *here;
	struct view *made = lead.pane ? list_behind(v, &lead, e) : record_behind(v, &lead, e);
	if (!made)
		return false;
	screen_show_view(sc, made);
	shell_tell(sc, &lead, made);
	return true;
}

bool
page_view_can_lead(const struct screen *sc)
{
	const struct page_view *v = page_here(sc);

	return v && (lead_here(v)->id || lead_here(v)->pane);
}

/* --- A view --- */

/* The heads of the columns stay in sight as long as rows of their table do; -1: they are
 * in sight, or there are none. */
static int
head_to_keep(const struct page_view *v)
{
	int part = v->parts.top < v->parts.line_count ? v->parts.lines[v->parts.top].part : -1;

	return part >= 0 && part < v->count && v->heads[part] != part ? v->heads[part] : -1;
}

static void
page_draw(struct view *view, const struct draw *d, struct box box, bool all)
{
	struct page_view *v = (struct page_view *)view;
	struct box below = box;

	(void)all;
	v->drawn = box.cols;
	v->flags = d->signs ? 0 : SHOW_ASCII;
	lines_make(v);
	int head = box.rows > 2 ? head_to_keep(v) : -1;
	if (head >= 0) {
		draw_blank(d, box, 0, ROLE_TEXT);
		draw_fit(d, box, 0, MARGIN / 2, box.cols - MARGIN / 2, ROLE_TEXT,
		    v->parts.all[head].text, false);
		below = box_part(box, 1, 0, box.rows - 1, box.cols);
	}
	v->kept = head >= 0;
	parts_draw(&v->parts, d, below);
}

static int
page_cursor(struct view *view)
{
	const struct page_view *v = (const struct page_view *)view;

	return parts_cursor(&v->parts) + v->kept;
}

static bool
page_move(struct view *view, enum motion motion)
{
	return parts_move(&((struct page_view *)view)->parts, motion);
}

static bool
page_press(struct view *view, int row)
{
	struct page_view *v = (struct page_view *)view;

	return row >= v->kept && parts_press(&v->parts, row - v->kept);
}

static void
page_title(struct view *view, struct str *out)
{
	const struct page_view *v = (const struct page_view *)view;
	enum page_format format;

	str_add(out, str_text(&v->title));
	if (v->shown >= 0 && page_source_format(&v->source, v->shown, &format))
		str_addf(out, " (%s)", page_format_name(format));
}

static void
page_count(struct view *view, struct str *out)
{
	parts_percent(&((struct page_view *)view)->parts, out);
}

static void
page_close(struct view *view)
{
	struct page_view *v = (struct page_view *)view;

	parts_free(&v->parts);
	page_free(v->page);
	v->source.free(v->source.ctx);
	free(v->leads);
	free(v->heads);
	str_free(&v->title);
	free(v);
}

static const struct view_ops page_ops = {
	.name = "report", .draw = page_draw, .cursor = page_cursor, .move = page_move,
	.press = page_press, .reload = page_reload, .title = page_title, .count = page_count,
	.close = page_close, .enter = page_enter
};

struct view *
page_view_new(struct app *app, const struct page_source *source, const char *title,
    struct error *e)
{
	struct page_view *v = xmalloc(sizeof *v);

	v->view.ops = &page_ops;
	v->app = app;
	v->source = *source;
	v->shown = -1;
	str_add(&v->title, title);
	if (page_reload(&v->view, e))
		return &v->view;
	view_free(&v->view);
	return NULL;
}
