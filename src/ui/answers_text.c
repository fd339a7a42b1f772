#include "config.h"

#include "ui/answers_text.h"

#include <string.h>

#include "base/utf8.h"

int
answers_text_draw(const struct draw *d, struct box box, int y, enum role role, const char *s)
{
	struct str line = { 0 };

	for (size_t at = 0, n = strlen(s), next; at < n && y < box.rows; at += next, y++) {
		bool last = y + 1 == box.rows;
		size_t take = utf8_wrap(s + at, n - at, box.cols, &next);
		str_cut(&line, 0);
		str_addn(&line, s + at, last ? n - at : take);
		draw_fit(d, box, y, 0, box.cols, role, str_text(&line), false);
	}
	str_free(&line);
	return y;
}
