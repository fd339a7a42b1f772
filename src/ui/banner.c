#include "config.h"

#include "ui/banner.h"

#include <string.h>

#include "base/clock.h"
#include "base/date_words.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "store/through.h"

enum { ROWS_LEAST = 10, SENTENCES = 3 };	/* with fewer rows each is for the work */

/* "4 October 2021" in the language of the screen. */
static void
day_in_words(struct date day, struct str *out)
{
	const struct date_words *words[2];
	const char *month = date_words_month(words, date_words_get(words), day.month);

	/* Translators: day, month and year as in a letter, "4 October 2021". */
	str_addf(out, _("%d %s %d"), day.day, month, day.year);
}

/* The longest of the sentences that fits; the last one is for any width. */
static void
sentence(int cols, struct str *out)
{
	static const char *const sentences[SENTENCES] = {
		N_("Sample, today is %s: practise freely"),
		N_("Sample, today is %s"),
		N_("Sample, %s"),
	};
	struct str day = { 0 };

	day_in_words(clock_today(), &day);
	for (int i = 0; i < SENTENCES; i++) {
		str_cut(out, 0);
		str_addf(out, _(sentences[i]), str_text(&day));
		if (utf8_columns(str_text(out), out->len) <= cols)
			break;
	}
	str_free(&day);
}

int
banner_rows(struct store *s, int rows)
{
	return s && rows >= ROWS_LEAST && *setting_get(s, "sample_today");
}

struct box
banner_draw(struct store *s, const struct draw *d, struct box box)
{
	struct str text = { 0 };

	if (!banner_rows(s, box.rows))
		return box;
	sentence(box.cols, &text);
	draw_fit(d, box, 0, 0, box.cols, ROLE_ACCENT, str_text(&text), false);
	str_free(&text);
	return box_part(box, 1, 0, box.rows - 1, box.cols);
}
