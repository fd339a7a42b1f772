#include "config.h"

#include "ui/version_text.h"

#include "base/i18n.h"
#include "ui/words.h"

static void
side_add(const struct version_side *side, struct str *out)
{
	str_addf(out, "\n\n%s\n%s", side->label,
	    side->text->len ? str_text(side->text) : _("(empty)"));
}

void
version_text_add(const char *heading, const struct version_side *was,
    const struct version_side *now, struct str *out)
{
	str_addf(out, "%s\n\n%s\n", heading, _("What changed: [-taken out-] {+put in+}"));
	words_compare(str_text(was->text), was->text->len, str_text(now->text), now->text->len,
	    out);
	side_add(was, out);
	side_add(now, out);
	str_addc(out, '\n');
}
